using System.Text.Json;

namespace OgGen.Opsgenie.Tests.Wire;

/// <summary>
/// Request bodies as a user of the client makes them. Members that only the service sets are set too, and must not be sent.
/// </summary>
internal static class Requests
{
    public static AutoClosePolicy AutoClose() => new()
    {
        Id = "only the service sets it",
        Name = "close \"what\" nobody töuched",
        Enabled = false,
        Duration = new Duration { TimeAmount = 0, TimeUnit = TimeUnit.Minutes },
        Filter = new MatchAnyConditionFilter
        {
            Conditions =
            [
                new Condition
                {
                    Field = ConditionField.ExtraProperties,
                    Key = "k",
                    Not = false,
                    Operation = ConditionOperation.ContainsKey,
                    ExpectedValue = "",
                    Order = 0,
                },
                new Condition { Field = "a-new-field", Operation = ConditionOperation.IsEmpty, Order = -1 },
            ],
        },
        TimeRestrictions = new TimeOfDayRestrictions
        {
            Restriction = new TimeOfDayRestriction { StartHour = 0, StartMin = 0, EndHour = 0, EndMin = 0 },
        },
    };

    public static ModifyPolicy Modify() => new()
    {
        Name = "rewrite",
        Enabled = true,
        PolicyDescription = "of the policy",
        Message = "{{message}} <&'+>",
        Continue = false,
        Description = "of the alert",
        AlertActions = ["restart"],
        Details = new() { ["b"] = "2", ["a"] = "1" },
        IgnoreOriginalTags = true,
        Tags = [],
        Recipients =
        [
            new Recipient { Type = RecipientType.User, Username = "user@opsgenie.com" },
            new Recipient { Type = RecipientType.None },
        ],
        Priority = Priority.P1,
    };

    public static RestChannel Rest() => new()
    {
        Id = "only the service sets it",
        TeamId = "it is in the query",
        Name = "hook",
        RestActionChannel = new RestChannelConfiguration { Url = "https://example.com/hook", Headers = new() { ["X-Token"] = "s3cret" } },
    };

    public static ActionDefinition Definition() => new()
    {
        Name = "Action 2/x",
        TeamId = "it is in the query",
        ChannelId = "c-1",
        ChannelType = ActionChannelType.Rest,
        State = new ActionState { Enabled = false, DisableReason = "" },
        Permissions = new ActionPermissions
        {
            AllTeamMembersAllowed = false,
            AllowedMembers = [new ActionMember { Username = "user@opsgenie.com" }],
            PoliciesEnabled = true,
        },
        Parameters =
        [
            new ActionParameter
            {
                Name = "p",
                ValueType = ActionValueType.StringList,
                Required = true,
                DefaultValue = [],
                ParameterType = ActionParameterType.PromptUser,
                InputType = "a-new-input",
                AvailableValues = ["v1", "v2"],
            },
        ],
        AwsSmDocument = new() { ["schemaVersion"] = JsonDocument.Parse("0.30").RootElement },
    };

    public static ExecuteActionRequest Execution() => new()
    {
        Identifier = "f16dfd3a-1590670606997",
        Type = ExecutionEntityType.Alert,
        OwnerTeam = new OwnerTeam { Id = "team-1" },
        Parameters = [new ExecutionParameter { Name = "testValue", ValueType = ActionValueType.Boolean, Values = ["true"] }],
    };
}
