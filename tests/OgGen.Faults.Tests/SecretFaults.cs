using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OgGen.Generated;
using OgGen.Json;
using Opsgenie;

namespace OgGen.Faults.Tests;

[TestClass]
public sealed class SecretFaults : FaultTest
{
    [TestMethod]
    public void F01_options_and_credentials_show_three_asterisks()
    {
        ApiCredential[] all =
        [
            ApiCredential.Http("key", "GenieKey", TestClient.Key),
            ApiCredential.Bearer("key", TestClient.Key),
            ApiCredential.Basic("key", "me", TestClient.Key),
            ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", TestClient.Key),
            ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", TestClient.Key),
            ApiCredential.ApiKey("key", ApiKeyLocation.Cookie, "k", TestClient.Key),
            ApiCredential.All(ApiCredential.Bearer("key", TestClient.Key)),
        ];
        foreach (ApiCredential credential in all)
        {
            Canary.See(credential);
            Assert.AreEqual("key: ***", credential.ToString());
            using var client = new TestClient(new Uri("https://a.invalid"), credential);
            Canary.See(client);
            Canary.See(new ApiClientConfiguration { Credential = credential, BaseAddress = new Uri("https://a.invalid") });

            // A record would print its members.
            Assert.IsNull(credential.GetType().GetMethod("<Clone>$"));
        }

        Assert.IsNull(typeof(ApiClientOptions).GetMethod("<Clone>$"));
        Assert.IsNull(typeof(ApiClientConfiguration).GetMethod("<Clone>$"));
    }

    [TestMethod]
    [DataRow(401)]
    [DataRow(422)]
    [DataRow(429)]
    [DataRow(500)]
    [DataRow(200)]
    public async Task F02_an_answer_that_echoes_the_key_is_redacted_everywhere(int status)
    {
        RawServer server = Serve(
            RawServer.Answer(
                status,
                $$"""{"message":"{{TestClient.Key}} is no key","k":"{{TestClient.Key}}"}""",
                $"X-Request-ID: {TestClient.Key}\r\nX-Echo: {TestClient.Key}\r\n"));
        ApiException e = await FailAnyAsync<ApiException>(Client(server).GetAsync());
        Assert.AreEqual(status, e.Status);
        Assert.AreEqual("***", e.RequestId);
        Assert.AreEqual("***", e.Headers["X-Echo"]);
        StringAssert.Contains(e.Message, """{"message":"*** is no key","k":"***"}""");
        StringAssert.Contains(e.RawBody, Key, "the body is the service's");
    }

    [TestMethod]
    public async Task F02_a_place_in_the_answer_that_is_named_by_the_key_is_redacted()
    {
        string body = $$"""{"{{TestClient.Key}}":"no date"}""";
        TestClient client = Client(Serve(RawServer.Answer(200, body), RawServer.Answer(200, body, "Content-Type: application/jsonl\r\n")));
        var whole = await FailAsync<ApiResponseFormatException>(
            client.Pipe.SendAsync<Dictionary<string, DateTimeOffset>, MapCodec<DateTimeOffset, DateTimeCodec>>(Operations.Request("GET")));
        ApiResponse<ApiSequence<Dictionary<string, DateTimeOffset>>> values =
            await client.Pipe.SendForSequenceAsync<Dictionary<string, DateTimeOffset>, MapCodec<DateTimeOffset, DateTimeCodec>>(
                Operations.Request("GET"));
        var part = await FailAsync<ApiResponseFormatException>(values.Value.GetAsyncEnumerator().MoveNextAsync().AsTask());
        foreach (ApiResponseFormatException e in new[] { whole, part })
        {
            StringAssert.Contains(e.Message, "$.***");
            StringAssert.Contains(e.InnerException!.Message, "$.***");
        }
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task F02_a_transport_that_tells_the_request_is_redacted(bool inWords)
    {
        // A key of its own, because the events of .NET repeat what such a transport says.
        string key = "t" + Guid.NewGuid();
        using var canary = new KeyCanary(key);
        ApiClientOptions options = Once();
        options.Observers = canary.Observers;
        options.Handler = Keep(new TellingHandler(inWords));
        TestClient client = Keep(
            new TestClient(new Uri("https://a.invalid"), ApiCredential.ApiKey("key", ApiKeyLocation.Query, "k", key), options));
        var e = await FailAsync<ApiConnectionException>(client.GetAsync());
        canary.See(e);
        Assert.IsEmpty(canary.Leaks.Where(l => !l.StartsWith("event ", StringComparison.Ordinal)));
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            Assert.IsEmpty(inner.Data);
        }

        StringAssert.Contains(e.ToString(), inWords ? "k=***" : "could not send");
    }

    [TestMethod]
    public async Task F03_logs_at_trace_have_neither_key_nor_values()
    {
        RawServer server = Serve(
            RawServer.Answer(503, """{"message":"m"}"""),
            RawServer.Answer(401, $$"""{"message":"{{TestClient.Key}}"}""", $"X-Request-ID: {TestClient.Key}\r\nX-Secret: value-1\r\n"));
        var lines = new ConcurrentQueue<string>();
        var services = new ServiceCollection();
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(new TraceLog(lines.Enqueue)));
        services.AddApiClient<OpsgenieClient>(s =>
        {
            s.BaseAddress = server.Address;
            s.Credential = OpsgenieCredential.GenieKey(TestClient.Key);
            s.Options.Retry.BaseDelay = TimeSpan.Zero;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        await FailAnyAsync<ApiException>(provider.GetRequiredService<OpsgenieClient>().ActionChannels.GetAsync("id-1", "team-value"));

        string all = string.Join('\n', lines);
        Canary.Hear("log", all);
        StringAssert.Contains(all, "/v1/actions/channels/{channelId} answered 401");
        StringAssert.Contains(all, "X-Request-ID: ***");
        StringAssert.Contains(server.Requests[0].Target, "id-1?teamId=team-value");
        Assert.DoesNotContain("team-value", all);
        Assert.DoesNotContain("id-1", all);
        Assert.DoesNotContain("value-1", all);
    }

    [TestMethod]
    public async Task F04_traces_and_metrics_have_the_template_and_no_value()
    {
        string path = "id-" + Guid.NewGuid(), query = "q-" + Guid.NewGuid();
        using var ids = new KeyCanary(path, ApiTelemetry.Name);
        using var values = new KeyCanary(query, ApiTelemetry.Name);
        using var template = new KeyCanary("/pets/{petId}", ApiTelemetry.Name);
        RawServer server = Serve(RawServer.Answer(503, "{}"), RawServer.Answer(404, "{}"));
        await FailAfterRetriesAsync<ApiException>(server, "GET", null, r =>
        {
            r.AddPathLiteral("/pets/");
            r.AddPathSegment("petId", path);
            r.AddQuery("q", query);
        });
        StringAssert.Contains(server.Requests[0].Target, $"/pets/{path}?q={query}");

        // .NET's own events have the path; ours do not, and the template shows that they were heard.
        Assert.IsEmpty(ids.Leaks.Where(l => !l.StartsWith("event ", StringComparison.Ordinal)));
        Assert.IsEmpty(values.Leaks.Where(l => !l.StartsWith("event ", StringComparison.Ordinal)));
        foreach (string tag in new[] { "server.address=127.0.0.1", $"server.port={server.Port}", "http.response.status_code=404" })
        {
            Assert.IsTrue(
                template.Leaks.Any(
                    l => l.StartsWith("activity: GET", StringComparison.Ordinal) && l.Contains(tag, StringComparison.Ordinal)),
                tag);
            Assert.IsTrue(
                template.Leaks.Any(l => l.StartsWith("metric: OgGen oggen.client.call.duration", StringComparison.Ordinal)
                    && l.Contains(tag, StringComparison.Ordinal)),
                tag);
        }
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow(TestClient.Key + "\r\nX: y")]
    [DataRow(TestClient.Key + "\n")]
    [DataRow(TestClient.Key + "\0")]
    [DataRow(TestClient.Key + "\u00e9")]
    [DataRow(TestClient.Key + " ")]
    [DataRow(" " + TestClient.Key)]
    public void F10_a_key_that_cannot_be_sent_is_refused_without_an_echo(string? key)
    {
        Refuse<ArgumentException>(() => ApiCredential.Http("key", "GenieKey", key!));
        Refuse<ArgumentException>(() => ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", key!));
        Refuse<ArgumentException>(() => ApiCredential.Bearer("key", "good").Update(key!));
        Refuse<ArgumentException>(() => Keep(new OpsgenieClient(key!)));
    }

    [TestMethod]
    public async Task F11_a_client_of_the_user_is_not_changed_and_the_key_of_the_call_wins()
    {
        RawServer server = Serve(Given.Pet);
        HttpClient http = UserClient();
        http.BaseAddress = new Uri("https://other.invalid/x");
        http.Timeout = TimeSpan.FromSeconds(50);
        http.DefaultRequestHeaders.Add("Authorization", "Bearer theirs");
        http.DefaultRequestHeaders.Add("X-Theirs", "1");
        string before = http.DefaultRequestHeaders.ToString();
        ApiClientOptions options = Once();
        options.HttpClient = http;
        await Client(server, options).GetAsync();
        Assert.AreEqual("GenieKey " + TestClient.Key, server.Requests.Single().Header("Authorization"));
        Assert.AreEqual("1", server.Requests[0].Header("X-Theirs"));
        Assert.AreEqual(before, http.DefaultRequestHeaders.ToString());
        Assert.AreEqual(new Uri("https://other.invalid/x"), http.BaseAddress);
        Assert.AreEqual(TimeSpan.FromSeconds(50), http.Timeout);
    }

    [TestMethod]
    public async Task F14_a_key_that_is_rotated_while_a_call_retries_is_used_once_by_the_next_attempt()
    {
        ApiCredential credential = ApiCredential.Http("key", "GenieKey", TestClient.Key + "-1");
        RawServer server = Serve(async x =>
        {
            credential.Update($"{TestClient.Key}-{x.Number + 2}");
            await x.SendAsync(RawServer.Answer(x.Number < 2 ? 503 : 400, $$"""{"message":"{{x.Request.Header("Authorization")}}"}"""));
        });
        TestClient client = Keep(new TestClient(server.Address, credential, Untimed()));
        var e = await FailAsync<ApiException<Problem>>(Time.DriveAsync(client.GetAsync()));

        // Header() fails where a header stands twice.
        CollectionAssert.AreEqual(
            new[] { 1, 2, 3 }.Select(n => $"GenieKey {TestClient.Key}-{n}").ToArray(),
            server.Requests.Select(r => r.Header("Authorization")).ToArray());
        StringAssert.Contains(e.Message, "GenieKey ***");
        Assert.AreEqual($"GenieKey {TestClient.Key}-3", e.Error.Message);
    }

    /// <summary>Names the request in its message, or only in the data of the cause, where loggers find it.</summary>
    private sealed class TellingHandler(bool inWords) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => throw new HttpRequestException(
                "could not send" + (inWords ? $" {request.RequestUri}" : ""), new IOException("lost") { Data = { ["request"] = request } });
    }
}
