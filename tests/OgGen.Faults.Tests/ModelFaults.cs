using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Json;
using Opsgenie;

namespace OgGen.Faults.Tests;

/// <summary>Bodies that are JSON, but not quite the document's, as the generated client reads them.</summary>
[TestClass]
public sealed class ModelFaults : FaultTest
{
    [TestMethod]
    public async Task F41_of_several_members_of_one_name_the_last_counts_and_names_are_case_sensitive()
    {
        Policy policy = await GetAsync("""{"type":"modify","name":"first","name":"last","Name":"other","enabled":true,"message":"m"}""");
        Assert.AreEqual("last", policy.Name);
        Assert.AreEqual("other", policy.AdditionalProperties["Name"].GetString());
    }

    [TestMethod]
    [DataRow("1.0", 1L)]
    [DataRow("1e2", 100L)]
    [DataRow("\"5\"", 5L)]
    [DataRow("9223372036854775807", long.MaxValue)]
    [DataRow("9223372036854775808", null)]
    [DataRow("1.5", null)]
    [DataRow("1e999", null)]
    [DataRow("\"NaN\"", null)]
    public async Task F42_an_integer_is_read_however_it_is_written_but_never_changed(string number, long? expected)
    {
        Task<Policy> call = GetAsync($$$"""{"type":"auto-close","name":"n","enabled":true,"duration":{"timeAmount":{{{number}}}}}""");
        if (expected is { } value)
        {
            Assert.AreEqual(value, ((AutoClosePolicy)await call).Duration.TimeAmount);
            return;
        }

        AssertKept(await call, "$.duration.timeAmount");
    }

    [TestMethod]
    [DataRow("1e999")]
    [DataRow("-1e999")]
    [DataRow("\"NaN\"")]
    [DataRow("\"Infinity\"")]
    public async Task F42_a_number_is_never_infinite(string number)
    {
        OpsgenieClient client = Keep(
            new OpsgenieClient(TestClient.Key, Serve(RawServer.Answer(200, $$"""{"result":"r","took":{{number}}}""")).Address, Once()));
        var e = await FailAsync<ApiResponseFormatException>(client.Policies.EnableAsync("p"));
        Assert.AreEqual("$.took", ((JsonException)e.InnerException!).Path);
    }

    [TestMethod]
    public async Task F43_a_value_of_an_enum_that_is_not_known_is_kept_and_a_number_is_refused()
    {
        const string Json = """{"type":"modify","name":"n","enabled":true,"message":"m","priority":"P0"}""";
        var policy = (ModifyPolicy)await GetAsync(Json);
        Assert.AreEqual("P0", policy.Priority!.Value.Value);
        Assert.AreEqual(Json, JsonModel.ToJson<Policy>(policy));
        AssertKept(await GetAsync(Json.Replace("\"P0\"", "5", StringComparison.Ordinal)), "$.priority");
    }

    [TestMethod]
    [DataRow("""{"type":"notification-escalate","name":"n","enabled":true,"new":{"x":1}}""")]
    [DataRow("""{"name":"n","enabled":true}""")]
    [DataRow("""{"type":5,"name":"n"}""")]
    [DataRow("""{"type":null}""")]
    [DataRow("""{"TYPE":"modify"}""")]
    [DataRow("{}")]
    public async Task F44_a_variant_that_is_not_known_is_kept_whole(string json)
    {
        Policy policy = await GetAsync(json);
        Assert.IsInstanceOfType<UnknownPolicy>(policy);
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(JsonModel.ToJson(policy))), JsonModel.ToJson(policy));
    }

    [TestMethod]
    public async Task F44_a_discriminator_may_be_late_but_not_ambiguous()
    {
        Assert.IsInstanceOfType<ModifyPolicy>(await GetAsync("""{"message":"m","name":"n","enabled":true,"type":"modify"}"""));
        Assert.AreEqual(
            "$.data.type",
            await PathOfFaultAsync(
                GetAsync("""{"type":"modify","name":"n","enabled":true,"message":"m","type":"notification-suppress"}""")));
    }

    [TestMethod]
    [DataRow("""{"type":"modify","name":"n","enabled":true}""", "$")]
    [DataRow("""{"type":"modify","name":null,"enabled":true,"message":"m"}""", "$.name")]
    [DataRow("""{"type":"modify","name":"n","enabled":true,"message":"m","filter":[]}""", "$.filter")]
    [DataRow("""{"type":"modify","name":"n","enabled":true,"message":"m","tags":{}}""", "$.tags")]
    public async Task F45_what_is_missing_null_or_of_another_kind_in_a_variant_is_kept_whole_with_its_place(string json, string path)
    {
        Policy policy = await GetAsync(json);

        AssertKept(policy, path);
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(JsonModel.ToJson(policy))), JsonModel.ToJson(policy));
    }

    [TestMethod]
    [DataRow("null", "$.data")]
    [DataRow("[]", "$.data")]
    public async Task F45_what_is_missing_null_or_of_another_kind_is_refused_with_its_place(string json, string path)
        => Assert.AreEqual(path, await PathOfFaultAsync(GetAsync(json)));

    [TestMethod]
    public async Task F45_what_is_more_than_the_document_says_is_kept()
    {
        const string Json = """{"type":"modify","name":"n","enabled":true,"message":"m","extra":{"n":12345678901234567890}}""";
        Policy policy = await GetAsync(Json);
        Assert.AreEqual("12345678901234567890", policy.AdditionalProperties["extra"].GetProperty("n").GetRawText());
        Assert.AreEqual(Json, JsonModel.ToJson(policy));
    }

    [TestMethod]
    [DataRow("null", "$")]
    [DataRow("""{"data":null}""", "$.data")]
    [DataRow("""{"took":1}""", "$")]
    public async Task F46_a_null_is_no_result(string body, string path)
    {
        OpsgenieClient client = Keep(new OpsgenieClient(TestClient.Key, Serve(RawServer.Answer(200, body)).Address, Once()));
        Assert.AreEqual(path, await PathOfFaultAsync(client.Policies.GetAsync("p")));
    }

    [TestMethod]
    [DataRow("""{"name":"may not be empty"}""", true)]
    [DataRow("\"a text\"", false)]
    [DataRow("""["a list"]""", false)]
    [DataRow("null", true)]
    public async Task F48_the_errors_of_a_field_may_be_of_any_kind(string errors, bool isTyped)
    {
        string body = $$"""{"message":"m","errors":{{errors}},"requestId":"r"}""";
        OpsgenieClient client = Keep(
            new OpsgenieClient(TestClient.Key, Serve(RawServer.Answer(422, body, "X-Request-ID: r-1\r\n")).Address, Once()));
        var e = await FailAnyAsync<ApiException>(client.Policies.GetAsync("p"));
        Assert.AreEqual(422, e.Status);
        Assert.AreEqual("r-1", e.RequestId);
        Assert.AreEqual(body, e.RawBody);
        Assert.AreEqual(isTyped, e is ApiException<ErrorResponse>);
    }

    private async Task<Policy> GetAsync(string policy)
    {
        RawServer server = Serve(RawServer.Answer(200, $$"""{"data":{{policy}},"took":0.1,"requestId":"r"}"""));
        return await Keep(new OpsgenieClient(TestClient.Key, server.Address, Once())).Policies.GetAsync("p");
    }

    /// <summary>An object that names a variant and does not fit it is an unknown variant, which says where.</summary>
    private static void AssertKept(Policy policy, string path)
        => Assert.EndsWith($" Path within the object: {path}.", ((UnknownPolicy)policy).Mismatch);

    private async Task<string?> PathOfFaultAsync(Task call)
    {
        var e = await FailAsync<ApiResponseFormatException>(call);
        return ((JsonException)e.InnerException!).Path;
    }
}
