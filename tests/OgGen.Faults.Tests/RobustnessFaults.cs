using System.Net;
using OgGen.Generated;

namespace OgGen.Faults.Tests;

[TestClass]
public sealed class RobustnessFaults : FaultTest
{
    /// <summary>The length of the JSON body of a pet without a name.</summary>
    private const int BareBody = 28;

    [TestMethod]
    [DataRow("json")]
    [DataRow("form")]
    [DataRow("bytes")]
    [DataRow("stream")]
    [DataRow("multipart")]
    public async Task F54_a_repeated_request_has_the_same_bytes(string kind)
    {
        using var stream = new MemoryStream([1, 2, .. new byte[100_000]]) { Position = 1 };
        RawServer server = Serve(x => x.Number switch
        {
            0 => x.SendAsync(RawServer.Answer(503, "{}")),
            1 => ResetAsync(x),
            2 => x.SendAsync(RawServer.Answer(429, "{}")),
            _ => x.SendAsync(Given.Pet),
        });
        await Time.DriveAsync(Client(server, Untimed()).SendAsync("PUT", r =>
        {
            r.AddPathLiteral("/x");
            r.AddHeader("X-A", "1");
            switch (kind)
            {
                case "json": r.SetJsonBody<Pet, PetCodec>(new Pet(new string('é', 5000))); break;
                case "form": r.SetFormBody().AddField("a b", "c&d"); break;
                case "bytes": r.SetBytesBody([1, 2, 3]); break;
                case "stream": r.SetStreamBody(stream); break;
                default:
                    ApiMultipart parts = r.SetMultipartBody();
                    parts.AddJson<Pet, PetCodec>("pet", new Pet("é"));
                    parts.AddFile("file", new ApiFile(stream, "a.bin"));
                    break;
            }
        }));
        Assert.HasCount(4, server.Requests);
        foreach (RawRequest request in server.Requests)
        {
            Assert.IsNotEmpty(request.Body);
            CollectionAssert.AreEqual(server.Requests[0].Body, request.Body);
            Assert.AreEqual(HeadersOf(server.Requests[0]), HeadersOf(request));
        }
    }

    [TestMethod]
    [DataRow(503, false)]
    [DataRow(429, false)]
    [DataRow(503, true)]
    [DataRow(429, true)]
    public async Task F54_a_stream_that_cannot_go_back_is_sent_once(int status, bool isPart)
    {
        RawServer server = Serve(RawServer.Answer(status, "{}"));
        using var stream = new ForwardStream("abc"u8.ToArray());
        await FailAnyAsync<ApiException>(Time.DriveAsync(Client(server, Untimed()).SendAsync("PUT", r =>
        {
            r.AddPathLiteral("/x");
            if (isPart)
            {
                ApiMultipart parts = r.SetMultipartBody();
                parts.AddText("a", "b");
                parts.AddFile("file", new ApiFile(stream, "a.bin"));
            }
            else
            {
                r.SetStreamBody(stream);
            }
        })));
        StringAssert.Contains(server.Requests.Single().Text, "abc");
    }

    [TestMethod]
    public async Task F55_a_thousand_failing_calls_hold_no_connection_and_no_answer()
    {
        const int Callers = 16;
        RawServer server = Serve(x => x.SendAsync((x.Number % 4) switch
        {
            0 => RawServer.Answer(500, "{}"),
            1 => RawServer.Answer(404, "[]"),
            2 => RawServer.Answer(200, "{"),
            _ => RawServer.Answer(302, "", "Location: /\r\n"),
        }));
        using var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = Callers };
        using var counting = new CountingHandler(sockets);
        ApiClientOptions options = Once();
        options.Handler = counting;

        // A pool without a limit of its own may open a spare connection for a caller who then gets one that became free.
        foreach ((TestClient client, int limit) in new[] { (Client(server, options), Callers), (Client(server), 2 * Callers) })
        {
            int before = server.ConnectionCount;
            await Parallel.ForAsync(
                0,
                1000,
                new ParallelOptions { MaxDegreeOfParallelism = Callers },
                async (_, _) => await FailAnyAsync<ApiException>(client.GetAsync(CancellationToken.None)));
            Assert.IsLessThanOrEqualTo(limit, server.ConnectionCount - before);
        }

        Assert.HasCount(2000, server.Requests);
        Assert.AreEqual(1000, counting.Answers);
        Assert.AreEqual(1000, counting.Disposed);
    }

    [TestMethod]
    public void F58_the_caller_may_block_on_a_call_in_a_synchronization_context()
    {
        RawServer server = Serve(RawServer.Answer(503, "{}"), RawServer.Answer(503, "{}"), Given.Pet);
        var options = Watched(new ApiClientOptions { Retry = new ApiRetryOptions { BaseDelay = TimeSpan.FromMilliseconds(1) } });
        TestClient client = Client(server, options);
        string? name = null;
        var context = new DeadContext();
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            name = client.GetAsync().GetAwaiter().GetResult().Value.Name;
        })
        { IsBackground = true };
        thread.Start();
        Assert.IsTrue(thread.Join(TimeSpan.FromSeconds(20)), "deadlock");
        Assert.AreEqual("Rex", name);
        Assert.AreEqual(0, context.Posts);
    }

    [TestMethod]
    public async Task F59_64_threads_of_one_client_keep_their_calls_apart()
    {
        RawServer server = Serve(x => x.SendAsync(RawServer.Answer(
            x.Request.Header("X-N") is "7" ? 400 : 200,
            $$"""{"name":"{{x.Request.Target}} {{x.Request.Header("X-N")}} {{x.Request.Header("X-Copy")}} """
                + $$"""{{x.Request.Text.Length}}","message":"m"}""")));
        TestClient shared = Client(server);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        Thread[] threads = [.. Enumerable.Range(0, 64).Select(n => new Thread(() => Run(n)) { IsBackground = true })];
        void Run(int n)
        {
            try
            {
                TestClient client = shared.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["X-Copy"] = $"c{n}" } });
                for (int i = 0; i < 10; i++)
                {
                    CallAsync(client, n, i).GetAwaiter().GetResult();
                }
            }
            catch (Exception e) when (e is ApiException or AssertFailedException)
            {
                failures.Enqueue(e);
            }
        }

        Array.ForEach(threads, t => t.Start());
        await Task.Run(() => Array.ForEach(threads, t => Assert.IsTrue(t.Join(TimeSpan.FromSeconds(50)))));
        Assert.IsEmpty(failures, string.Join('\n', failures));
        Assert.HasCount(640, server.Requests);
        foreach (RawRequest request in server.Requests)
        {
            // Header() fails where a header stands twice.
            Assert.AreEqual("GenieKey " + TestClient.Key, request.Header("Authorization"));
        }
    }

    [TestMethod]
    public async Task F62_the_proxy_of_the_environment_is_used_unless_it_is_switched_off()
    {
        var e = await FailAsync<ApiConnectionException>(Client(new Uri("https://api.proxied.invalid")).GetAsync());
        Assert.AreEqual(ApiConnectionFailure.Proxy, e.Failure);
        RawRequest connect = EnvironmentProxy.Server.Requests.Single();
        Assert.AreEqual("api.proxied.invalid:443", connect.Target);
        Assert.DoesNotContain(TestClient.Key, HeadersOf(connect));

        await using var direct = new TlsServer((_, _) => Task.CompletedTask);
        ApiClientOptions options = Once();
        options.UseProxy = false;
        await FailAsync<ApiConnectionException>(Client(new Uri($"https://127.0.0.1:{direct.Address.Port}"), options).GetAsync());
        Assert.AreEqual(1, direct.ConnectionCount);

        // NO_PROXY holds localhost; and plain HTTP never leaves this machine.
        await FailAsync<ApiConnectionException>(Client(direct.Address).GetAsync());
        Assert.AreEqual(2, direct.ConnectionCount);
        Assert.AreEqual("Rex", (await Client(Serve(Given.Pet)).GetAsync()).Value.Name);
        Assert.HasCount(1, EnvironmentProxy.Server.Requests);
    }

    private static async Task CallAsync(TestClient client, int n, int i)
    {
        Task<ApiResponse<Pet>> call = client.SendAsync("POST", r =>
        {
            r.AddPathLiteral("/p/");
            r.AddPathSegment("id", ApiText.Format((n * 100) + i));
            r.AddHeader("X-N", ApiText.Format(i));
            r.SetJsonBody<Pet, PetCodec>(new Pet(new string('x', n * 50)));
        });
        if (i == 7)
        {
            await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => call);
        }
        else
        {
            Assert.AreEqual($"/p/{(n * 100) + i} {i} c{n} {BareBody + (n * 50)}", (await call).Value.Name);
        }
    }

    private static Task ResetAsync(RawExchange exchange)
    {
        exchange.Reset();
        return Task.CompletedTask;
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class DeadContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state) => Interlocked.Increment(ref _posts);
    }

    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private int _answers;
        private int _disposed;

        public int Answers => Volatile.Read(ref _answers);

        public int Disposed => Volatile.Read(ref _disposed);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref _answers);
            response.Content = new CountedContent(this, response.Content);
            return response;
        }

        private sealed class CountedContent : HttpContent
        {
            private readonly CountingHandler _owner;
            private readonly HttpContent _inner;

            public CountedContent(CountingHandler owner, HttpContent inner)
            {
                _owner = owner;
                _inner = inner;
                foreach ((string name, IEnumerable<string> values) in inner.Headers)
                {
                    Headers.TryAddWithoutValidation(name, values);
                }
            }

            protected override Task<Stream> CreateContentReadStreamAsync() => _inner.ReadAsStreamAsync();

            protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream);

            protected override bool TryComputeLength(out long length)
            {
                length = 0;
                return false;
            }

            protected override void Dispose(bool disposing)
            {
                Interlocked.Increment(ref _owner._disposed);
                _inner.Dispose();
                base.Dispose(disposing);
            }
        }
    }
}
