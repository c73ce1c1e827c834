using System.Text.Json;

namespace OgGen.Runtime.Tests;

/// <summary>What the objects of a client print: who logs one shows no secret (SECURITY.md).</summary>
[TestClass]
public sealed class PrintedTests
{
    public static IEnumerable<object[]> Credentials =>
    [
        ["Http", ApiCredential.Http("key", "GenieKey", TestClient.Key)],
        ["Bearer", ApiCredential.Bearer("key", TestClient.Key)],
        ["Basic", ApiCredential.Basic("key", "me", TestClient.Key)],
        ["header", ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", TestClient.Key)],
        ["query", ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", TestClient.Key)],
        ["cookie", ApiCredential.ApiKey("key", ApiKeyLocation.Cookie, "k", TestClient.Key)],
        ["provider", ApiCredential.Bearer("key", static _ => new(TestClient.Key))],
        ["provider of a header", ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", static (_, _) => new(TestClient.Key))],
        ["all", ApiCredential.All(ApiCredential.Bearer("key", TestClient.Key))],
    ];

    [TestMethod]
    [DynamicData(nameof(Credentials))]
    public async Task Nothing_that_a_client_gives_or_takes_prints_the_secret(string kind, object value)
    {
        var credential = (ApiCredential)value;
        await using var server = new RawServer(
            RawServer.Answer(200, """{"name":"Rex"}"""),
            RawServer.Answer(
                403, $$"""{"message":"not for {{TestClient.Key}}"}""", $"X-Request-ID: {TestClient.Key}\r\nX-Echo: {TestClient.Key}\r\n"));
        var configuration = new ApiClientConfiguration { BaseAddress = server.Address, Credential = credential };
        using var client = new TestClient(server.Address, credential, configuration.Options);
        ApiResponse<Pet> response = await client.GetAsync();
        var e = await Assert.ThrowsAsync<ApiException>(() => client.GetAsync());
        Assert.Contains("not for ***", e.Message);
        var options = new ApiCallOptions { Headers = new Dictionary<string, string> { ["X-Other"] = "1" } };
        using TestClient copy = client.With(options);

        Assert.AreEqual("key: ***", credential.ToString(), kind);
        object[] printed =
        [
            credential, configuration, configuration.Options, options, client, copy, response, response.Headers, e, e.Headers,
        ];
        foreach (object item in printed)
        {
            Assert.DoesNotContain(TestClient.Key, item.ToString()!, item.GetType().Name);
        }

        Assert.AreEqual("***", e.RequestId);
        Assert.AreEqual("***", e.Headers["X-Echo"]);
    }

    [TestMethod]
    [DynamicData(nameof(Credentials))]
    public void No_serialized_settings_hold_the_secret(string kind, object value)
    {
        var configuration = new ApiClientConfiguration { BaseAddress = new Uri("https://example.com"), Credential = (ApiCredential)value };
        string json = JsonSerializer.Serialize(configuration) + JsonSerializer.Serialize(value, value.GetType());
        Assert.Contains("example.com", json);
        Assert.DoesNotContain(TestClient.Key, json, kind);
    }

    [TestMethod]
    public void A_server_prints_its_address_and_an_operation_its_method_and_route()
    {
        Assert.AreEqual("GET /pets/{petId}", Operations.Pet("GET").ToString());
        Assert.AreEqual("GET /pets/{petId}", Operations.Request("GET", static r => r.AddHeader("X-Value", TestClient.Key)).ToString());
    }
}
