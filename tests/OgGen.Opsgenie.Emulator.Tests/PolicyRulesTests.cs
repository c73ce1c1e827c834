namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>
/// Every rule of the Policy API documentation: a good body with one thing wrong, and the field that the answer must blame.
/// </summary>
[TestClass]
public sealed class PolicyRulesTests
{
    private const string Restriction = """
        {"startDay":"sunday","startHour":0,"startMin":0,"endDay":"sunday","endHour":0,"endMin":0}
        """;

    private const string Weekly = """
        {"type":"notification-suppress","name":"n","enabled":true,"timeRestrictions":{"type":"weekday-and-time-of-day","restrictions":[
            {"startDay":"monday","startHour":8,"startMin":0,"endDay":"tuesday","endHour":18,"endMin":30}]}}
        """;

    private static readonly string TooLong = $"\"{new string('x', 513)}\"";
    private static readonly string Longest = $"\"{new string('x', 512)}\"";

    /// <summary>
    /// The body, where to change it, the new value (null: take it away), and the blamed field where it is not the changed one.
    /// </summary>
    public static IEnumerable<(string Body, string Path, string? Value, string Field)> Wrong =>
    [
        .. Mandatory(
            Samples.AutoClose,
            "type",
            "name",
            "enabled",
            "duration",
            "duration.timeAmount",
            "filter.type",
            "filter.conditions",
            "filter.conditions[0].field",
            "filter.conditions[0].operation",
            "timeRestrictions.type",
            "timeRestrictions.restriction",
            "timeRestrictions.restriction.startHour",
            "timeRestrictions.restriction.startMin",
            "timeRestrictions.restriction.endHour",
            "timeRestrictions.restriction.endMin"),
        .. Mandatory(
            Weekly,
            "timeRestrictions.restrictions",
            "timeRestrictions.restrictions[0].startDay",
            "timeRestrictions.restrictions[0].endDay",
            "timeRestrictions.restrictions[0].startHour",
            "timeRestrictions.restrictions[0].startMin",
            "timeRestrictions.restrictions[0].endHour",
            "timeRestrictions.restrictions[0].endMin"),
        .. Mandatory(Samples.AutoRestart, "duration", "maxRepeatCount"),
        .. Mandatory(Samples.Deduplication, "deduplicationActionType", "count", "duration"),
        .. Mandatory(Samples.DelayUntil, "delayOption", "untilHour", "untilMinute"),
        .. Mandatory(Samples.DelayFor, "duration"),
        .. Mandatory(Samples.Modify, "message", "recipients[0].type"),

        // Limits
        .. Each(Samples.AutoClose, "name", TooLong, "\"\"", "\" \"", "1", "{}"),
        .. Each(Samples.AutoClose, "policyDescription", TooLong, "1"),
        .. Each(Samples.AutoClose, "timeRestrictions.restriction.startHour", "-1", "24", "\"8\"", "8.5", "1e999"),
        .. Each(Samples.AutoClose, "timeRestrictions.restriction.endHour", "-1", "24"),
        .. Each(Samples.AutoClose, "timeRestrictions.restriction.startMin", "-1", "60"),
        .. Each(Samples.AutoClose, "timeRestrictions.restriction.endMin", "-1", "60"),
        .. Each(Weekly, "timeRestrictions.restrictions[0].startHour", "-1", "24"),
        .. Each(Weekly, "timeRestrictions.restrictions[0].endMin", "-1", "60"),
        .. Each(Weekly, "timeRestrictions.restrictions", "[]", $"[{string.Join(',', Enumerable.Repeat("{}", 16))}]", "{}"),
        .. Each(Samples.Deduplication, "count", "1", "101", "\"5\"", "true"),
        .. Each(Samples.DelayUntil, "untilHour", "-1", "24"),
        .. Each(Samples.DelayUntil, "untilMinute", "-1", "60"),

        // Lists of values
        .. Each(Samples.AutoClose, "type", "\"auto-open\"", "\"Auto-Close\"", "\"notification-escalate\"", "1"),
        .. Each(Samples.AutoClose, "filter.type", "\"match-none\""),
        .. Each(Samples.AutoClose, "filter.conditions[1].field", "\"title\""),
        .. Each(Samples.AutoClose, "filter.conditions[1].operation", "\"like\""),
        .. Each(Samples.AutoClose, "timeRestrictions.type", "\"weekday\""),
        .. Each(Samples.AutoClose, "duration.timeUnit", "\"weeks\"", "\"minute\"", "1"),
        .. Each(Weekly, "timeRestrictions.restrictions[0].startDay", "\"Monday\"", "\"mon\"", "1"),
        .. Each(Weekly, "timeRestrictions.restrictions[0].endDay", "\"someday\""),
        .. Each(Samples.Deduplication, "deduplicationActionType", "\"time-based\""),
        .. Each(Samples.DelayUntil, "delayOption", "\"next-year\""),
        .. Each(Samples.Modify, "priority", "\"P0\"", "\"P6\"", "\"p1\"", "1"),
        .. Each(Samples.Modify, "recipients[0].type", "\"nobody\""),

        // Kinds of value
        .. Each(Samples.AutoClose, "enabled", "1", "0", "\"True\"", "\"yes\"", "\"\"", "[]"),
        .. Each(Samples.AutoClose, "filter", "[]", "\"match-all\""),
        .. Each(Samples.AutoClose, "filter.conditions", "{}", "[]"),
        .. Each(Samples.AutoClose, "filter.conditions[0]", "1", "null"),
        .. Each(Samples.AutoClose, "filter.conditions[0].not", "\"maybe\""),
        .. Each(Samples.AutoClose, "filter.conditions[0].expectedValue", "5"),
        .. Each(Samples.AutoClose, "filter.conditions[0].order", "\"first\""),
        .. Each(Samples.AutoClose, "timeRestrictions", "[]"),
        .. Each(Samples.AutoClose, "timeRestrictions.restriction", "[]"),
        .. Each(Samples.AutoClose, "duration", "10"),
        .. Each(Samples.AutoClose, "duration.timeAmount", "\"10\"", "10.5"),
        .. Each(Samples.AutoRestart, "maxRepeatCount", "\"10\""),
        .. Each(Samples.Modify, "message", "5"),
        .. Each(Samples.Modify, "continue", "\"maybe\""),
        .. Each(Samples.Modify, "alias", "5"),
        .. Each(Samples.Modify, "description", "5"),
        .. Each(Samples.Modify, "entity", "5"),
        .. Each(Samples.Modify, "source", "5"),
        .. Each(Samples.Modify, "ignoreOriginalAlertActions", "5"),
        .. Each(Samples.Modify, "ignoreOriginalDetails", "5"),
        .. Each(Samples.Modify, "ignoreOriginalRecipients", "5"),
        .. Each(Samples.Modify, "ignoreOriginalTags", "5"),
        .. Each(Samples.Modify, "ignoreOriginalTeams", "5"),
        .. Each(Samples.Modify, "alertActions", "\"reboot\""),
        .. Each(Samples.Modify, "tags", "\"x\""),
        .. Each(Samples.Modify, "recipients", "{}"),
        .. Each(Samples.Modify, "details", "[\"a list never worked\"]"),
        (Samples.Modify, "tags", "[5]", "tags[0]"),
        (Samples.Modify, "details", """{"a":1}""", "details.a"),

        // Rules between fields
        (Samples.ValueBased, "duration", """{"timeAmount":1}""", "duration"),
        (Samples.AutoClose, "filter.type", "\"match-all\"", "filter.conditions"),
        (Samples.AutoClose, "filter.conditions[0].key", "\"k\"", "filter.conditions[0].key"),
        .. Fit("tags", "equals", "starts-with", "contains-key"),
        .. Fit("actions", "matches"),
        .. Fit("recipients", "ends-with"),
        .. Fit("teams", "equals-ignore-whitespace"),
        .. Fit("message", "contains-key", "contains-value", "greater-than", "less-than"),
        .. Fit("alias", "contains-key"),
        .. Fit("description", "contains-value"),
        .. Fit("source", "greater-than"),
        .. Fit("entity", "less-than"),
        .. Fit("extra-properties", "equals", "starts-with", "matches"),
        .. Fit("priority", "starts-with"),
        .. Fit("details", "equals"),
        .. Fit("responders", "equals"),
    ];

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public async Task A_broken_rule_is_a_422_that_names_the_field(string body, string path, string? value, string field)
    {
        await using Wire wire = await Wire.StartAsync();
        await wire.CreatePolicyAsync(body);
        Reply reply = await wire.PostAsync("v1/policies", Json.With(body, path, value));
        reply.AssertErrors(field);
        Assert.AreEqual("NotProcessable", reply.Header("X-Opsgenie-Errortype"));
        Assert.HasCount(1, (await wire.GetAsync("v1/policies")).Data.AsArray(), "a refused policy is not kept");
    }

    /// <summary>The edges that are still allowed, so that no rule is stricter than the document.</summary>
    public static IEnumerable<(string Body, string Path, string? Value, string Field)> Right =>
    [
        .. Each(Samples.AutoClose, "name", Longest, "\"\\u00e9\""),
        .. Each(Samples.AutoClose, "policyDescription", Longest, "\"\"", "null"),
        .. Each(Samples.AutoClose, "timeRestrictions.restriction.startHour", "0", "23", "8.0", "1e1"),
        .. Each(Samples.AutoClose, "timeRestrictions.restriction.endMin", "0", "59"),
        .. Each(Samples.AutoClose, "timeRestrictions", "null"),
        .. Each(Samples.AutoClose, "filter", "null", """{"type":"match-all"}""", """{"type":"match-all","conditions":[]}"""),
        .. Each(
            Samples.AutoClose,
            "duration.timeUnit",
            "\"days\"",
            "\"hours\"",
            "\"minutes\"",
            "\"seconds\"",
            "\"miliseconds\"",
            "\"micros\"",
            "\"nanos\"",
            "null"),
        .. Each(Samples.Deduplication, "count", "2", "100"),
        .. Each(Samples.DelayUntil, "untilHour", "0", "23"),
        .. Each(Samples.DelayUntil, "untilMinute", "59"),
        .. Each(
            Samples.DelayUntil,
            "delayOption",
            "\"next-time\"",
            "\"next-weekday\"",
            "\"next-tuesday\"",
            "\"next-wednesday\"",
            "\"next-thursday\"",
            "\"next-friday\"",
            "\"next-saturday\"",
            "\"next-sunday\""),
        .. Each(Samples.Modify, "priority", "\"P1\"", "\"P2\"", "\"P3\"", "\"P4\"", "\"P5\""),
        .. Each(Samples.Modify, "recipients[0].type", "\"escalation\"", "\"team\"", "\"schedule\"", "\"none\"", "\"all\"", "\"group\""),
        .. Each(Weekly, "timeRestrictions.restrictions", $"[{string.Join(',', Enumerable.Repeat(Restriction, 15))}]"),
        .. Conditions("message", "contains", "equals", "starts-with", "ends-with", "matches", "is-empty", "equals-ignore-whitespace"),
        .. Conditions("tags", "contains", "is-empty"),
        .. Conditions("extra-properties", "contains", "contains-key", "contains-value", "is-empty"),
        .. Conditions("extra-properties\",\"key\":\"k", "contains", "starts-with", "equals", "greater-than", "less-than", "contains-value"),
        .. Conditions("priority", "equals", "greater-than", "less-than", "matches"),
    ];

    [TestMethod]
    [DynamicData(nameof(Right))]
    public async Task What_the_rules_allow_is_accepted(string body, string path, string? value, string field)
    {
        await using Wire wire = await Wire.StartAsync();
        Reply reply = await wire.PostAsync("v1/policies", Json.With(body, path, value));
        Assert.AreEqual(201, reply.Status, $"{field}: {reply.Body.ToJsonString()}");
    }

    [TestMethod]
    public async Task A_missing_field_may_not_be_null_and_a_null_one_neither()
    {
        await using Wire wire = await Wire.StartAsync();
        foreach (string? value in new[] { null, "null" })
        {
            Reply reply = await wire.PostAsync("v1/policies", Json.With(Samples.AutoClose, "timeRestrictions.restriction.startMin", value));
            reply.AssertErrors("timeRestrictions.restriction.startMin");
            Assert.AreEqual("may not be null", (string?)reply.Body["errors"]!["timeRestrictions.restriction.startMin"]);
        }
    }

    [TestMethod]
    public async Task All_errors_are_named_at_once()
    {
        await using Wire wire = await Wire.StartAsync();
        Reply reply = await wire.PostAsync("v1/policies", """
            {"type":"notification-deduplication","filter":{"type":"match-any-condition","conditions":[{"field":"message","operation":"contains"},{}]},"count":1}
            """);
        reply.AssertErrors(
            "name", "enabled", "filter.conditions[1].field", "filter.conditions[1].operation", "deduplicationActionType", "count");
    }

    private static IEnumerable<(string Body, string Path, string? Value, string Field)> Mandatory(string body, params string[] paths) =>
        paths.Select(path => (body, path, (string?)null, path));

    private static IEnumerable<(string Body, string Path, string? Value, string Field)> Each(
        string body, string path, params string[] values) =>
        values.Select(value => (body, path, (string?)value, path));

    private static IEnumerable<(string Body, string Path, string? Value, string Field)> Conditions(
        string field, params string[] operations) =>
        operations.Select(operation =>
            (Samples.AutoClose,
                "filter.conditions",
                (string?)$$"""[{"field":"{{field}}","operation":"{{operation}}"}]""",
                "filter.conditions[0].operation"));

    private static IEnumerable<(string Body, string Path, string? Value, string Field)> Fit(string field, params string[] operations)
        => Conditions(field, operations);
}
