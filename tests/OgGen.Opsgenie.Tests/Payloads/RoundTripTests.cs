namespace OgGen.Opsgenie.Tests.Payloads;

/// <summary>Every payload of the document, read into its model and written again, is the same JSON.</summary>
[TestClass]
public sealed class RoundTripTests
{
    public static IEnumerable<object[]> All => DocumentedPayload.All.Select(payload => new object[] { payload.Key });

    public static IEnumerable<object[]> Requests
        => DocumentedPayload.All.Where(payload => payload.IsRequest).Select(payload => new object[] { payload.Key });

    [TestMethod]
    [DynamicData(nameof(All))]
    public void A_documented_payload_comes_back(string key)
    {
        DocumentedPayload payload = DocumentedPayload.Get(key);
        JsonText.AssertSame(payload.Json, payload.Echo(JsonWriteMode.Full));
        JsonText.AssertSame(payload.Json, payload.EchoThroughSerializer());
    }

    [TestMethod]
    [DynamicData(nameof(Requests))]
    public void A_documented_request_is_sent_as_it_is_documented(string key)
    {
        DocumentedPayload payload = DocumentedPayload.Get(key);
        string sent = payload.Echo(JsonWriteMode.Request);
        JsonText.AssertSame(payload.Json, sent);
        Assert.AreEqual("", string.Join('\n', SchemaOracle.Validate(payload.Schema, sent)));
    }

    [TestMethod]
    public void No_example_of_the_document_is_left_out()
    {
        string[] tried = [.. DocumentedPayload.All.Select(payload => payload.Component).Distinct().Order(StringComparer.Ordinal)];
        string[] all = [.. SpecDocument.Examples.Select(example => example.Key).Order(StringComparer.Ordinal)];
        CollectionAssert.AreEqual(all, tried);
        Assert.HasCount(SpecWalk.Operations.Count, DocumentedPayload.All.Select(payload => payload.Operation).Distinct());
    }

    /// <summary>The twin: the comparison finds what is lost, added or changed.</summary>
    [TestMethod]
    [DataRow("""{"a":1,"b":[]}""", """{"a":1}""")]
    [DataRow("""{"a":1}""", """{"a":1,"b":null}""")]
    [DataRow("""{"a":1}""", """{"a":"1"}""")]
    [DataRow("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    public void The_comparison_finds_a_difference(string expected, string actual)
        => Assert.ThrowsExactly<AssertFailedException>(() => JsonText.AssertSame(expected, actual));

    [TestMethod]
    public void The_comparison_takes_numbers_as_values_and_members_in_any_order()
        => JsonText.AssertSame("""{"a":1.0,"b":2}""", """{"b":2,"a":1}""");

    [TestMethod]
    [DataRow("\"actions\":[\"a\",\"b\"]", "\"actions\":[\"c\"]")]
    [DataRow("\"alertActions\":[\"a\",\"b\"]", "\"alertActions\":[\"c\"]")]
    [DataRow("\"alertActions\":[\"a\",\"b\"],\"actions\":[\"x\"]", "\"alertActions\":[\"c\"],\"actions\":[\"c\"]")]
    [DataRow("\"actions\":[\"a\",\"b\"],\"alertActions\":null", "\"alertActions\":[\"c\"],\"actions\":[\"c\"]")]
    public void The_alert_actions_are_written_under_the_names_that_were_read(string read, string set)
    {
        const string Least = """{"type":"modify","name":"n","enabled":true,"message":"m",""";
        var policy = (ModifyPolicy)JsonModel.Parse<Policy>(Least + read + "}");
        CollectionAssert.AreEqual(new[] { "a", "b" }, policy.AlertActions);
        JsonText.AssertSame(Least + read + "}", JsonModel.ToJson<Policy>(policy));
        policy.AlertActions = ["c"];
        Assert.AreEqual(Least + set + "}", JsonModel.ToJson<Policy>(policy));
    }

    [TestMethod]
    [DataRow(
        """{"type":"modify","name":"n","enabled":"true","message":"m","details":{"a":1,"b":"2","c":true},"continue":"false","alias":"""
            + """null,"tags":null}""")]
    [DataRow(
        """{"type":"auto-close","name":"n","enabled":true,"duration":{"timeAmount":"5","timeUnit":null},"filter":{"type":"match-any-"""
            + """condition","conditions":[{"field":"tags","operation":"equals","not":"true","expectedValue":5,"order":"0","key":null}]}"""
            + """}""")]
    [DataRow(
        """{"type":"notification-delay","name":"n","enabled":true,"delayOption":"next-time","untilHour":"24","untilMinute":"""
            + """24,"timeRestrictions":null}""")]
    public void Texts_that_spell_booleans_and_numbers_and_nulls_go_back_as_they_came(string json)
    {
        Policy policy = JsonModel.Parse<Policy>(json);

        Assert.IsNotInstanceOfType<UnknownPolicy>(policy);
        JsonText.AssertSame(json, JsonModel.ToJson(policy));
    }
}
