using Opsgenie;

namespace Quickstart;

/// <summary>Channels and actions as lists of fields, to compare what was sent with what came back.</summary>
internal static class ActionFields
{
    public static IReadOnlyList<Field> Of(ActionChannel channel) =>
    [
        new("actionType", channel.ActionType.Value),
        new("name", channel.Name),
        .. channel.Match<IEnumerable<Field>>(
            rest =>
            [
                new("restActionChannel.url", rest.RestActionChannel.Url),
                .. (rest.RestActionChannel.Headers ?? []).Select(
                    static header => new Field($"restActionChannel.headers.{header.Key}", header.Value)),
            ],
            manager =>
            [
                new("awsSmActionChannel.roleName", manager.AwsSmActionChannel.RoleName),
                new("awsSmActionChannel.accountId", manager.AwsSmActionChannel.AccountId),
                new("awsSmActionChannel.region", manager.AwsSmActionChannel.Region),
            ],
            sns =>
            [
                new("awsSnsActionChannel.topicName", sns.AwsSnsActionChannel.TopicName),
                new("awsSnsActionChannel.accountId", sns.AwsSnsActionChannel.AccountId),
                new("awsSnsActionChannel.region", sns.AwsSnsActionChannel.Region),
            ],
            oec => [],
            unknown => []),
    ];

    /// <summary>
    /// What the service gives back as it was sent. Not so: <c>defaultValue</c>, which comes back empty, and what it adds (the team, the ids
    /// of members). <c>availableValues</c> come back in another order.
    /// </summary>
    public static IReadOnlyList<Field> Of(ActionDefinition action) =>
    [
        new("name", action.Name),
        new("channelId", action.ChannelId),
        new("channelType", action.ChannelType),
        new("state.enabled", action.State.Enabled),
        new("permissions.allTeamMembersAllowed", action.Permissions.AllTeamMembersAllowed),
        .. (action.Permissions.AllowedMembers ?? []).Select(
            static (member, index) => new Field($"permissions.allowedMembers[{index}].username", member.Username)),
        new("permissions.policiesEnabled", action.Permissions.PoliciesEnabled),
        .. (action.Parameters ?? []).SelectMany(OfParameter),
    ];

    private static IEnumerable<Field> OfParameter(ActionParameter parameter, int index) =>
    [
        new($"parameters[{index}].name", parameter.Name),
        new($"parameters[{index}].description", parameter.Description),
        new($"parameters[{index}].valueType", parameter.ValueType),
        new($"parameters[{index}].required", parameter.Required),
        new($"parameters[{index}].parameterType", parameter.ParameterType),
        new($"parameters[{index}].inputType", parameter.InputType),
        new($"parameters[{index}].availableValues", string.Join(" | ", (parameter.AvailableValues ?? []).Order(StringComparer.Ordinal))),
    ];
}
