using Opsgenie;

namespace Quickstart;

/// <summary>One policy of each kind, with every field that the kind has.</summary>
internal static class PolicySamples
{
    /// <summary>What <c>delayOption</c> may be, besides <c>for-duration</c>.</summary>
    private static readonly string[] DelayOptions =
    [
        NotificationDelayPolicy.Known.NextTime,
        NotificationDelayPolicy.Known.NextWeekday,
        NotificationDelayPolicy.Known.NextMonday,
        NotificationDelayPolicy.Known.NextTuesday,
        NotificationDelayPolicy.Known.NextWednesday,
        NotificationDelayPolicy.Known.NextThursday,
        NotificationDelayPolicy.Known.NextFriday,
        NotificationDelayPolicy.Known.NextSaturday,
        NotificationDelayPolicy.Known.NextSunday,
    ];

    public static IReadOnlyList<Policy> All() =>
    [
        AutoClose("close what nobody touched"),
        AutoRestart(),
        Suppress(),
        ValueBasedDeduplication(),
        FrequencyBasedDeduplication(),
        DelayForDuration(),
        .. DelayOptions.Select(DelayUntil),
        new NotificationRenotifyPolicy { Name = "again and again", Enabled = true },
        Modify(),
    ];

    public static AutoClosePolicy AutoClose(string name) => new()
    {
        Name = name,
        Enabled = true,
        Filter = new MatchAllFilter(),
        Duration = new Duration { TimeAmount = 10, TimeUnit = TimeUnit.Minutes },
    };

    private static AutoRestartNotificationsPolicy AutoRestart() => new()
    {
        Name = "ring again",
        Enabled = true,
        PolicyDescription = "three times, every two hours",
        Duration = new Duration { TimeAmount = 2, TimeUnit = TimeUnit.Hours },
        MaxRepeatCount = 3,
    };

    private static NotificationSuppressPolicy Suppress() => new()
    {
        Name = "quiet nights",
        Enabled = true,

        // Zeros are written: the service does not take a missing minute for 0.
        TimeRestrictions = new TimeOfDayRestrictions
        {
            Restriction = new TimeOfDayRestriction { StartHour = 22, StartMin = 0, EndHour = 6, EndMin = 0 },
        },
    };

    private static ValueBasedDeduplicationPolicy ValueBasedDeduplication() => new()
    {
        Name = "every fifth only",
        Enabled = true,
        Count = 5,
        Filter = new MatchAnyConditionFilter
        {
            Conditions =
            [
                new Condition
                {
                    Field = ConditionField.Message,
                    Operation = ConditionOperation.Contains,
                    Not = false,
                    ExpectedValue = "disk",
                    Order = 0,
                },
                new Condition
                {
                    Field = ConditionField.ExtraProperties,
                    Key = "host",
                    Operation = ConditionOperation.StartsWith,
                    Not = true,
                    ExpectedValue = "test-",
                    Order = 1,
                },
            ],
        },
    };

    private static FrequencyBasedDeduplicationPolicy FrequencyBasedDeduplication() => new()
    {
        Name = "ten within a minute",
        Enabled = true,
        Count = 10,
        Duration = new Duration { TimeAmount = 60, TimeUnit = TimeUnit.Seconds },
    };

    private static DelayForDurationPolicy DelayForDuration() => new()
    {
        Name = "wait a day",
        Enabled = true,
        Duration = new Duration { TimeAmount = 1, TimeUnit = TimeUnit.Days },
    };

    private static DelayUntilTimePolicy DelayUntil(string option) => new(option)
    {
        Name = $"wait, {option}",
        Enabled = true,
        UntilHour = 8,
        UntilMinute = 0,
    };

    private static ModifyPolicy Modify() => new()
    {
        Name = "rewrite disk alerts",
        Enabled = true,
        PolicyDescription = "about the policy",
        Message = "[disk] {{message}}",
        Continue = true,
        Alias = "{{alias.toLowerCase()}}",
        Description = "about the alert: {{description}}",
        Entity = "{{entity}}",
        Source = "{{source}}",
        IgnoreOriginalAlertActions = true,
        AlertActions = ["restart", "page the owner"],
        IgnoreOriginalDetails = true,
        Details = new() { ["runbook"] = "https://example.com/disk", ["été"] = "非 ASCII" },
        IgnoreOriginalRecipients = true,
        Recipients =
        [
            new Recipient { Type = RecipientType.User, Username = "user@example.com" },
            new Recipient { Type = RecipientType.Escalation, Name = "night shift" },
            new Recipient { Type = RecipientType.Schedule, Id = "b1e2" },
        ],
        IgnoreOriginalTags = true,
        Tags = ["disk", "rewritten"],
        IgnoreOriginalTeams = true,
        Priority = Priority.P2,
        Filter = new MatchAllConditionsFilter
        {
            Conditions =
            [
                new Condition
                {
                    Field = ConditionField.Tags,
                    Operation = ConditionOperation.Contains,
                    Not = false,
                    ExpectedValue = "disk",
                    Order = 0,
                },
                new Condition
                {
                    Field = ConditionField.Priority,
                    Operation = ConditionOperation.LessThan,
                    Not = false,
                    ExpectedValue = "P3",
                    Order = 1,
                },
            ],
        },
        TimeRestrictions = new WeekdayRestrictions
        {
            Restrictions =
            [
                new WeekdayRestriction
                {
                    StartDay = Weekday.Monday, StartHour = 8, StartMin = 0, EndDay = Weekday.Friday, EndHour = 18, EndMin = 30,
                },
                new WeekdayRestriction
                {
                    StartDay = Weekday.Saturday, StartHour = 10, StartMin = 15, EndDay = Weekday.Sunday, EndHour = 0, EndMin = 0,
                },
            ],
        },
    };
}
