namespace OgGen.Opsgenie.Tests.Unions;

/// <summary>
/// A variant may be a union itself, with a discriminator, an unknown variant and several keys for one variant of its own.
/// </summary>
[TestClass]
public sealed class NestedUnionTests
{
    [TestMethod]
    [DataRow("""{"type":"notification-delay","delayOption":"next-friday","name":"n","enabled":true,"untilHour":8,"untilMinute":0}""")]
    [DataRow("""{"untilHour":8,"untilMinute":0,"delayOption":"next-friday","name":"n","enabled":true,"type":"notification-delay"}""")]
    [DataRow("""{"name":"n","type":"notification-delay","enabled":true,"untilHour":8,"untilMinute":0,"delayOption":"next-friday"}""")]
    public void Both_discriminators_may_stand_anywhere(string json)
    {
        var policy = (DelayUntilTimePolicy)JsonModel.Parse<Policy>(json);
        Assert.AreEqual("notification-delay", policy.Type.Value);
        Assert.AreEqual("next-friday", policy.DelayOption);
        Assert.AreEqual(8, policy.UntilHour);
        JsonText.AssertKept<Policy>(json);
        JsonText.AssertKept<NotificationDelayPolicy>(json);
        JsonText.AssertKept<DelayUntilTimePolicy>(json);
    }

    [TestMethod]
    [DataRow("next-time")]
    [DataRow("next-weekday")]
    [DataRow("next-monday")]
    [DataRow("next-tuesday")]
    [DataRow("next-wednesday")]
    [DataRow("next-thursday")]
    [DataRow("next-friday")]
    [DataRow("next-saturday")]
    [DataRow("next-sunday")]
    public void Of_several_keys_for_one_variant_the_one_that_was_read_is_kept(string option)
    {
        string json =
            $$"""{"type":"notification-delay","delayOption":"{{option}}","name":"n","enabled":true,"untilHour":0,"untilMinute":0}""";
        Assert.AreEqual(json, JsonText.Echo<Policy>(json));
        Assert.AreEqual(
            option, new DelayUntilTimePolicy(option) { Name = "n", Enabled = true, UntilHour = 0, UntilMinute = 0 }.DelayOption);
    }

    [TestMethod]
    [DataRow("for-duration")]
    [DataRow("next-year")]
    [DataRow("")]
    [DataRow(null)]
    public void A_variant_is_not_made_with_the_key_of_another(string? option)
        => Assert.ThrowsExactly<ArgumentException>(
            () => new DelayUntilTimePolicy(option!) { Name = "n", Enabled = true, UntilHour = 0, UntilMinute = 0 });

    [TestMethod]
    [DataRow("""{"type":"notification-delay","delayOption":"until-the-cows-come-home","name":"n","enabled":true,"cows":3}""")]
    [DataRow("""{"type":"notification-delay","name":"n","enabled":true}""")]
    [DataRow("""{"type":"notification-delay","delayOption":7,"name":"n","enabled":true}""")]
    [DataRow("""{"type":"notification-delay","delayOption":"","name":"n","enabled":"on","filter":[]}""")]
    public void An_unknown_inner_variant_is_the_unknown_one_of_the_inner_union(string json)
    {
        Policy policy = JsonModel.Parse<Policy>(json);
        Assert.IsInstanceOfType<UnknownNotificationDelayPolicy>(policy);
        Assert.AreEqual("notification-delay", policy.Type.Value);
        JsonText.AssertKept<Policy>(json);
        JsonText.AssertKept<NotificationDelayPolicy>(json);
    }

    [TestMethod]
    public void An_unknown_deduplication_keeps_its_count_or_goes_without()
    {
        const string with =
            """{"type":"notification-deduplication","deduplicationActionType":"by-mood","name":"n","enabled":true,"count":0}""";
        const string without = """{"type":"notification-deduplication","deduplicationActionType":"by-mood","name":"n"}""";
        var policy = (UnknownNotificationDeduplicationPolicy)JsonModel.Parse<Policy>(with);
        Assert.AreEqual(0, policy.Count);
        Assert.AreEqual("by-mood", policy.DeduplicationActionType);
        JsonText.AssertKept<Policy>(with);
        JsonText.AssertKept<Policy>(without);
    }

    [TestMethod]
    public void The_inner_union_is_only_its_own_type()
        => Assert.AreEqual("$.type", JsonText.AssertRefused<NotificationDelayPolicy>(
            """{"type":"notification-deduplication","delayOption":"next-time","name":"n","enabled":true,"untilHour":0,"untilMinute":"""
                + """0}""").Path);

    [TestMethod]
    [DataRow(
        """{"type":"notification-delay","delayOption":"next-monday","name":"n","enabled":true,"untilHour":0,"untilMinute":"""
            + """0,"delayOption":"next-friday"}""")]
    [DataRow(
        """{"type":"notification-delay","delayOption":"next-monday","name":"n","enabled":true,"untilHour":0,"untilMinute":"""
            + """0,"delayOption":"for-duration"}""")]
    [DataRow("""{"type":"notification-delay","delayOption":"never","name":"n","enabled":true,"delayOption":"for-duration"}""")]
    [DataRow("""{"type":"notification-delay","delayOption":"never","name":"n","enabled":true,"delayOption":"ever"}""")]
    public void Two_values_of_the_inner_discriminator_are_refused(string json)
        => Assert.AreEqual("$.delayOption", JsonText.AssertRefused<Policy>(json).Path);

    [TestMethod]
    public void What_the_variants_have_in_common_is_on_the_union()
    {
        NotificationDeduplicationPolicy policy = new FrequencyBasedDeduplicationPolicy
        {
            Name = "n",
            Enabled = true,
            Count = 5,
            Duration = new Duration { TimeAmount = 1 },
        };
        policy.Count = 6;
        policy.Name = "m";
        JsonText.AssertSame(
            """{"type":"notification-deduplication","name":"m","enabled":true,"deduplicationActionType":"frequency-based","count":"""
                + """6,"duration":{"timeAmount":1}}""",
            JsonModel.ToJson<Policy>(policy));
    }
}
