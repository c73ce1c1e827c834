namespace OgGen.Opsgenie.Tests.Payloads;

/// <summary>Every payload of the document, read into its model and written again, is the same JSON.</summary>
[TestClass]
public sealed class RoundTripTests
{
    public static IEnumerable<object[]> All => DocumentedPayload.All.Select(payload => new object[] { payload.Key });

    public static IEnumerable<object[]> Requests => DocumentedPayload.All.Where(payload => payload.IsRequest).Select(payload => new object[] { payload.Key });

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
    public void The_only_member_that_is_renamed_is_the_alias_of_alert_actions()
    {
        var policy = (ModifyPolicy)JsonModel.Parse<Policy>("""{"type":"modify","name":"n","enabled":true,"message":"m","actions":["a","b"]}""");
        CollectionAssert.AreEqual(new[] { "a", "b" }, policy.AlertActions);
        Assert.AreEqual("""{"type":"modify","name":"n","enabled":true,"message":"m","alertActions":["a","b"]}""", JsonModel.ToJson<Policy>(policy));
    }
}
