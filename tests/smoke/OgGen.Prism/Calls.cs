using OgGen;
using Opsgenie;

namespace OgGen.Prism;

/// <summary>One call.</summary>
internal sealed record Call(string Operation, Func<Task<ApiResponse>> SendAsync);

/// <summary>
/// Every operation of the document once, with a body that is valid and, where the schema is a union, not the first variant.
/// </summary>
internal static class Calls
{
    private const string Id = "2b228902-cc04-4f8a-b64f-a381f1289c9b";
    private const string Team = "40fba2a9-503a-4460-b0e0-7059335d7e68";
    private const string Name = "restart web/api";

    public static IReadOnlyList<Call> Of(OpsgenieClient client) =>
    [
        new("Policies_List", async () => await client.Policies.ListWithResponseAsync()),
        new("Policies_Create", async () => await client.Policies.CreateWithResponseAsync(Modify())),
        new("Policies_Get", async () => await client.Policies.GetWithResponseAsync(Id)),
        new("Policies_Update", async () => await client.Policies.UpdateWithResponseAsync(Id, Delay())),
        new("Policies_Delete", async () => await client.Policies.DeleteWithResponseAsync(Id)),
        new("Policies_Enable", async () => await client.Policies.EnableWithResponseAsync(Id)),
        new("Policies_Disable", async () => await client.Policies.DisableWithResponseAsync(Id)),
        new(
            "Policies_ChangeOrder",
            async () => await client.Policies.ChangeOrderWithResponseAsync(Id, new ChangePolicyOrderRequest { TargetIndex = 0 })),
        new("ActionChannels_List", async () => await client.ActionChannels.ListWithResponseAsync(Team)),
        new("ActionChannels_Create", async () => await client.ActionChannels.CreateWithResponseAsync(Team, Channel())),
        new("ActionChannels_Get", async () => await client.ActionChannels.GetWithResponseAsync(Id, Team)),
        new("ActionChannels_Update", async () => await client.ActionChannels.UpdateWithResponseAsync(Id, Team, ChannelUpdate())),
        new("ActionChannels_Delete", async () => await client.ActionChannels.DeleteWithResponseAsync(Id, Team)),
        new("Actions_List", async () => await client.Actions.ListWithResponseAsync(Team)),
        new("Actions_Create", async () => await client.Actions.CreateWithResponseAsync(Team, Definition())),
        new("Actions_Get", async () => await client.Actions.GetWithResponseAsync(Name, Team)),
        new(
            "Actions_Update",
            async () => await client.Actions.UpdateWithResponseAsync(Name, Team, new ActionUpdate { ChannelType = ActionChannelType.Oec })),
        new("Actions_Delete", async () => await client.Actions.DeleteWithResponseAsync(Name, Team)),
        new("Actions_Execute", async () => await client.Actions.ExecuteWithResponseAsync(Name, Execution())),
        new("Actions_GetExecution", async () => await client.Actions.GetExecutionWithResponseAsync(Id)),
    ];

    private static ModifyPolicy Modify() => new()
    {
        Name = "rewrite",
        Enabled = true,
        Message = "{{message}}",
        Continue = false,
        Details = new() { ["runbook"] = "https://example.com" },
        Recipients = [new Recipient { Type = RecipientType.User, Username = "user@example.com" }],
        Tags = ["disk"],
        Priority = Priority.P3,
        Filter = new MatchAllConditionsFilter
        {
            Conditions =
            [
                new Condition
                {
                    Field = ConditionField.ExtraProperties,
                    Key = "host",
                    Not = true,
                    Operation = ConditionOperation.StartsWith,
                    ExpectedValue = "test",
                    Order = 0,
                },
            ],
        },
        TimeRestrictions = new WeekdayRestrictions
        {
            Restrictions =
            [
                new WeekdayRestriction
                {
                    StartDay = Weekday.Monday,
                    StartHour = 8,
                    StartMin = 0,
                    EndDay = Weekday.Friday,
                    EndHour = 18,
                    EndMin = 0,
                },
            ],
        },
    };

    private static DelayUntilTimePolicy Delay() => new(NotificationDelayPolicy.Known.NextMonday)
    {
        Name = "wait for monday",
        Enabled = false,
        UntilHour = 0,
        UntilMinute = 0,
    };

    private static AwsSnsChannel Channel() => new()
    {
        Name = "topic",
        AwsSnsActionChannel = new AwsSnsConfiguration { TopicName = "alerts", AccountId = "123", Region = "eu-central-1" },
    };

    private static ActionChannelUpdate ChannelUpdate() => new()
    {
        Name = "webhook",
        RestActionChannel = new RestChannelConfiguration { Url = "https://example.com", Headers = new() { ["X-Token"] = "secret" } },
    };

    private static ActionDefinition Definition() => new()
    {
        Name = Name,
        ChannelId = Id,
        ChannelType = ActionChannelType.Rest,
        State = new ActionState { Enabled = false, DisableReason = "not ready" },
        Permissions = new ActionPermissions { AllowedMembers = [new ActionMember { Username = "user@example.com" }] },
        Parameters =
        [
            new ActionParameter
            {
                Name = "force",
                ValueType = ActionValueType.Boolean,
                Required = true,
                AvailableValues = ["true", "false"],
            },
        ],
    };

    private static ExecuteActionRequest Execution() => new()
    {
        Identifier = "f16dfd3a-1590670606997",
        Type = ExecutionEntityType.Incident,
        OwnerTeam = new OwnerTeam { Id = Team },
        Parameters = [new ExecutionParameter { Name = "force", ValueType = ActionValueType.Boolean, Values = ["true"] }],
    };
}
