using System.Text.Json.Nodes;
using OgGen.Tests.Shared;

namespace OgGen.Spec.Tests;

/// <summary>Every value that the documentation lists, in unions, enums and defaults.</summary>
[TestClass]
public sealed class EnumTests
{
    [TestMethod]
    [DataRow(
        "PolicyType",
        "auto-restart-notifications auto-close notification-suppress notification-deduplication notification-delay notification-renotify "
            + "modify")]
    [DataRow("Priority", "P1 P2 P3 P4 P5")]
    [DataRow("RecipientType", "user escalation team schedule none all group")]
    [DataRow("TimeUnit", "days hours minutes seconds miliseconds micros nanos")]
    [DataRow(
        "ConditionField",
        "message alias description source entity tags actions extra-properties recipients teams priority details responders")]
    [DataRow(
        "ConditionOperation",
        "matches contains starts-with ends-with equals contains-key contains-value greater-than less-than is-empty "
            + "equals-ignore-whitespace")]
    [DataRow("Weekday", "monday tuesday wednesday thursday friday saturday sunday")]
    [DataRow("ActionChannelType", "rest aws-systems-manager aws-sns oec")]
    [DataRow("ActionValueType", "string boolean string-list")]
    [DataRow("ActionParameterType", "prompt-user")]
    [DataRow("ActionInputType", "free-form")]
    [DataRow("ExecutionEntityType", "alert incident")]
    public void Enum_has_the_documented_values(string component, string values) =>
        Assert.AreEqual(values, Values(SpecDocument.Schemas[component]!));

    [TestMethod]
    public void Every_enum_component_is_in_the_table_above()
    {
        string[] listed = [.. typeof(EnumTests).GetMethod(nameof(Enum_has_the_documented_values))!
            .GetCustomAttributes(typeof(DataRowAttribute), false)
            .Select(row => (string)((DataRowAttribute)row).Data[0]!)];
        string[] declared = [.. SpecDocument.Schemas.Where(schema => schema.Value!["enum"] is not null).Select(schema => schema.Key)];

        CollectionAssert.AreEquivalent(listed, declared);
    }

    [TestMethod]
    [DataRow(
        "Policy",
        "type",
        "auto-close:AutoClosePolicy auto-restart-notifications:AutoRestartNotificationsPolicy "
            + "notification-suppress:NotificationSuppressPolicy notification-deduplication:NotificationDeduplicationPolicy "
            + "notification-delay:NotificationDelayPolicy notification-renotify:NotificationRenotifyPolicy modify:ModifyPolicy")]
    [DataRow(
        "NotificationDeduplicationPolicy",
        "deduplicationActionType",
        "value-based:ValueBasedDeduplicationPolicy frequency-based:FrequencyBasedDeduplicationPolicy")]
    [DataRow(
        "NotificationDelayPolicy",
        "delayOption",
        "for-duration:DelayForDurationPolicy next-time:DelayUntilTimePolicy next-weekday:DelayUntilTimePolicy "
            + "next-monday:DelayUntilTimePolicy next-tuesday:DelayUntilTimePolicy next-wednesday:DelayUntilTimePolicy "
            + "next-thursday:DelayUntilTimePolicy next-friday:DelayUntilTimePolicy next-saturday:DelayUntilTimePolicy "
            + "next-sunday:DelayUntilTimePolicy")]
    [DataRow(
        "Filter",
        "type",
        "match-all:MatchAllFilter match-any-condition:MatchAnyConditionFilter match-all-conditions:MatchAllConditionsFilter")]
    [DataRow("TimeRestrictions", "type", "time-of-day:TimeOfDayRestrictions weekday-and-time-of-day:WeekdayRestrictions")]
    [DataRow(
        "ActionChannel",
        "actionType",
        "rest:RestChannel aws-systems-manager:AwsSystemsManagerChannel aws-sns:AwsSnsChannel oec:OecChannel")]
    public void Union_has_the_documented_keys(string component, string discriminator, string mapping)
    {
        JsonNode union = SpecDocument.Schemas[component]!;

        Assert.AreEqual(discriminator, union["discriminator"]!["propertyName"]!.GetValue<string>());
        Assert.AreEqual(mapping, string.Join(' ', UnionShapeTests.Mapping(union).Select(pair => $"{pair.Key}:{pair.Variant}")));
    }

    [TestMethod]
    [DataRow("TimeUnit", "minutes")]
    [DataRow("Condition.not", "false")]
    [DataRow("Condition.expectedValue", "")]
    [DataRow("ModifyPolicy.continue", "false")]
    [DataRow("ModifyPolicy.alias", "{{alias}}")]
    [DataRow("ModifyPolicy.description", "{{description}}")]
    [DataRow("ModifyPolicy.entity", "{{entity}}")]
    [DataRow("ModifyPolicy.source", "{{source}}")]
    [DataRow("ModifyPolicy.ignoreOriginalAlertActions", "false")]
    [DataRow("ModifyPolicy.ignoreOriginalDetails", "false")]
    [DataRow("ModifyPolicy.ignoreOriginalRecipients", "false")]
    [DataRow("ModifyPolicy.ignoreOriginalTags", "false")]
    [DataRow("ModifyPolicy.ignoreOriginalTeams", "false")]
    public void Default_is_the_documented_one(string place, string value)
    {
        string[] parts = place.Split('.');
        JsonNode schema = SpecDocument.Schemas[parts[0]]!;
        if (parts.Length > 1)
        {
            schema = schema["properties"]![parts[1]]!;
        }

        Assert.AreEqual(value, schema["default"]!.ToString());
    }

    private static string Values(JsonNode schema) =>
        string.Join(' ', schema["enum"]!.AsArray().Select(value => value!.GetValue<string>()));
}
