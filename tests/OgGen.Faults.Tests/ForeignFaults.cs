using System.Net;

namespace OgGen.Faults.Tests;

/// <summary>Exceptions of code that is not the client's: handlers, token providers, rate limiters, contents.</summary>
[TestClass]
public sealed class ForeignFaults
{
    private const string Key = "CANARY-foreign-key-1";

    private static readonly Func<string, Exception>[] s_exceptions =
    [
        static text => new InvalidOperationException(text),
        static text => new NotSupportedException(text),
        static text => new AggregateException(text, new IOException(text)),
        static text => new ArgumentException(text),
        static text => new ObjectDisposedException("their client", text),
        static text => new BrokenCircuitException(text),
        static text => new InvalidOperationException("outer", new BrokenCircuitException(text)),
        static text => new InvalidOperationException("outer") { Data = { ["request"] = text } },
        static text => new InvalidDataException(text),
    ];

    private static IEnumerable<object[]> Exceptions => Enumerable.Range(0, s_exceptions.Length).Select(static n => new object[] { n });

    [TestMethod]
    [DynamicData(nameof(Exceptions))]
    public async Task Stranger22_what_a_handler_throws_is_the_cause_of_an_ApiException(int kind)
    {
        foreach (string way in new[] { "handler", "HttpClient" })
        {
            using var handler = new StubHandler(_ => throw s_exceptions[kind]("it failed"));
            ApiException e = await FailAsync(way, handler);
            AssertCause(e, kind, "the transport");
            Assert.AreEqual(1, handler.Calls, "it is not repeated");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Exceptions))]
    public async Task Stranger22_what_a_handler_tells_of_the_request_is_masked(int kind)
    {
        foreach (string way in new[] { "handler", "HttpClient" })
        {
            using var handler = new StubHandler(request => throw s_exceptions[kind]($"failed: {request}, {request.Headers.Authorization}"));
            ApiException e = await FailAsync(way, handler);
            Assert.IsNotNull(e.InnerException);
            Assert.Contains(s_exceptions[kind]("").GetType().Name, e.ToString());
            Assert.AreEqual(1, handler.Calls);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Exceptions))]
    public async Task Stranger22_what_a_token_provider_throws_is_the_cause_of_an_ApiException(int kind)
    {
        using var handler = new StubHandler(static _ => Pet());
        int asked = 0;
        ApiException e = await FailAsync("handler", handler, ApiCredential.Bearer("key", Ask));
        AssertCause(e, kind, "the token provider");
        Assert.AreEqual(0, handler.Calls, "nothing was sent");
        Assert.AreEqual(1, asked);

        async ValueTask<string> Ask(CancellationToken cancellationToken)
        {
            asked++;
            await Task.Yield();
            throw s_exceptions[kind]("it failed");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Exceptions))]
    public async Task Stranger22_a_token_that_the_provider_repeats_in_another_call_is_masked(int kind)
    {
        int asked = 0;
        using var handler = new StubHandler(static _ => Pet());
        ApiCredential credential = ApiCredential.Bearer(
            "key", _ => asked++ == 0 ? new(Key) : throw s_exceptions[kind]($"{Key} has expired"));
        using var canary = new KeyCanary(Key, ApiTelemetry.Name, withEvents: false);
        using TestClient client = Client(canary, "handler", handler, credential);
        await client.GetAsync();
        ApiException e = await Assert.ThrowsExactlyAsync<ApiException>(() => client.GetAsync());
        canary.See(e);
        canary.AssertSilent();
    }

    [TestMethod]
    public async Task Stranger22_a_token_that_cannot_be_sent_is_an_ApiException()
    {
        foreach (string? token in new[] { null, "", $"{Key}\r\nX: y", Key + " ", Key + "\u00e9" })
        {
            using var handler = new StubHandler(static _ => Pet());
            ApiException e = await FailAsync("handler", handler, ApiCredential.Bearer("key", _ => new(token!)));
            Assert.Contains("no usable token", e.Message);
            Assert.AreEqual(0, handler.Calls);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Exceptions))]
    public async Task Stranger22_what_a_rate_limiter_throws_is_the_cause_of_an_ApiException(int kind)
    {
        foreach (int status in new[] { 200, 429, 500, 0 })
        {
            // The key is known before it is sent: limiters are kept by key.
            foreach (string text in new[] { "it failed", $"{Key} has no permit" })
            {
                using var handler = new StubHandler(
                    _ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("{\"name\":\"Rex\"}") });
                ApiException e = await FailAsync(
                    "handler", handler, null, o => o.RateLimiter = new FailingLimiter(status == 0, () => s_exceptions[kind](text)));
                if (text == "it failed")
                {
                    AssertCause(e, kind, "the rate limiter");
                }

                Assert.AreEqual(status == 0 ? 0 : 1, handler.Calls);
                Assert.AreEqual(status == 0 ? null : status, e.Status);
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Exceptions))]
    public async Task Stranger22_what_a_content_throws_is_the_cause_of_an_ApiException(int kind)
    {
        foreach (int status in new[] { 200, 404 })
        {
            using var handler = new StubHandler(_ => new HttpResponseMessage(
                (HttpStatusCode)status) { Content = new StreamContent(new FailingStream(() => s_exceptions[kind](Key))) });
            ApiException e = await FailAsync("handler", handler);
            Assert.AreEqual(status, e.Status);

            using var canary = new KeyCanary(Key, ApiTelemetry.Name, withEvents: false);
            using TestClient client = Client(canary, "handler", handler, null);
            if (status == 200)
            {
                Stream stream = (await client.Pipe.SendForStreamAsync(Operations.Request("GET"))).Value;
                ApiException late = await Assert.ThrowsAsync<ApiException>(() => stream.ReadAsync(new byte[10]).AsTask());
                canary.See(late);
                canary.AssertSilent();
                Assert.AreEqual(status, late.Status);
            }
        }
    }

    [TestMethod]
    public async Task Stranger22_a_time_limit_of_a_handler_is_a_timeout()
    {
        using var handler = new StubHandler(static _ => throw new TimeoutException($"late, {Key}"));
        foreach ((string method, int sent) in new[] { ("GET", 4), ("POST", 1) })
        {
            int before = handler.Calls;
            using var canary = new KeyCanary(Key, ApiTelemetry.Name, withEvents: false);
            var time = new ManualTimeProvider();
            ApiClientOptions options = Given.Untimed(time);
            options.Handler = handler;
            using var client = new TestClient(new Uri("https://a.invalid"), ApiCredential.Bearer("key", Key), options);
            var e = await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => time.DriveAsync(client.SendAsync(method)));
            canary.See(e);
            canary.AssertSilent();
            Assert.IsNull(e.Limit);
            Assert.IsNotNull(e.InnerException);
            Assert.AreEqual(sent, handler.Calls - before);
        }
    }

    [TestMethod]
    public async Task Stranger22_a_handler_that_returns_nothing_is_named()
    {
        foreach (string way in new[] { "handler", "HttpClient" })
        {
            using var handler = new StubHandler(static _ => null!);
            ApiException e = await FailAsync(way, handler);
            Assert.Contains("eturn", e.Message);
            Assert.IsNotInstanceOfType<NullReferenceException>(e.InnerException);
        }
    }

    [TestMethod]
    public async Task Stranger22_an_ApiException_of_another_client_passes_and_cancellation_stays_what_it_is()
    {
        var theirs = new ApiRateLimitException("no token now") { RetryAfter = TimeSpan.FromSeconds(7) };
        using var handler = new StubHandler(static _ => Pet());
        Assert.AreSame(theirs, await FailAsync("handler", handler, ApiCredential.Bearer("key", _ => throw theirs)));

        using var cancel = new CancellationTokenSource();
        using var canary = new KeyCanary(Key, ApiTelemetry.Name, withEvents: false);
        using TestClient client = Client(canary, "handler", new StubHandler(_ =>
        {
            cancel.Cancel();
            throw new InvalidOperationException(Key);
        }), null);
        var e = await Assert.ThrowsExactlyAsync<OperationCanceledException>(() => client.GetAsync(cancel.Token));
        Assert.AreEqual(cancel.Token, e.CancellationToken);
        Assert.DoesNotContain(Key, e.ToString());
    }

    /// <summary>Only texts are looked through: what else an exception type of the user's own holds is as secret as the key.</summary>
    [TestMethod]
    public async Task Stranger22_members_of_an_exception_besides_its_texts_stay_as_they_are()
    {
        foreach (string way in new[] { "handler", "HttpClient" })
        {
            var thrown = new DetailedException("it failed", Key);
            using var handler = new StubHandler(_ => throw thrown);
            using var canary = new KeyCanary(Key, ApiTelemetry.Name, withEvents: false);
            using TestClient client = Client(canary, way, handler, null);
            ApiException e = await Assert.ThrowsExactlyAsync<ApiException>(() => client.GetAsync());
            Assert.AreSame(thrown, e.InnerException);
            Assert.AreEqual(Key, thrown.Detail);
            Assert.DoesNotContain(Key, e.ToString());
            canary.AssertSilent();
        }
    }

    [TestMethod]
    public async Task Stranger22_an_exception_whose_text_is_masked_leaves_its_members_behind()
    {
        foreach (string way in new[] { "handler", "HttpClient" })
        {
            using var handler = new StubHandler(static _ => throw new DetailedException($"{Key} failed", Key));
            ApiException e = await FailAsync(way, handler);
            Assert.IsNotInstanceOfType<DetailedException>(e.InnerException);
            Assert.Contains($"{typeof(DetailedException)}: *** failed", e.InnerException!.Message);
        }
    }

    private static void AssertCause(ApiException e, int kind, string who)
    {
        Exception made = s_exceptions[kind]("it failed");
        Assert.AreEqual(typeof(ApiException), e.GetType());
        Assert.AreEqual("Pets_Do", e.Operation);
        Assert.Contains($"Pets_Do failed: {who} threw {made.GetType()}: {made.Message.Split((char)10)[0].Trim((char)13)}", e.Message);
        Assert.Contains(made.GetType().ToString(), e.InnerException!.ToString());
        Assert.IsTrue(e.InnerException.GetType() == made.GetType() || made.Data.Count > 0, "a cause that tells nothing stays what it is");
        Assert.IsEmpty(e.InnerException.Data);
    }

    private static HttpResponseMessage Pet() => new() { Content = new StringContent("{\"name\":\"Rex\"}") };

    private static TestClient Client(
        KeyCanary canary, string way, StubHandler handler, ApiCredential? credential, Action<ApiClientOptions>? configure = null)
    {
        ApiClientOptions options = Given.NoRetry();
        options.Retry = new ApiRetryOptions { BaseDelay = TimeSpan.Zero };
        options.Observers = canary.Observers;
        options.Handler = way == "handler" ? handler : null;
        options.HttpClient = way == "HttpClient" ? new HttpClient(handler, disposeHandler: false) : null;
        configure?.Invoke(options);
        return new TestClient(new Uri("https://a.invalid"), credential ?? ApiCredential.Bearer("key", Key), options);
    }

    private static async Task<ApiException> FailAsync(
        string way, StubHandler handler, ApiCredential? credential = null, Action<ApiClientOptions>? configure = null)
    {
        using var canary = new KeyCanary(Key, ApiTelemetry.Name, withEvents: false);
        using TestClient client = Client(canary, way, handler, credential, configure);
        ApiException e = await Assert.ThrowsAsync<ApiException>(() => client.GetAsync());
        canary.See(e);
        canary.AssertSilent();
        return e;
    }

    /// <summary>Like that of a library for resilience.</summary>
    private sealed class BrokenCircuitException(string message) : Exception(message);

    /// <summary>Has a member besides the message, as exceptions of a user's own have.</summary>
    private sealed class DetailedException(string message, string detail) : Exception(message)
    {
        public string Detail { get; } = detail;
    }

    private sealed class FailingLimiter(bool atOnce, Func<Exception> make) : IApiRateLimiter
    {
        public ValueTask WaitAsync(CancellationToken cancellationToken) => atOnce ? throw make() : default;

        public void ReportThrottled(TimeSpan? retryAfter) => throw make();

        public void ReportSuccess() => throw make();
    }

    private sealed class FailingStream(Func<Exception> make) : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw make();

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => Task.FromException<int>(make());

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => ValueTask.FromException<int>(make());
    }
}
