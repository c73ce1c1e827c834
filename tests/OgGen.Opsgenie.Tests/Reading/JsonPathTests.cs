using System.Text;
using System.Text.Json;

namespace OgGen.Opsgenie.Tests.Reading;

/// <summary>What is wrong in an answer is refused with the JSON path of the place.</summary>
[TestClass]
public sealed class JsonPathTests
{
    private static readonly JsonSerializerOptions s_resolver = new() { TypeInfoResolver = OpsgenieJson.Default };

    [TestMethod]
    [DataRow("""{"field":5,"operation":"equals"}""", "$.data[1].filter.conditions[0].field")]
    [DataRow("""{"field":null,"operation":"equals"}""", "$.data[1].filter.conditions[0].field")]
    [DataRow("""{"operation":"equals"}""", "$.data[1].filter.conditions[0]")]
    [DataRow("""{"field":"message","operation":"equals","not":"perhaps"}""", "$.data[1].filter.conditions[0].not")]
    [DataRow("""null""", "$.data[1].filter.conditions[0]")]
    public void It_leads_through_lists_and_unions(string condition, string path)
    {
        string json = $$"""{"took":1,"data":[{"type":"notification-suppress","name":"a","enabled":true},{"filter":{"conditions":[{{condition}}],"type":"match-any-condition"},"name":"b","enabled":true,"type":"notification-suppress"}]}""";
        var e = Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<List<Policy>, ListCodec<Policy, ModelCodec<Policy>>>(Encoding.UTF8.GetBytes(json), "data"));
        Assert.AreEqual(path, e.Path);
        StringAssert.Contains(e.Message, path);
    }

    [TestMethod]
    [DataRow("""{"type":"auto-close","name":"n","enabled":true}""", "$.data")]
    [DataRow("""{"type":"auto-close","name":"n","enabled":true,"duration":{}}""", "$.data.duration")]
    [DataRow("""{"type":"auto-close","name":"n","enabled":true,"duration":{"timeAmount":true}}""", "$.data.duration.timeAmount")]
    [DataRow("""{"type":"modify","name":"n","enabled":true,"message":"m","details":{"a":"1","b c":{}}}""", "$.data.details['b c']")]
    [DataRow("""{"type":"modify","name":"n","enabled":true,"message":"m","tags":["a",null]}""", "$.data.tags[1]")]
    [DataRow("""{"type":"notification-suppress","name":"n","enabled":true,"filter":{"type":"match-all-conditions","conditions":[{"field":"f","operation":"o"},{"field":"f"}]}}""", "$.data.filter.conditions[1]")]
    [DataRow("""null""", "$.data")]
    public void It_is_the_same_through_JsonSerializer(string policy, string path)
    {
        string json = $$"""{"requestId":"r","data":{{policy}}}""";
        Assert.AreEqual(path, JsonText.AssertRefused<PolicyResponse>(json).Path);
        Assert.AreEqual(path, Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Deserialize<PolicyResponse>(json, s_resolver)).Path);
        Assert.AreEqual(path, Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Deserialize<PolicyResponse>(json)).Path);
    }

    [TestMethod]
    public void Inside_a_type_of_the_users_own_the_path_leads_to_the_model_and_the_message_goes_on()
    {
        var e = Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Deserialize<Backup>(
            """{"Policies":[{"type":"notification-suppress","name":"n","enabled":true},{"type":"modify","name":"n","enabled":true,"message":5}]}"""));
        Assert.AreEqual("$.Policies[1]", e.Path);
        StringAssert.Contains(e.Message, "$.message");
    }

    [TestMethod]
    public void A_model_travels_in_a_type_of_the_users_own()
    {
        const string json = """{"Policies":[{"type":"notification-escalate","new":1},{"type":"modify","id":"p-1","name":"n","enabled":true,"message":"m"}]}""";
        Assert.AreEqual(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Backup>(json)));
    }

    [TestMethod]
    [DataRow("""{"requestId":"r","data":{"type":"notification-suppress","name":"n","enabled":tr""", "$.data.enabled")]
    [DataRow("""{"requestId":"r","data":{"name":"n","enabled":true,"filter":{"conditions":[{"field":"f","operation":+""", "$.data.filter.conditions[0].operation")]
    public void Broken_text_is_located_even_where_the_discriminator_was_still_being_looked_for(string json, string path)
        => Assert.AreEqual(path, JsonText.AssertRefused<PolicyResponse>(json).Path);

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("""{"result":"r"}x""")]
    [DataRow("""{"result":"r"}{"result":"r"}""")]
    [DataRow("""{"result":"r",}""")]
    [DataRow("""{"result":"\ud800"}""")]
    [DataRow("<html>")]
    public void What_is_no_json_is_refused(string json) => Assert.IsNotNull(JsonText.AssertRefused<ResultResponse>(json).Path);

    [TestMethod]
    public void Text_that_is_no_utf8_is_refused_and_a_byte_order_mark_is_not()
    {
        byte[] invalid = [.. "{\"result\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        Assert.AreEqual("$.result", Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<ResultResponse>(invalid)).Path);
        Assert.AreEqual("r", JsonModel.Parse<ResultResponse>([0xEF, 0xBB, 0xBF, .. "{\"result\":\"r\"}"u8]).Result);
    }

    [TestMethod]
    public void Sixty_five_levels_are_too_many()
    {
        static string Deep(int levels) => $$"""{"result":"r","x":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";
        Assert.AreEqual(Deep(64), JsonText.Echo<ResultResponse>(Deep(64)));
        JsonText.AssertRefused<ResultResponse>(Deep(65));
    }

    private sealed record Backup(List<Policy> Policies);
}
