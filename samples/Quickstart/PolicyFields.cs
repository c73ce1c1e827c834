using Opsgenie;

namespace Quickstart;

/// <summary>
/// A policy as a list of fields, to compare what was sent with what came back. <c>Match</c> makes the compiler check that no kind is
/// forgotten: one that a later version of the document adds is an error here.
/// </summary>
internal static class PolicyFields
{
    public static IReadOnlyList<Field> Of(Policy policy) =>
    [
        new("type", policy.Type.Value),
        new("name", policy.Name),
        new("enabled", policy.Enabled),
        new("policyDescription", policy.PolicyDescription),
        .. OfFilter(policy.Filter),
        .. OfTimes(policy.TimeRestrictions),
        .. policy.Match<IEnumerable<Field>>(
            autoClosePolicy => OfDuration(autoClosePolicy.Duration),
            autoRestart => [.. OfDuration(autoRestart.Duration), new("maxRepeatCount", autoRestart.MaxRepeatCount)],
            suppress => [],
            deduplication => OfDeduplication(deduplication),
            delay => OfDelay(delay),
            renotify => [],
            modify => OfModify(modify),
            unknown => []),
    ];

    private static IEnumerable<Field> OfDuration(Duration duration) =>
        [new("duration.timeAmount", duration.TimeAmount), new("duration.timeUnit", duration.TimeUnit)];

    private static IEnumerable<Field> OfDeduplication(NotificationDeduplicationPolicy policy) =>
    [
        new("deduplicationActionType", policy.DeduplicationActionType),
        new("count", policy.Count),
        .. policy.Match(valueBased => [], frequencyBased => OfDuration(frequencyBased.Duration), unknown => []),
    ];

    private static IEnumerable<Field> OfDelay(NotificationDelayPolicy policy) =>
    [
        new("delayOption", policy.DelayOption),
        .. policy.Match(
            forDuration => OfDuration(forDuration.Duration),
            untilTime => [new("untilHour", untilTime.UntilHour), new("untilMinute", untilTime.UntilMinute)],
            unknown => []),
    ];

    private static IEnumerable<Field> OfModify(ModifyPolicy policy) =>
    [
        new("message", policy.Message),
        new("continue", policy.Continue),
        new("alias", policy.Alias),
        new("description", policy.Description),
        new("entity", policy.Entity),
        new("source", policy.Source),
        new("ignoreOriginalAlertActions", policy.IgnoreOriginalAlertActions),
        new("alertActions", Joined(policy.AlertActions)),
        new("ignoreOriginalDetails", policy.IgnoreOriginalDetails),
        .. (policy.Details ?? []).Select(static detail => new Field($"details.{detail.Key}", detail.Value)),
        new("ignoreOriginalRecipients", policy.IgnoreOriginalRecipients),
        .. (policy.Recipients ?? []).SelectMany(OfRecipient),
        new("ignoreOriginalTags", policy.IgnoreOriginalTags),
        new("tags", Joined(policy.Tags)),
        new("ignoreOriginalTeams", policy.IgnoreOriginalTeams),
        new("priority", policy.Priority),
    ];

    private static IEnumerable<Field> OfRecipient(Recipient recipient, int index) =>
    [
        new($"recipients[{index}].type", recipient.Type),
        new($"recipients[{index}].id", recipient.Id),
        new($"recipients[{index}].name", recipient.Name),
        new($"recipients[{index}].username", recipient.Username),
    ];

    private static IEnumerable<Field> OfFilter(Filter? filter) => filter is null
        ? []
        :
        [
            new("filter.type", filter.Type),
            .. filter.Match(all => [], any => OfConditions(any.Conditions), every => OfConditions(every.Conditions), unknown => []),
        ];

    /// <summary>Conditions are a set: the service does not promise their order.</summary>
    private static IEnumerable<Field> OfConditions(List<Condition> conditions) => conditions
        .OrderBy(static condition => condition.Field.Value, StringComparer.Ordinal)
        .ThenBy(static condition => condition.Operation.Value, StringComparer.Ordinal)
        .SelectMany(static (condition, index) => new Field[]
        {
            new($"filter.conditions[{index}].field", condition.Field),
            new($"filter.conditions[{index}].key", condition.Key),
            new($"filter.conditions[{index}].not", condition.Not),
            new($"filter.conditions[{index}].operation", condition.Operation),
            new($"filter.conditions[{index}].expectedValue", condition.ExpectedValue),
        });

    private static IEnumerable<Field> OfTimes(TimeRestrictions? times) => times is null
        ? []
        :
        [
            new("timeRestrictions.type", times.Type),
            .. times.Match(day => OfDay(day.Restriction), week => week.Restrictions.SelectMany(OfWeekdays), unknown => []),
        ];

    private static IEnumerable<Field> OfDay(TimeOfDayRestriction times) =>
    [
        new("timeRestrictions.restriction.startHour", times.StartHour),
        new("timeRestrictions.restriction.startMin", times.StartMin),
        new("timeRestrictions.restriction.endHour", times.EndHour),
        new("timeRestrictions.restriction.endMin", times.EndMin),
    ];

    private static IEnumerable<Field> OfWeekdays(WeekdayRestriction times, int index) =>
    [
        new($"timeRestrictions.restrictions[{index}].startDay", times.StartDay),
        new($"timeRestrictions.restrictions[{index}].startHour", times.StartHour),
        new($"timeRestrictions.restrictions[{index}].startMin", times.StartMin),
        new($"timeRestrictions.restrictions[{index}].endDay", times.EndDay),
        new($"timeRestrictions.restrictions[{index}].endHour", times.EndHour),
        new($"timeRestrictions.restrictions[{index}].endMin", times.EndMin),
    ];

    private static string? Joined(List<string>? values) => values is null ? null : string.Join(" | ", values);
}
