using Opsgenie;

namespace Quickstart;

/// <summary>One channel of each kind, and an action.</summary>
internal static class ActionSamples
{
    public static IReadOnlyList<ActionChannel> Channels() =>
    [
        new RestChannel
        {
            Name = "webhook",
            RestActionChannel = new RestChannelConfiguration
            {
                Url = "https://example.com/hook",
                Headers = new() { ["X-Token"] = "not-for-the-log" },
            },
        },
        new AwsSystemsManagerChannel
        {
            Name = "systems manager",
            AwsSmActionChannel = new AwsSystemsManagerConfiguration
            {
                RoleName = "opsgenie",
                AccountId = "0123456789",
                Region = "eu-west-1",
            },
        },
        new AwsSnsChannel
        {
            Name = "topic",
            AwsSnsActionChannel = new AwsSnsConfiguration { TopicName = "alerts", AccountId = "0123456789", Region = "eu-north-1" },
        },
        new OecChannel { Name = "on our own machines" },
    ];

    /// <summary>
    /// The same configuration under another name. The kind of a channel cannot be changed, so an update has no field for it.
    /// </summary>
    public static ActionChannelUpdate Renamed(ActionChannel channel) => new()
    {
        Name = $"{channel.Name}, renamed",
        RestActionChannel = (channel as RestChannel)?.RestActionChannel,
        AwsSmActionChannel = (channel as AwsSystemsManagerChannel)?.AwsSmActionChannel,
        AwsSnsActionChannel = (channel as AwsSnsChannel)?.AwsSnsActionChannel,
    };

    /// <summary>The name of an action is its key, and may contain anything: here a space and a slash.</summary>
    public static ActionDefinition Action(string channelId) => new()
    {
        Name = "restart web/api",
        ChannelId = channelId,
        ChannelType = ActionChannelType.Rest,
        State = new ActionState { Enabled = true },
        Permissions = new ActionPermissions
        {
            AllTeamMembersAllowed = false,
            AllowedMembers = [new ActionMember { Username = "user@example.com" }],
            PoliciesEnabled = true,
        },
        Parameters =
        [
            new ActionParameter
            {
                Name = "force",
                Description = "restart at once",
                ValueType = ActionValueType.Boolean,
                Required = true,
                ParameterType = ActionParameterType.PromptUser,
                InputType = ActionInputType.FreeForm,
                AvailableValues = ["true", "false"],
            },
        ],
    };
}
