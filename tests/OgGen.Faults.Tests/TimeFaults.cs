using Opsgenie;

namespace OgGen.Faults.Tests;

[TestClass]
public sealed class TimeFaults : FaultTest
{
    private static readonly string s_notYet = RawServer.Answer(
        404, """{"message":"soon","requestId":"r"}""", "X-Opsgenie-Errortype: RequestNotProcessed\r\n");

    [TestMethod]
    [DataRow("silent", "GET", 4)]
    [DataRow("silent", "POST", 1)]
    [DataRow("headers", "POST", 1)]
    [DataRow("body", "GET", 4)]
    [DataRow("body", "POST", 1)]
    public async Task F32_the_limit_of_an_attempt_covers_headers_and_body(string phase, string method, int expected)
    {
        var begun = new SemaphoreSlim(0);
        RawServer server = Serve(async x =>
        {
            await x.SendAsync(
                phase switch
                {
                    "headers" => "HTTP/1.1 200 OK\r\nX-Slow",
                    "body" => "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"name\"",
                    _ => "",
                });
            begun.Release();
            await x.HangAsync();
        });
        var options = Watched(new ApiClientOptions { TimeProvider = Time, Retry = new ApiRetryOptions { BaseDelay = TimeSpan.Zero } });
        Task<ApiResponse<Pet>> call = Client(server, options).SendAsync(method);
        for (int i = 0; i < Math.Min(expected, 3); i++)
        {
            await begun.WaitAsync(TimeSpan.FromSeconds(20));
            Time.Advance(TimeSpan.FromSeconds(29.9));
            Assert.IsFalse(call.IsCompleted);
            Time.Advance(TimeSpan.FromSeconds(0.1));
            if (i == 2)
            {
                // Three times 30 of 100 seconds are gone; the limit of the call is the last attempt's.
                await begun.WaitAsync(TimeSpan.FromSeconds(20));
                Time.Advance(TimeSpan.FromSeconds(10));
            }
        }

        var e = await FailAsync<ApiTimeoutException>(call);
        Assert.AreEqual(TimeSpan.FromSeconds(expected == 1 ? 30 : 100), e.Limit);
        Assert.HasCount(expected, server.Requests);
        begun.Dispose();
    }

    [TestMethod]
    [DataRow("before")]
    [DataRow("silent")]
    [DataRow("body")]
    [DataRow("back-off")]
    public async Task F33_the_caller_cancels_every_phase_and_nothing_is_repeated(string phase)
    {
        using var cancel = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        RawServer server = Serve(async x =>
        {
            await x.SendAsync(
                phase switch
                {
                    "body" => "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"name\"",
                    "back-off" => RawServer.Answer(503, "{}", "Retry-After: 20\r\n"),
                    _ => "",
                });
            begun.TrySetResult();
            await x.HangAsync();
            ended.TrySetResult();
        });
        if (phase == "before")
        {
            await cancel.CancelAsync();
        }

        Task<ApiResponse<Pet>> call = Client(server, Untimed()).GetAsync(cancel.Token);
        if (phase == "back-off")
        {
            await Time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(20));
        }
        else if (phase != "before")
        {
            await begun.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }

        await cancel.CancelAsync();

        // The time stands still: whatever waited for it would wait for ever.
        var e = await FailAnyAsync<OperationCanceledException>(call);
        Assert.AreEqual(cancel.Token, e.CancellationToken);
        Assert.HasCount(phase == "before" ? 0 : 1, server.Requests);
        if (phase is "silent" or "body")
        {
            await ended.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    [TestMethod]
    [DataRow(500)]
    [DataRow(502)]
    [DataRow(503)]
    [DataRow(504)]
    public async Task F50_a_failing_service_is_asked_four_times_with_jitter(int status)
    {
        RawServer server = Serve(RawServer.Answer(status, "{}"));
        var waits = new List<TimeSpan>();
        for (int i = 0; i < 3; i++)
        {
            Time.Waits.Clear();
            await FailAfterRetriesAsync<ApiException>(server);
            Assert.HasCount((i + 1) * 4, server.Requests);
            Assert.IsLessThanOrEqualTo(3, Time.Waits.Count);
            Assert.IsLessThanOrEqualTo(TimeSpan.FromSeconds(3.5), Time.Waits.Aggregate(TimeSpan.Zero, (sum, w) => sum + w));
            waits.AddRange(Time.Waits);
        }

        // Full jitter: no two waits are the same, but for a chance in millions; without any, there are three.
        Assert.IsGreaterThan(3, waits.Distinct().Count());
    }

    [TestMethod]
    [DataRow("POST")]
    [DataRow("PATCH")]
    [DataRow("DELETE")]
    public async Task F51_what_may_change_something_is_repeated_only_after_429_or_by_choice(string method)
    {
        foreach (int status in new[] { 500, 502, 503, 504 })
        {
            RawServer server = Serve(RawServer.Answer(status, "{}"));
            await FailAfterRetriesAsync<ApiException>(server, method);
            Assert.HasCount(1, server.Requests);
            ApiClientOptions chosen = Untimed();
            chosen.Retry.RetryUnsafeMethods = true;
            await FailAfterRetriesAsync<ApiException>(server, method, chosen);
            Assert.HasCount(5, server.Requests);
        }

        RawServer limited = Serve(RawServer.Answer(429, "{}"), Given.Pet);
        Assert.AreEqual("Rex", (await Time.DriveAsync(Client(limited, Untimed()).SendAsync(method))).Value.Name);
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
    public async Task F52_a_final_answer_is_asked_for_once(int status)
    {
        RawServer server = Serve(RawServer.Answer(status, "[]", "Retry-After: 1\r\n"));
        Assert.AreEqual(status, (await FailAfterRetriesAsync<ApiException>(server)).Status);
        Assert.HasCount(1, server.Requests);
        Assert.IsEmpty(Time.Waits);
    }

    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<html")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Encoding: gzip\r\n\r\nxyz")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")]
    [DataRow("garbage\r\n\r\n")]
    public async Task F52_an_answer_that_is_not_what_was_agreed_is_asked_for_once(string answer)
    {
        RawServer server = ServeAndClose(answer);
        await FailAnyAsync<ApiException>(Time.DriveAsync(Client(server, Untimed()).GetAsync()));
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    public async Task F53_a_hundred_callers_of_a_service_that_is_down_ask_little_more_than_once_each()
    {
        bool up = false;
        RawServer server = Serve(x => x.SendAsync(Volatile.Read(ref up) ? Given.Pet : RawServer.Answer(503, "{}")));
        TestClient client = Client(server, Untimed());
        const int Rounds = 6;
        for (int round = 0; round < Rounds; round++)
        {
            Task<ApiException>[] calls = [.. Enumerable.Range(0, 100).Select(_ => FailAsync<ApiException>(client.GetAsync()))];
            await Time.DriveAsync(Task.WhenAll(calls));
            Time.Advance(TimeSpan.FromSeconds(10));
        }

        // Ten repetitions are the whole budget of a minute in which nothing succeeded.
        Assert.HasCount((Rounds * 100) + 10, server.Requests);

        // Each success gives a tenth back, up to the ten.
        foreach ((int successes, int repetitions) in new[] { (19, 1), (150, 10) })
        {
            Volatile.Write(ref up, true);
            for (int i = 0; i < successes; i++)
            {
                await client.GetAsync();
            }

            Volatile.Write(ref up, false);
            int before = server.Requests.Count;
            await Time.DriveAsync(Task.WhenAll(Enumerable.Range(0, 100).Select(_ => FailAsync<ApiException>(client.GetAsync()))));
            Assert.HasCount(before + 100 + repetitions, server.Requests);
        }
    }

    [TestMethod]
    [DataRow(false, 2)]
    [DataRow(true, 4)]
    public async Task F53_a_429_takes_from_the_budget_unless_a_limiter_slows_everybody_down(bool hasLimiter, int expected)
    {
        RawServer server = Serve(RawServer.Answer(429, "{}"));
        ApiClientOptions options = Untimed();
        options.Retry.Budget = 1;
        options.RateLimiter = hasLimiter ? new OpenLimiter() : null;
        await FailAfterRetriesAsync<ApiRateLimitException>(server, "GET", options);
        Assert.HasCount(expected, server.Requests);
    }

    [TestMethod]
    public async Task F56_a_result_that_never_comes_is_asked_for_until_the_deadline()
    {
        RawServer server = Serve(s_notYet);
        OpsgenieClient client = Keep(new OpsgenieClient(TestClient.Key, server.Address, Untimed()));
        Task<ActionExecution> wait = client.Actions.GetExecutionAndWaitAsync("r");
        TimeSpan interval = TimeSpan.FromSeconds(1);
        for (int i = 0; i < 15; i++)
        {
            // Task.Delay counts whole milliseconds.
            Time.Advance(await Time.WaitForTimerAsync(left => (left - interval).Duration() < TimeSpan.FromMilliseconds(2)));
            interval = interval * 1.5 < TimeSpan.FromSeconds(10) ? interval * 1.5 : TimeSpan.FromSeconds(10);
        }

        var e = await FailAsync<ApiTimeoutException>(wait);
        Assert.AreEqual(404, e.Status);
        Assert.HasCount(16, server.Requests);
    }

    [TestMethod]
    public async Task F56_waiting_for_a_result_can_be_cancelled()
    {
        RawServer server = Serve(s_notYet);
        using var cancel = new CancellationTokenSource();
        OpsgenieClient client = Keep(new OpsgenieClient(TestClient.Key, server.Address, Untimed()));
        Task<ActionExecution> wait = client.Actions.GetExecutionAndWaitAsync("r", cancellationToken: cancel.Token);
        await Time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(1));
        await cancel.CancelAsync();
        Assert.AreEqual(cancel.Token, (await FailAnyAsync<OperationCanceledException>(wait)).CancellationToken);
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [DataRow(-3650)]
    [DataRow(3650)]
    public async Task F60_a_clock_that_jumps_while_a_call_waits_changes_nothing(int days)
    {
        RawServer server = Serve(RawServer.Answer(503, "{}", "Retry-After: 10\r\n"), Given.Pet);
        Task<ApiResponse<Pet>> call = Client(server, Watched(new ApiClientOptions { TimeProvider = Time })).GetAsync();
        await Time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(10));
        Time.SetWallClock(Time.GetUtcNow().AddDays(days));
        Time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.HasCount(1, server.Requests);
        Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.AreEqual("Rex", (await call.WaitAsync(TimeSpan.FromSeconds(20))).Value.Name);
        Assert.HasCount(2, server.Requests);
    }

    private sealed class OpenLimiter : IApiRateLimiter
    {
        public ValueTask WaitAsync(CancellationToken cancellationToken) => default;

        public void ReportThrottled(TimeSpan? retryAfter)
        {
        }

        public void ReportSuccess()
        {
        }
    }
}
