using System.Globalization;
using OgGen.Generated;

namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class RetryTests
{
    /// <summary>Sends one call to a server; every wait passes at once.</summary>
    private static async Task<(ManualTimeProvider Time, Exception? Failure)> RunAsync(
        RawServer server, string method, Action<ApiClientOptions>? configure = null, Action<ApiRequest>? build = null)
    {
        var time = new ManualTimeProvider();
        ApiClientOptions options = Given.Untimed(time);
        configure?.Invoke(options);
        using var client = new TestClient(server.Address, options);
        try
        {
            await time.DriveAsync(client.SendAsync(method, build));
            return (time, null);
        }
        catch (Exception e) when (e is not AssertFailedException)
        {
            return (time, e);
        }
    }

    [TestMethod]
    [DataRow("GET")]
    [DataRow("HEAD")]
    [DataRow("OPTIONS")]
    [DataRow("PUT")]
    public async Task Repeatable_methods_are_repeated_three_times(string method)
    {
        foreach (int status in new[] { 408, 429, 500, 502, 503, 504 })
        {
            await using var server = new RawServer(
                x => x.SendAsync(method == "HEAD" ? $"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n" : RawServer.Answer(status, "{}")));
            (ManualTimeProvider time, Exception? failure) = await RunAsync(server, method);
            Assert.AreEqual(status, ((ApiException)failure!).Status);
            Assert.HasCount(4, server.Requests);

            // Full jitter: a wait of zero makes no timer.
            Assert.IsLessThanOrEqualTo(3, time.Waits.Count);
            Assert.IsTrue(time.Waits.All(w => w <= TimeSpan.FromSeconds(2)));
        }
    }

    [TestMethod]
    [DataRow("POST")]
    [DataRow("PATCH")]
    [DataRow("DELETE")]
    public async Task Other_methods_are_repeated_after_429_only(string method)
    {
        foreach (int status in new[] { 408, 500, 502, 503, 504 })
        {
            await using var server = new RawServer(RawServer.Answer(status, "{}"));
            (_, Exception? failure) = await RunAsync(server, method);
            Assert.AreEqual(status, ((ApiException)failure!).Status);
            Assert.HasCount(1, server.Requests);
        }

        await using var limited = new RawServer(RawServer.Answer(429, "{}"), Given.Pet);
        (_, Exception? none) = await RunAsync(limited, method);
        Assert.IsNull(none);
        Assert.HasCount(2, limited.Requests);
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(401)]
    [DataRow(403)]
    [DataRow(404)]
    [DataRow(409)]
    [DataRow(422)]
    [DataRow(501)]
    [DataRow(505)]
    [DataRow(302)]
    public async Task Final_statuses_are_not_repeated(int status)
    {
        await using var server = new RawServer(RawServer.Answer(status, "{}"));
        (_, Exception? failure) = await RunAsync(server, "GET");
        Assert.AreEqual(status, ((ApiException)failure!).Status);
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [DataRow("GET", "close", 4 * 4)] // .NET repeats three times by itself, within each of our attempts
    [DataRow("GET", "reset", 4 * 4)]
    [DataRow("PUT", "close", 4)]
    [DataRow("PUT", "reset", 4)]
    [DataRow("GET", "length", 4)]
    [DataRow("GET", "chunk", 4)]
    [DataRow("POST", "close", 1)]
    [DataRow("POST", "reset", 1)]
    [DataRow("POST", "length", 1)]
    [DataRow("PATCH", "chunk", 1)]
    [DataRow("DELETE", "close", 1)]
    [DataRow("DELETE", "reset", 1)]
    public async Task A_lost_answer_is_asked_for_again_where_that_is_safe(string method, string how, int expected)
    {
        await using var server = new RawServer(x => LoseAsync(x, how));
        (_, Exception? failure) = await RunAsync(server, method);
        Assert.IsInstanceOfType<ApiConnectionException>(failure);
        Assert.AreEqual(ApiConnectionFailure.Interrupted, ((ApiConnectionException)failure!).Failure);
        Assert.HasCount(expected, server.Requests);
    }

    [TestMethod]
    [DataRow("POST", true)]
    [DataRow("POST", false)]
    [DataRow("DELETE", false)]
    [DataRow("PATCH", false)]
    public async Task On_a_reused_connection_too_nothing_unsafe_is_sent_twice(string method, bool body)
    {
        await using var server = new RawServer(x => x.Number == 0 ? x.SendAsync(Given.Pet) : LoseAsync(x, "close"));
        using var client = new TestClient(server.Address);
        await client.GetAsync();
        await Assert.ThrowsExactlyAsync<ApiConnectionException>(() => client.SendAsync(method, r =>
        {
            r.AddPathLiteral("/x");
            if (body)
            {
                r.SetJsonBody<Pet, PetCodec>(new Pet("Rex"));
            }
        }));
        Assert.HasCount(2, server.Requests);
        Assert.AreEqual(1, server.ConnectionCount);
    }

    private static async Task LoseAsync(RawExchange exchange, string how)
    {
        switch (how)
        {
            case "length":
                await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":");
                break;
            case "chunk":
                await exchange.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"name\"");
                break;
            default:
                break;
        }

        if (how == "reset")
        {
            exchange.Reset();
        }
        else
        {
            exchange.Close();
        }
    }

    [TestMethod]
    [DataRow("GET")]
    [DataRow("POST")]
    public async Task A_refused_connection_is_tried_again_with_every_method(string method)
    {
        Uri address;
        await using (var server = new RawServer(Given.Pet))
        {
            address = server.Address;
        }

        var time = new ManualTimeProvider();
        using var client = new TestClient(address, Given.Untimed(time));
        int before = time.Waits.Count;
        var e = await Assert.ThrowsExactlyAsync<ApiConnectionException>(() => time.DriveAsync(client.SendAsync(method)));
        Assert.AreEqual(ApiConnectionFailure.Connect, e.Failure);
        Assert.IsTrue(e.NothingWasSent);
        Assert.IsGreaterThan(before, time.Waits.Count);
    }

    [TestMethod]
    public async Task A_failed_tls_handshake_is_never_repeated()
    {
        var stop = new CancellationTokenSource();
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        int connections = 0;
        Task serving = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref connections);
                _ = await client.GetStream().ReadAtLeastAsync(new byte[64], 1, false, stop.Token);
                await client.GetStream().WriteAsync("HTTP/1.1 400 This is no TLS\r\n\r\n"u8.ToArray(), stop.Token);
            }
        });
        var time = new ManualTimeProvider();
        using var client = new TestClient(
            new Uri($"https://localhost:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}"), Given.Untimed(time));
        var e = await Assert.ThrowsExactlyAsync<ApiConnectionException>(() => time.DriveAsync(client.GetAsync()));
        Assert.AreEqual(ApiConnectionFailure.SecureConnection, e.Failure);
        Assert.AreEqual(1, connections);
        Assert.IsEmpty(time.Waits);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => serving);
        stop.Dispose();
    }

    [TestMethod]
    [DataRow("2", 2.0)]
    [DataRow("Sun, 22 Nov 2026 13:14:45 GMT", 30.0)]
    [DataRow("Mon, 22 Nov 2026 13:14:45 GMT", 30.0)] // the weekday is wrong
    [DataRow("1000000000", 60.0)]
    [DataRow("99999999999999999999", 60.0)]
    [DataRow("Tue, 22 Dec 2026 13:14:45 GMT", 60.0)]
    public async Task The_wait_is_what_the_service_asks_for_within_the_cap(string retryAfter, double seconds)
    {
        await using var server = new RawServer(RawServer.Answer(429, "{}", $"Retry-After: {retryAfter}\r\n"), Given.Pet);
        (ManualTimeProvider time, Exception? failure) = await RunAsync(server, "POST");
        Assert.IsNull(failure);
        Assert.AreEqual(TimeSpan.FromSeconds(seconds), time.Waits.Single());
    }

    [TestMethod]
    [DataRow("-1")]
    [DataRow("abc")]
    [DataRow("5.5")]
    [DataRow("0")]
    [DataRow("")]
    [DataRow("Sun, 22 Nov 2020 13:14:45 GMT")]
    public async Task Advice_that_cannot_be_followed_is_replaced_by_the_back_off(string retryAfter)
    {
        await using var server = new RawServer(RawServer.Answer(503, "{}", $"Retry-After: {retryAfter}\r\n"), Given.Pet);
        (ManualTimeProvider time, Exception? failure) = await RunAsync(server, "GET");
        Assert.IsNull(failure);
        Assert.IsTrue(time.Waits.All(w => w < TimeSpan.FromSeconds(0.5)));
    }

    [TestMethod]
    public async Task The_header_that_the_document_names_gives_the_wait()
    {
        await using var server = new RawServer(
            RawServer.Answer(429, "{}", "X-RateLimit-Period-In-Sec: 7\r\n"),
            RawServer.Answer(429, "{}", "X-RateLimit-Period-In-Sec: 7\r\nRetry-After: 3\r\n"),
            Given.Pet);
        (ManualTimeProvider time, Exception? failure) = await RunAsync(server, "GET");
        Assert.IsNull(failure);
        CollectionAssert.AreEqual(new[] { TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(3) }, time.Waits);
    }

    [TestMethod]
    public async Task The_header_that_the_document_names_is_no_advice_on_a_server_error()
    {
        await using var server = new RawServer(RawServer.Answer(503, "{}", "X-RateLimit-Period-In-Sec: 60\r\n"), Given.Pet);
        (ManualTimeProvider time, Exception? failure) = await RunAsync(server, "GET");
        Assert.IsNull(failure);
        Assert.IsTrue(time.Waits.All(w => w < TimeSpan.FromSeconds(0.5)));
    }

    [TestMethod]
    public async Task A_wait_beyond_the_limit_of_the_call_is_not_begun()
    {
        await using var server = new RawServer(
            RawServer.Answer(429, """{"message":"slow down"}""", "Retry-After: 30\r\nX-Request-ID: r1\r\n"));
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, new ApiClientOptions { TimeProvider = time, Timeout = TimeSpan.FromSeconds(30) });
        var e = await Assert.ThrowsExactlyAsync<ApiRateLimitException>(() => client.GetAsync());
        Assert.AreEqual(TimeSpan.FromSeconds(30), e.RetryAfter);
        Assert.AreEqual("r1", e.RequestId);
        Assert.AreEqual("slow down", ((Problem)e.ErrorBody!).Message);
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    public async Task The_clock_on_the_wall_does_not_matter()
    {
        await using var server = new RawServer(RawServer.Answer(503, "{}", "Retry-After: 10\r\n"), Given.Pet);
        var time = new ManualTimeProvider();
        using var client = new TestClient(
            server.Address,
            new ApiClientOptions { TimeProvider = time, Timeout = TimeSpan.FromSeconds(60), AttemptTimeout = TimeSpan.FromSeconds(50) });
        Task<ApiResponse<Pet>> call = client.GetAsync();
        await time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(10));
        time.SetWallClock(DateTimeOffset.UnixEpoch);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.AreEqual("Rex", (await call).Value.Name);
    }

    [TestMethod]
    public async Task A_client_repeats_little_when_its_budget_is_used_up()
    {
        await using var server = new RawServer(x => x.SendAsync(x.Request.Target == "/good" ? Given.Pet : RawServer.Answer(503, "{}")));
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, Given.Untimed(time));
        async Task<int> CostAsync(string path)
        {
            int before = server.Requests.Count;
            try
            {
                await time.DriveAsync(client.SendAsync("GET", r => r.AddPathLiteral(path)));
            }
            catch (ApiException)
            {
            }

            return server.Requests.Count - before;
        }

        int total = 0;
        for (int i = 0; i < 100; i++)
        {
            total += await CostAsync("/bad");
        }

        Assert.AreEqual(110, total);
        Assert.AreEqual(1, await CostAsync("/bad"));
        for (int i = 0; i < 10; i++)
        {
            await CostAsync("/good");
        }

        Assert.AreEqual(2, await CostAsync("/bad"));
        Assert.AreEqual(1, await CostAsync("/bad"));
    }

    [TestMethod]
    public async Task A_repeated_request_carries_the_same_bytes()
    {
        await using var server = new RawServer(RawServer.Answer(503, "{}"), RawServer.Answer(500, "{}"), Given.Pet);
        var stream = new MemoryStream("12345"u8.ToArray()) { Position = 2 };
        await RunAsync(
            server,
            "PUT",
            null,
            r => { r.AddPathLiteral("/x"); r.AddHeader("X-A", "1"); r.SetJsonBody<Pet, PetCodec>(new Pet(new string('x', 5000))); });
        Assert.HasCount(3, server.Requests);
        foreach (RawRequest request in server.Requests)
        {
            CollectionAssert.AreEqual(server.Requests[0].Body, request.Body);
            CollectionAssert.AreEqual(server.Requests[0].Headers.ToArray(), request.Headers.ToArray());
        }

        await using var second = new RawServer(RawServer.Answer(503, "{}"), Given.Pet);
        await RunAsync(second, "PUT", null, r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); });
        CollectionAssert.AreEqual(new[] { "345", "345" }, second.Requests.Select(r => r.Text).ToArray());
    }

    [TestMethod]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        await using var server = new RawServer(RawServer.Answer(503, "{}"));
        using var source = new ForwardOnlyStream("abc"u8.ToArray());
        (_, Exception? failure) = await RunAsync(server, "PUT", null, r => { r.AddPathLiteral("/x"); r.SetStreamBody(source); });
        Assert.AreEqual(503, ((ApiException)failure!).Status);
        Assert.AreEqual("abc", server.Requests.Single().Text);
    }

    [TestMethod]
    public async Task Retries_can_be_changed_and_switched_off()
    {
        await using var server = new RawServer(RawServer.Answer(503, "{}"));
        await RunAsync(server, "GET", o => o.Retry.Enabled = false);
        Assert.HasCount(1, server.Requests);
        await RunAsync(server, "GET", o => o.Retry.MaxRetries = 1);
        Assert.HasCount(3, server.Requests);
        await RunAsync(server, "POST", o => o.Retry.RetryUnsafeMethods = true);
        Assert.HasCount(7, server.Requests);
        await RunAsync(server, "GET", o => o.Retry.Budget = 0);
        Assert.HasCount(8, server.Requests);
        (ManualTimeProvider time, _) = await RunAsync(server, "GET", o => o.Retry.MaxDelay = TimeSpan.FromMilliseconds(1));
        Assert.IsTrue(
            time.Waits.All(w => w <= TimeSpan.FromMilliseconds(1)),
            string.Create(CultureInfo.InvariantCulture, $"{time.Waits.Count} waits"));
    }

    private sealed class ForwardOnlyStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
