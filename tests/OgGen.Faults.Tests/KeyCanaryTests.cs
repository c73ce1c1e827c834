using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;

namespace OgGen.Faults.Tests;

/// <summary>The positive twins of every fault: on each channel the canary finds a secret that is there.</summary>
[TestClass]
public sealed class KeyCanaryTests
{
    internal const string EventSourceName = "OgGen-Faults-Tests";

    private static readonly ActivitySource s_source = new("Test.Source");
    private static readonly Meter s_meter = new("Test.Meter");

    [TestMethod]
    public void It_finds_a_secret_in_every_part_of_an_exception()
    {
        AssertHeard("exception text", (c, s) => c.See(new ApiException(s)));
        AssertHeard("exception text", (c, s) => c.See(new ApiException("x", new IOException("y", new IOException(s)))));
        AssertHeard("exception data", (c, s) => c.See(new ApiException("x", new IOException("y") { Data = { ["k"] = s } })));
        AssertHeard("exception data", (c, s) => c.See(new IOException("y") { Data = { [s] = "v" } }));
        AssertHeard("exception RequestId", (c, s) => c.See(new ApiException("x") { RequestId = s }));
        AssertHeard("exception Operation", (c, s) => c.See(new ApiException("x") { Operation = s }));
        AssertHeard("header", (c, s) => c.See(new ApiException("x") { Headers = new ApiResponseHeaders([new("X-Echo", s)]) }));
    }

    [TestMethod]
    public void The_body_of_an_answer_is_no_text_of_the_client()
    {
        string secret = "t" + Guid.NewGuid();
        using var canary = new KeyCanary(secret);
        canary.See(new ApiException("x") { RawBody = secret, ErrorBody = new Problem(secret) });
        canary.See(new ApiException<Problem>("x", new Problem(secret)));
        canary.AssertSilent();
    }

    [TestMethod]
    public void Stranger12_it_finds_a_secret_in_every_spelling()
    {
        const string Secret = "k3y/<p\u00e4ss>+\ud83d\ude00\"&'=_-.:";
        foreach ((string name, Func<string, string> spell) in KeySpellings.All)
        {
            using var canary = new KeyCanary(Secret);
            canary.Hear("text", $"{{\"message\":\"no key {spell("other key")} here, %zz \\u00 &#; &lt;\"}}");
            canary.AssertSilent();
            canary.Hear("text", $"{{\"message\":\"invalid key {spell(Secret)} of Gson\"}}");
            Assert.HasCount(1, canary.Leaks, name);
        }
    }

    [TestMethod]
    public void It_finds_a_secret_in_traces_metrics_and_events()
    {
        AssertHeard("activity", (_, s) => s_source.StartActivity("call")!.SetTag("key", s).Dispose());
        AssertHeard("activity", (_, s) => s_source.StartActivity(s)!.Dispose());
        AssertHeard(
            "activity", (_, s) => s_source.StartActivity("call")!.SetBaggage("b", s).SetStatus(ActivityStatusCode.Error, "d").Dispose());
        AssertHeard(
            "activity event",
            (_, s) => s_source.StartActivity("call")!.AddEvent(new ActivityEvent("e", tags: new() { ["t"] = s })).Dispose());
        AssertHeard("metric", (_, s) => s_meter.CreateCounter<long>("c").Add(1, new KeyValuePair<string, object?>("t", s)));
        AssertHeard("metric", (_, s) => s_meter.CreateHistogram<double>("h").Record(1, new KeyValuePair<string, object?>("t", s)));
        AssertHeard("event Said", (_, s) =>
        {
            using var source = new Speaker();
            source.Said(s);
        });
    }

    [TestMethod]
    public void It_finds_a_secret_as_text_as_json_and_in_a_debugger()
    {
        AssertHeard("text", (c, s) => c.See(new Shown(s)));
        AssertHeard("json", (c, s) => c.See(new Shown(s)));
        AssertHeard("debugger Hidden._key", (c, s) => c.See(new Hidden(s)));
        AssertHeard("debugger Computed.Key", (c, s) => c.Browse(new Computed(() => s)));
        AssertHeard(
            "debugger HttpResponseMessage",
            (c, s) => c.Browse(new HttpResponseMessage { RequestMessage = new HttpRequestMessage { Headers = { { "X-Key", s } } } }));
        AssertHeard("debugger ApiCredential[][]", (c, s) => c.See(new[] { ApiCredential.Bearer(s, "x") }));
    }

    [TestMethod]
    public async Task It_finds_what_a_service_says_and_what_dotnet_does()
    {
        string secret = "t" + Guid.NewGuid();
        using var canary = new KeyCanary(secret);
        await using var server = new RawServer(
            RawServer.Answer(404, $$"""{"message":"{{secret}}"}""", $"X-Echo: {secret}\r\nX-Request-ID: {secret}\r\n"));
        ApiClientOptions options = Given.NoRetry();
        options.Observers = canary.Observers;
        using var client = new TestClient(server.Address, options);
        canary.See(
            await Assert.ThrowsAsync<ApiException>(
                () => client.SendAsync("GET", r => { r.AddPathLiteral("/a/"); r.AddPathSegment("id", secret); })));
        foreach (string channel in new[]
        {
            "exception text",
            "exception RequestId",
            "header",
            "observed header",
            "log: Pets_Do: headers",
            "event RequestStart",
        })
        {
            AssertHeard(canary, channel);
        }

        // The activity of .NET has had the address since version 9.
        Assert.AreEqual(
            Environment.Version.Major >= 9,
            canary.Leaks.Any(static l => l.StartsWith("activity: System.Net.Http", StringComparison.Ordinal)));
        Assert.ThrowsExactly<AssertFailedException>(() => canary.AssertSilent());
        Assert.ThrowsExactly<AssertFailedException>(
            () => canary.AssertSilent(static l => l.StartsWith("event RequestStart", StringComparison.Ordinal)));
    }

    private static void AssertHeard(string channel, Action<KeyCanary, string> speak)
    {
        string secret = "t" + Guid.NewGuid();
        using var canary = new KeyCanary(secret);
        canary.AssertSilent();
        speak(canary, secret);
        AssertHeard(canary, channel);
    }

    private static void AssertHeard(KeyCanary canary, string channel)
        => Assert.IsTrue(
            canary.Leaks.Any(l => l.StartsWith(channel, StringComparison.Ordinal)), $"{channel}: {string.Join('\n', canary.Leaks)}");

    private sealed record Shown(string Key);

    private sealed class Hidden(string key)
    {
        private readonly string _key = key;

        public override string ToString() => "***";

        public bool Is(string key) => _key == key;
    }

    private sealed class Computed(Func<string> key)
    {
        public string Key => key();

        public string Broken => throw new InvalidOperationException(key());
    }

    [EventSource(Name = EventSourceName)]
    private sealed class Speaker : EventSource
    {
        [Event(1)]
        public void Said(string text) => WriteEvent(1, text);
    }
}
