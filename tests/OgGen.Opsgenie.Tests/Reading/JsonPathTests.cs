using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Opsgenie.Tests.Reading;

/// <summary>What is wrong in an answer is refused with the JSON path of the place.</summary>
[TestClass]
public sealed class JsonPathTests
{
    private static readonly JsonSerializerOptions s_resolver = new() { TypeInfoResolver = OpsgenieJson.Default };

    [TestMethod]
    [DataRow("""{"field":5,"operation":"equals"}""", "$.data[1].field")]
    [DataRow("""{"field":null,"operation":"equals"}""", "$.data[1].field")]
    [DataRow("""{"operation":"equals"}""", "$.data[1]")]
    [DataRow("""{"field":"message","operation":"equals","not":"perhaps"}""", "$.data[1].not")]
    [DataRow("""null""", "$.data[1]")]
    public void It_leads_through_lists(string condition, string path)
    {
        string json = $$"""{"took":1,"data":[{"field":"message","operation":"equals"},{{condition}}]}""";
        var e = Assert.ThrowsExactly<JsonException>(() => JsonModel.Parse<List<Condition>, ListCodec<Condition, ModelCodec<Condition>>>(
            Encoding.UTF8.GetBytes(json), "data"));
        Assert.AreEqual(path, e.Path);
        StringAssert.Contains(e.Message, path);
    }

    [TestMethod]
    [DataRow("""{"field":5,"operation":"equals"}""", "$.conditions[0].field")]
    [DataRow("""{"field":null,"operation":"equals"}""", "$.conditions[0].field")]
    [DataRow("""{"operation":"equals"}""", "$.conditions[0]")]
    [DataRow("""{"field":"message","operation":"equals","not":"perhaps"}""", "$.conditions[0].not")]
    [DataRow("""null""", "$.conditions[0]")]
    public void In_a_union_it_is_what_the_unknown_variant_says(string condition, string path)
    {
        string json =
            $$"""{"type":"notification-suppress","name":"b","enabled":true,"filter":{"conditions":[{{condition}}],"type":"match-any-"""
                + """condition"} }""";
        var policy = (NotificationSuppressPolicy)JsonModel.Parse<Policy>(json);
        StringAssert.EndsWith(((UnknownFilter)policy.Filter!).Mismatch, $" Path within the object: {path}.");
    }

    [TestMethod]
    [DataRow("""{"type":"auto-close","name":"n","enabled":true}""", "$")]
    [DataRow("""{"type":"auto-close","name":"n","enabled":true,"duration":{}}""", "$.duration")]
    [DataRow("""{"type":"auto-close","name":"n","enabled":true,"duration":{"timeAmount":true}}""", "$.duration.timeAmount")]
    [DataRow("""{"type":"modify","name":"n","enabled":true,"message":"m","details":{"a":"1","b c":{}}}""", "$.details['b c']")]
    [DataRow("""{"type":"modify","name":"n","enabled":true,"message":"m","tags":["a",null]}""", "$.tags[1]")]
    public void A_mismatch_is_the_same_through_JsonSerializer(string policy, string path)
    {
        string? mismatch = MismatchOf(JsonModel.Parse<Policy>(policy));
        StringAssert.EndsWith(mismatch, $" Path within the object: {path}.");
        Assert.AreEqual(mismatch, MismatchOf(JsonSerializer.Deserialize<Policy>(policy, s_resolver)));
        Assert.AreEqual(mismatch, MismatchOf(JsonSerializer.Deserialize<Policy>(policy)));
    }

    [TestMethod]
    [DataRow("""5""", "$.duration")]
    [DataRow("""[{"timeAmount":1}]""", "$.duration")]
    [DataRow("""{"timeAmount":true}""", "$.duration.timeAmount")]
    [DataRow("""null""", "$.duration")]
    public void It_is_the_same_through_JsonSerializer(string duration, string path)
        => AssertPath<AutoClosePolicy>($$"""{"name":"n","enabled":true,"duration":{{duration}}}""", path);

    [TestMethod]
    public void A_discriminator_that_contradicts_itself_has_its_path()
        => AssertPath<Policy>("""{"type":"modify","name":"n","type":"auto-close"}""", "$.type");

    [TestMethod]
    public void Inside_a_type_of_the_users_own_the_path_leads_to_the_model_and_the_message_goes_on()
    {
        var e = Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Deserialize<Log>("""{"Results":[{"result":"r"},{"result":5}]}"""));
        Assert.AreEqual("$.Results[1]", e.Path);
        StringAssert.Contains(e.Message, "$.result");
    }

    [TestMethod]
    public void A_model_travels_in_a_type_of_the_users_own()
    {
        const string json =
            """{"Policies":[{"type":"notification-escalate","new":1},"""
                + """{"type":"modify","id":"p-1","name":"n","enabled":true,"message":"m"}]}""";
        Assert.AreEqual(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Backup>(json)));
    }

    [TestMethod]
    [DataRow("""{"type":"notification-suppress","name":"n","enabled":tr""", "$.enabled")]
    [DataRow("""{"name":"n","enabled":true,"filter":{"conditions":[{"field":"f","operation":+""", "$.filter.conditions[0].operation")]
    public void Broken_text_is_located_even_where_the_discriminator_was_still_being_looked_for(string json, string path)
        => Assert.AreEqual(path, JsonText.AssertRefused<Policy>(json).Path);

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

    private static void AssertPath<T>(string json, string path)
        where T : IJsonModel<T>
    {
        Assert.AreEqual(path, JsonText.AssertRefused<T>(json).Path);
        Assert.AreEqual(path, Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Deserialize<T>(json, s_resolver)).Path);
        Assert.AreEqual(path, Assert.ThrowsExactly<JsonException>(() => JsonSerializer.Deserialize<T>(json)).Path);
    }

    private static string? MismatchOf(Policy? policy) => ((UnknownPolicy)policy!).Mismatch;

    private sealed record Backup(List<Policy> Policies);

    private sealed record Log(List<ResultResponse> Results);
}
