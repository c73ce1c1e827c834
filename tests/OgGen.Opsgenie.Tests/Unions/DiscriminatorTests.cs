namespace OgGen.Opsgenie.Tests.Unions;

/// <summary>The discriminator decides which variant is read, wherever it stands in the object.</summary>
[TestClass]
public sealed class DiscriminatorTests
{
    [TestMethod]
    [DataRow("""{"type":"auto-close","name":"n","enabled":true,"duration":{"timeAmount":1}}""")]
    [DataRow("""{"name":"n","enabled":true,"type":"auto-close","duration":{"timeAmount":1}}""")]
    [DataRow("""{"name":"n","enabled":true,"duration":{"timeAmount":1},"type":"auto-close"}""")]
    [DataRow(
        """{"filter":{"type":"match-all"},"new":{"type":"modify"},"name":"n","enabled":true,"duration":{"timeAmount":1},"type":"auto-"""
            + """close"}""")]
    [DataRow("""{"t\u0079pe":"auto\u002dclose","name":"n","enabled":true,"duration":{"timeAmount":1}}""")]
    public void It_may_stand_anywhere(string json)
    {
        Policy policy = JsonModel.Parse<Policy>(json);
        Assert.IsInstanceOfType<AutoClosePolicy>(policy);
        Assert.AreEqual(PolicyType.AutoClose, policy.Type);
        JsonText.AssertKept<Policy>(json);
    }

    [TestMethod]
    [DataRow("auto-close", typeof(AutoClosePolicy), ""","duration":{"timeAmount":1}""")]
    [DataRow("auto-restart-notifications", typeof(AutoRestartNotificationsPolicy), ""","duration":{"timeAmount":1},"maxRepeatCount":0""")]
    [DataRow("notification-suppress", typeof(NotificationSuppressPolicy), "")]
    [DataRow("notification-deduplication", typeof(ValueBasedDeduplicationPolicy), ""","deduplicationActionType":"value-based","count":2""")]
    [DataRow(
        "notification-deduplication",
        typeof(FrequencyBasedDeduplicationPolicy),
        ""","deduplicationActionType":"frequency-based","count":2,"duration":{"timeAmount":1}""")]
    [DataRow("notification-delay", typeof(DelayForDurationPolicy), ""","delayOption":"for-duration","duration":{"timeAmount":1}""")]
    [DataRow("notification-delay", typeof(DelayUntilTimePolicy), ""","delayOption":"next-time","untilHour":0,"untilMinute":0""")]
    [DataRow("notification-renotify", typeof(NotificationRenotifyPolicy), "")]
    [DataRow("modify", typeof(ModifyPolicy), ""","message":"m","tags":[]""")]
    [DataRow("notification-escalate", typeof(UnknownPolicy), "")]
    [DataRow("AUTO-CLOSE", typeof(UnknownPolicy), "")]
    public void Each_value_stands_for_its_variant(string type, Type expected, string rest)
    {
        string json = $$"""{"type":"{{type}}","name":"n","enabled":true{{rest}}}""";
        Policy policy = JsonModel.Parse<Policy>(json);
        Assert.AreSame(expected, policy.GetType());
        Assert.AreEqual(type, policy.Type.Value);
        JsonText.AssertKept<Policy>(json);
    }

    [TestMethod]
    [DataRow("""{"name":"n","enabled":true}""")]
    [DataRow("""{}""")]
    [DataRow("""{"type":"","name":"n"}""")]
    [DataRow("""{"type":null,"name":"n"}""")]
    [DataRow("""{"type":5}""")]
    [DataRow("""{"type":["auto-close"]}""")]
    [DataRow("""{"type":{"type":"auto-close"}}""")]
    [DataRow("""{"Type":"auto-close"}""")]
    public void Without_a_usable_one_the_object_is_unknown_and_kept(string json)
    {
        Policy policy = JsonModel.Parse<Policy>(json);
        Assert.IsInstanceOfType<UnknownPolicy>(policy);
        Assert.AreEqual("", policy.Type.Value);
        JsonText.AssertKept<Policy>(json);
    }

    [TestMethod]
    [DataRow("auto-close", ""","duration":{"timeAmount":1}""")]
    [DataRow("notification-escalate", "")]
    public void It_may_stand_twice_with_one_value(string type, string rest)
        => Assert.AreEqual(
            $$"""{"type":"{{type}}","name":"n","enabled":true{{rest}}}""",
            JsonText.Echo<Policy>($$"""{"type":"{{type}}","name":"n","enabled":true{{rest}},"type":"{{type}}"}"""));

    [TestMethod]
    [DataRow("auto-close", "modify", "$.type")]
    [DataRow("auto-close", "notification-escalate", "$.type")]
    [DataRow("notification-escalate", "auto-close", "$.type")]
    [DataRow("notification-escalate", "another", "$.type")]
    public void Two_values_are_refused(string first, string second, string path)
    {
        string json = $$"""{"type":"{{first}}","name":"n","enabled":true,"message":"m","duration":{"timeAmount":1},"type":"{{second}}"}""";
        Assert.AreEqual(path, JsonText.AssertRefused<Policy>(json).Path);
    }

    [TestMethod]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("\"auto-close\"")]
    [DataRow("1")]
    public void A_union_is_an_object(string json) => Assert.AreEqual("$", JsonText.AssertRefused<Policy>(json).Path);

    [TestMethod]
    public void A_variant_that_is_read_as_itself_refuses_the_others()
    {
        Assert.AreEqual(
            "$.type",
            JsonText.AssertRefused<AutoClosePolicy>("""{"type":"modify","name":"n","enabled":true,"duration":{"timeAmount":1}}""").Path);
        Assert.AreEqual("$.type", JsonText.AssertRefused<MatchAllFilter>("""{"type":null}""").Path);
    }

    [TestMethod]
    [DataRow(typeof(Filter), "type", "match-all", "match-any-condition", "match-all-conditions")]
    [DataRow(typeof(TimeRestrictions), "type", "time-of-day", "weekday-and-time-of-day")]
    public void The_known_values_are_constants(Type union, string member, params string[] values)
    {
        string[] constants =
        [
            .. union.GetNestedType("Known")!
                .GetFields()
                .Where(field => field.IsLiteral)
                .Select(field => (string)field.GetRawConstantValue()!),
        ];
        CollectionAssert.AreEqual(values, constants);
        Assert.AreEqual(typeof(string), union.GetProperty(char.ToUpperInvariant(member[0]) + member[1..])!.PropertyType);
    }

    [TestMethod]
    [DataRow(typeof(ActionChannel), "ActionType", typeof(ActionChannelType), "rest", "aws-systems-manager", "aws-sns", "oec")]
    [DataRow(
        typeof(Policy),
        "Type",
        typeof(PolicyType),
        "auto-close",
        "auto-restart-notifications",
        "notification-suppress",
        "notification-deduplication",
        "notification-delay",
        "notification-renotify",
        "modify")]
    public void The_known_values_are_those_of_the_enumeration_that_types_it(
        Type union, string property, Type enumeration, params string[] values)
    {
        Assert.AreSame(enumeration, union.GetProperty(property)!.PropertyType);
        Assert.IsNull(union.GetNestedType("Known"));
        string[] constants = [.. enumeration.GetNestedType("Known")!.GetFields().Select(field => (string)field.GetRawConstantValue()!)];
        CollectionAssert.AreEquivalent(values, constants);
    }
}
