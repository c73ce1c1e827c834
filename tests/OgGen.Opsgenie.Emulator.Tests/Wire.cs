using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>An emulator and a plain HTTP client for it. Shares no code with any generated client.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly HttpClient http;

    private Wire(OpsgenieEmulator emulator)
    {
        Emulator = emulator;
        Team = "?teamId=" + emulator.TeamId;
        http = new HttpClient { BaseAddress = emulator.Address };
    }

    public OpsgenieEmulator Emulator { get; }

    /// <summary>The query that names the emulator's team.</summary>
    public string Team { get; }

    public static async Task<Wire> StartAsync(OpsgenieEmulatorOptions? options = null) =>
        new(await OpsgenieEmulator.StartAsync(options));

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, string? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Reply> PatchAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Reply> SendAsync(HttpMethod method, string path, string? body = null) =>
        SendAsync(method, path, body is null ? null : Json(body), $"GenieKey {Emulator.ApiKey}");

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, string? authorization)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using HttpResponseMessage response = await http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.AreEqual("application/json", response.Content.Headers.ContentType?.MediaType);
        return new Reply((int)response.StatusCode, JsonNode.Parse(text)!.AsObject(), response.Headers, response.Content.Headers);
    }

    public static HttpContent Json(string body) => new StringContent(body, Encoding.UTF8, "application/json");

    /// <summary>Creates a policy and returns its id.</summary>
    public async Task<string> CreatePolicyAsync(string body)
    {
        Reply reply = await PostAsync("v1/policies", body);
        reply.AssertStatus(201);
        return (string)reply.Data["id"]!;
    }

    /// <summary>The names of the listed policies with their orders, as "name:order".</summary>
    public async Task<string> ListedPoliciesAsync()
    {
        Reply reply = await GetAsync("v1/policies");
        reply.AssertStatus(200);
        return string.Join(' ', reply.Data.AsArray().Select(static row => $"{row!["name"]}:{row["order"]}"));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Emulator.DisposeAsync();
    }
}

/// <summary>An answer, read without any model.</summary>
internal sealed record Reply(int Status, JsonObject Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonNode Data => Body["data"] ?? throw new AssertFailedException($"no data in {Status} {Body.ToJsonString()}");

    public string? Header(string name) => Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(',', values) : null;

    public void AssertStatus(int expected) => Assert.AreEqual(expected, Status, Body.ToJsonString());

    public void AssertData(string expected) => Json.AssertEqual(expected, Data);

    /// <summary>The answer is a 422 whose errors are about exactly these fields.</summary>
    public void AssertErrors(params string[] fields)
    {
        AssertStatus(422);
        Assert.AreEqual("Request body is not processable. Please check the errors.", (string?)Body["message"]);
        CollectionAssert.AreEquivalent(fields, Body["errors"]!.AsObject().Select(static error => error.Key).ToArray(), Body.ToJsonString());
    }
}

internal static class Json
{
    /// <summary>Equal as JSON: the order of members does not count.</summary>
    public static void AssertEqual(string expected, JsonNode? actual) =>
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}\nbut was  {actual?.ToJsonString()}");

    /// <summary>
    /// The document with the value at <paramref name="path"/> (<c>a.b[0].c</c>) replaced, or removed where <paramref name="value"/> is
    /// null.
    /// </summary>
    public static string With(string document, string path, string? value)
    {
        JsonNode root = JsonNode.Parse(document)!;
        string[] steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode owner = root;
        foreach (string step in steps[..^1])
        {
            owner = step[0] == '['
                ? owner[int.Parse(step.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)]!
                : owner[step]!;
        }

        string last = steps[^1];
        if (last[0] == '[')
        {
            owner.AsArray()[int.Parse(last.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture)] = value is null
                ? null
                : JsonNode.Parse(value);
        }
        else if (value is null)
        {
            Assert.IsTrue(owner.AsObject().Remove(last), $"no {path} to remove");
        }
        else
        {
            owner[last] = JsonNode.Parse(value);
        }

        return root.ToJsonString();
    }
}
