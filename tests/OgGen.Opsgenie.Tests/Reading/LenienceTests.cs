namespace OgGen.Opsgenie.Tests.Reading;

/// <summary>Reading is lenient where servers are sloppy and strict where data would be lost.</summary>
[TestClass]
public sealed class LenienceTests
{
    [TestMethod]
    [DataRow("true", true)]
    [DataRow("\"true\"", true)]
    [DataRow("\"false\"", false)]
    public void A_boolean_may_be_a_text(string value, bool expected)
    {
        Assert.AreEqual(expected, JsonModel.Parse<Policy>($$"""{"type":"notification-suppress","name":"n","enabled":{{value}}}""").Enabled);
        Assert.AreEqual(expected, JsonModel.Parse<ActionParameter>($$"""{"name":"n","required":{{value}}}""").Required);
    }

    [TestMethod]
    [DataRow("1", 1L)]
    [DataRow("1.0", 1L)]
    [DataRow("1e2", 100L)]
    [DataRow("\"5\"", 5L)]
    [DataRow("-3", -3L)]
    [DataRow("9223372036854775807", long.MaxValue)]
    public void An_integer_may_be_written_in_any_way(string value, long expected)
    {
        Condition condition = JsonModel.Parse<Condition>($$"""{"field":"message","operation":"equals","order":{{value}}}""");
        Assert.AreEqual(expected, condition.Order);
        string form = value.StartsWith('"') ? value : $"{expected}";
        Assert.AreEqual($$"""{"field":"message","operation":"equals","order":{{form}}}""", JsonModel.ToJson(condition));
    }

    [TestMethod]
    [DataRow("9223372036854775808")]
    [DataRow("1e999")]
    [DataRow("1.5")]
    [DataRow("\"\"")]
    [DataRow("\"one\"")]
    [DataRow("true")]
    [DataRow("[1]")]
    public void What_would_not_be_the_same_integer_is_refused(string value)
        => Assert.AreEqual(
            "$.order", JsonText.AssertRefused<Condition>($$"""{"field":"message","operation":"equals","order":{{value}}}""").Path);

    [TestMethod]
    [DataRow("1e999")]
    [DataRow("-1e999")]
    [DataRow("\"NaN\"")]
    [DataRow("\"Infinity\"")]
    public void A_number_is_never_infinite(string value)
        => Assert.AreEqual("$.took", JsonText.AssertRefused<ResultResponse>($$"""{"result":"r","took":{{value}}}""").Path);

    [TestMethod]
    [DataRow(
        """{"type":"modify","name":"n","enabled":false,"message":"","continue":null,"alias":null,"tags":null,"details":null,"priority":"""
            + """null,"filter":null,"timeRestrictions":null,"id":null}""")]
    public void An_explicit_null_that_the_document_does_not_allow_is_no_value_and_goes_back(string json)
    {
        var policy = (ModifyPolicy)JsonModel.Parse<Policy>(json);
        Assert.IsNull(policy.Priority);
        Assert.IsNull(policy.Filter);
        JsonText.AssertSame(json, JsonModel.ToJson<Policy>(policy));
    }

    [TestMethod]
    public void Zeros_and_empty_values_are_written()
    {
        JsonText.AssertKept<Policy>(
            """{"type":"notification-delay","delayOption":"next-time","name":"","enabled":false,"untilHour":0,"untilMinute":0}""");
        JsonText.AssertKept<WeekdayRestriction>(
            """{"startDay":"monday","startHour":0,"startMin":0,"endDay":"monday","endHour":0,"endMin":0}""");
        JsonText.AssertKept<Policy>(
            """{"type":"modify","name":"","enabled":false,"message":"","tags":[],"details":{},"recipients":[],"continue":false}""");
    }

    [TestMethod]
    public void Members_that_the_document_does_not_know_are_kept_at_every_depth()
        => JsonText.AssertKept<Policy>(
            """
            {"type":"modify","name":"n","enabled":true,"message":"m","a":{"b":[null]},
              "filter":{"type":"match-any-condition","c":1.50,"conditions":[{"field":"message","operation":"equals","d":"","Order":1}]},
              "timeRestrictions":{"type":"weekday-and-time-of-day","e":[],"restrictions":[{"startDay":"monday","startHour":0,"startMin":0,"endDay":"friday","endHour":0,"endMin":0,"f":false}]},
              "recipients":[{"type":"user","g":{"h":{"i":9007199254740993}}}],"took":0.1,"j":12345678901234567890}
            """);

    [TestMethod]
    public void Values_of_enums_that_the_document_does_not_know_are_kept()
    {
        const string json =
            """{"type":"modify","name":"n","enabled":true,"message":"m","priority":"P0","recipients":[{"type":"robot"}],"filter":"""
                + """{"type":"match-any-condition","conditions":[{"field":"mood","operation":"rhymes-with"}]}}""";
        var policy = (ModifyPolicy)JsonModel.Parse<Policy>(json);
        Assert.AreEqual("P0", policy.Priority!.Value.Value);
        JsonText.AssertKept<Policy>(json);
    }

    [TestMethod]
    public void Ids_need_not_be_uuids()
        => JsonText.AssertKept<PolicyReference>(
            """{"id":"80ab38b5-4434-4a17-9092c-14974b00000","name":"n","type":"modify","enabled":true}""");
}
