using System.Text.Json;

namespace OgGen.Opsgenie.Tests.Unions;

/// <summary>A variant that this client was not built for keeps everything that was read, and what is set on it is written.</summary>
[TestClass]
public sealed class UnknownVariantTests
{
    [TestMethod]
    [DataRow("""{"type":"new"}""")]
    [DataRow("""{"type":"new","name":"n"}""")]
    [DataRow("""{"type":"new","enabled":false}""")]
    [DataRow(
        """{"type":"new","id":"p-1","name":"n","enabled":true,"policyDescription":"d","filter":{"type":"match-all"},"timeRestrictions":"""
            + """{"type":"time-of-day","restriction":{"startHour":0,"startMin":0,"endHour":0,"endMin":0}}}""")]
    public void What_is_missing_is_not_made_up(string json)
    {
        Assert.IsInstanceOfType<UnknownPolicy>(JsonModel.Parse<Policy>(json));
        Assert.AreEqual(json, JsonText.Echo<Policy>(json));
    }

    [TestMethod]
    [DataRow("""{"type":{},"name":"n"}""")]
    [DataRow("""{"type":{"type":"auto-close"},"name":"n"}""")]
    [DataRow("""{"type":[],"name":"n"}""")]
    [DataRow("""{"type":null}""")]
    [DataRow("""{}""")]
    [DataRow("""{"type":"notification-delay","delayOption":{},"name":"n"}""")]
    [DataRow("""{"delayOption":[1],"type":"notification-delay"}""")]
    public void A_discriminator_that_is_no_text_is_kept_with_all_that_follows(string json)
        => JsonText.AssertKept<Policy>(json);

    [TestMethod]
    [DataRow("name", "null")]
    [DataRow("name", "5")]
    [DataRow("name", """{"en":"n"}""")]
    [DataRow("enabled", "null")]
    [DataRow("enabled", "\"on\"")]
    [DataRow("enabled", "[true]")]
    [DataRow("id", "17")]
    [DataRow("policyDescription", "null")]
    [DataRow("policyDescription", "[]")]
    [DataRow("filter", "null")]
    [DataRow("filter", "\"all\"")]
    [DataRow("filter", """[{"type":"match-all"}]""")]
    public void A_common_member_of_another_json_type_is_kept_as_it_is(string member, string value)
    {
        string json = $$"""{"type":"new","{{member}}":{{value}}}""";
        Policy policy = JsonModel.Parse<Policy>(json);
        Assert.AreEqual(value, policy.AdditionalProperties[member].GetRawText());
        Assert.AreEqual(json, JsonModel.ToJson(policy));
    }

    [TestMethod]
    [DataRow("filter", """{"type":"match-any-condition","conditions":"none"}""", "$.conditions")]
    [DataRow("timeRestrictions", """{"type":"time-of-day","restriction":{"startHour":1e999}}""", "$.restriction.startHour")]
    public void A_common_member_that_is_a_union_and_fits_no_variant_is_an_unknown_variant_itself(string member, string value, string path)
    {
        string json = $$"""{"type":"new","{{member}}":{{value}}}""";
        Policy policy = JsonModel.Parse<Policy>(json);
        string? mismatch = member == "filter"
            ? ((UnknownFilter)policy.Filter!).Mismatch
            : ((UnknownTimeRestrictions)policy.TimeRestrictions!).Mismatch;
        StringAssert.EndsWith(mismatch, $" Path within the object: {path}.");
        Assert.AreEqual(json, JsonModel.ToJson(policy));
    }

    [TestMethod]
    public void A_switch_that_is_set_later_is_written()
    {
        var policy = (UnknownPolicy)JsonModel.Parse<Policy>("""{"type":"new","x":1}""");
        Assert.IsFalse(policy.Enabled);
        policy.Enabled = false;
        Assert.AreEqual("""{"type":"new","enabled":false,"x":1}""", JsonModel.ToJson(policy));
        Policy common = policy;
        common.Enabled = true;
        common.Name = "n";
        Assert.AreEqual("""{"type":"new","name":"n","enabled":true,"x":1}""", JsonModel.ToJson(common));
    }

    [TestMethod]
    [DataRow("""{"type":"new","enabled":"on"}""")]
    [DataRow("""{"type":"new","name":null}""")]
    [DataRow("""{"type":"new","policyDescription":null,"filter":"all","timeRestrictions":null,"id":7}""")]
    [DataRow("""{"type":"notification-delay","delayOption":"new","policyDescription":null,"filter":[]}""")]
    public void What_is_set_later_replaces_what_could_not_be_read(string json)
    {
        Policy policy = JsonModel.Parse<Policy>(json);
        policy.Id = "p-1";
        policy.Name = "n";
        policy.Enabled = true;
        policy.PolicyDescription = "d";
        policy.Filter = new MatchAllFilter();
        policy.TimeRestrictions = null;
        string written = JsonModel.ToJson(policy);

        // A reader that does not take the last of two members, but refuses them.
        using var document = JsonDocument.Parse(written, new JsonDocumentOptions { AllowDuplicateProperties = false });
        Assert.AreEqual("d", document.RootElement.GetProperty("policyDescription").GetString());
        Assert.AreEqual("match-all", document.RootElement.GetProperty("filter").GetProperty("type").GetString());
        Assert.IsTrue(document.RootElement.GetProperty("enabled").GetBoolean());
        Assert.AreEqual(
            json.Contains("timeRestrictions", StringComparison.Ordinal), document.RootElement.TryGetProperty("timeRestrictions", out _));
    }

    [TestMethod]
    public void One_can_be_made_and_sent()
    {
        var policy = new UnknownPolicy("notification-escalate") { Name = "again", Enabled = false };
        policy.AdditionalProperties["every"] = JsonDocument.Parse("5").RootElement;
        Assert.AreEqual(
            """{"type":"notification-escalate","name":"again","enabled":false,"every":5}""",
            JsonModel.ToJson(policy, JsonWriteMode.Request));
    }

    [TestMethod]
    public void Every_union_has_one()
    {
        JsonText.AssertKept<Filter>("""{"type":"match-some","share":0.5}""");
        JsonText.AssertKept<TimeRestrictions>("""{"type":"holidays","of":["DE"],"restriction":null}""");
        JsonText.AssertKept<ActionChannel>("""{"actionType":"pigeon","name":5,"pigeonActionChannel":{"loft":"north"}}""");
        Assert.IsInstanceOfType<UnknownFilter>(JsonModel.Parse<Filter>("""{"type":"match-some"}"""));
        Assert.IsInstanceOfType<UnknownTimeRestrictions>(JsonModel.Parse<TimeRestrictions>("{}"));
        Assert.IsInstanceOfType<UnknownActionChannel>(JsonModel.Parse<ActionChannel>("""{"actionType":"pigeon"}"""));
    }

    [TestMethod]
    public void Broken_json_in_one_is_still_broken()
        => Assert.AreEqual("$.name", JsonText.AssertRefused<Policy>("""{"type":"new","name":"un""").Path);
}
