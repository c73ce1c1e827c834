using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace OgGen.Extensions.Tests;

[TestClass]
public class RateLimiterTests
{
    [TestMethod]
    public async Task It_sends_evenly_and_faster_while_nothing_is_refused()
    {
        var time = new ManualTimeProvider();
        var limiter = new ApiRateLimiter(10, time);
        await limiter.WaitAsync(default).AsTask().WaitAsync(TimeSpan.Zero);
        Task[] waiting = [.. Enumerable.Range(0, 3).Select(_ => limiter.WaitAsync(default).AsTask())];
        Assert.IsFalse(waiting[0].IsCompleted);

        Assert.AreEqual(TimeSpan.FromMilliseconds(100), await time.WaitForTimerAsync());
        time.Advance(TimeSpan.FromMilliseconds(100));
        await waiting[0];
        Assert.IsFalse(waiting[1].IsCompleted);

        limiter.ReportSuccess();
        Assert.AreEqual(11, limiter.PermitsPerSecond, 0.001);
    }

    [TestMethod]
    public async Task A_refusal_stops_everybody_and_lowers_the_rate_once()
    {
        var time = new ManualTimeProvider();
        var limiter = new ApiRateLimiter(10, time);
        limiter.ReportThrottled(TimeSpan.FromSeconds(3));
        limiter.ReportThrottled(TimeSpan.FromSeconds(2));
        Task first = limiter.WaitAsync(default).AsTask();
        Task second = limiter.WaitAsync(default).AsTask();

        Assert.AreEqual(7, limiter.PermitsPerSecond, 0.001);
        Assert.AreEqual(TimeSpan.FromMilliseconds(3143), await time.WaitForTimerAsync(), "Three seconds, and the time of one permit.");
        time.Advance(TimeSpan.FromMilliseconds(3143));
        await first;
        Assert.IsFalse(second.IsCompleted);

        limiter.ReportSuccess();
        Assert.AreEqual(7.05, limiter.PermitsPerSecond, 0.001, "After a refusal it grows slowly.");
        limiter.ReportThrottled(null);
        Assert.AreEqual(4.935, limiter.PermitsPerSecond, 0.001);
    }

    [TestMethod]
    public void What_nobody_waited_for_is_not_learned()
    {
        var time = new ManualTimeProvider();
        var limiter = new ApiRateLimiter(10, time);
        limiter.ReportSuccess();
        Assert.AreEqual(10, limiter.PermitsPerSecond);

        // Answers to what was sent before a 429 say nothing about the rate after it.
        limiter.ReportThrottled(TimeSpan.FromSeconds(3));
        Task waiting = limiter.WaitAsync(default).AsTask();
        limiter.ReportSuccess();
        Assert.AreEqual(7, limiter.PermitsPerSecond, 0.001);
        Assert.IsFalse(waiting.IsCompleted);
    }

    [TestMethod]
    [DataRow(null, 1)]
    [DataRow(0, 1)]
    [DataRow(-5, 1)]
    [DataRow(7, 7)]
    [DataRow(60, 60)]
    [DataRow(86400, 60)]
    public async Task A_pause_is_what_the_service_asks_for_at_most_a_minute_and_else_a_second(int? asked, int pause)
    {
        var time = new ManualTimeProvider();
        var limiter = new ApiRateLimiter(10_000, time);
        limiter.ReportThrottled(asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        Task waiting = limiter.WaitAsync(default).AsTask();

        TimeSpan wait = await time.WaitForTimerAsync();
        Assert.IsInRange(TimeSpan.FromSeconds(pause), TimeSpan.FromSeconds(pause + 0.002), wait);
        time.Advance(wait);
        await waiting;
    }

    [TestMethod]
    public void The_rate_stays_between_a_tenth_and_ten_thousand()
    {
        var time = new ManualTimeProvider();
        var slow = new ApiRateLimiter(0.1, time);
        slow.ReportThrottled(null);
        Assert.AreEqual(0.1, slow.PermitsPerSecond);

        var fast = new ApiRateLimiter(10_000, time);
        while (fast.WaitAsync(default).AsTask().IsCompleted)
        {
        }

        fast.ReportSuccess();
        Assert.AreEqual(10_000, fast.PermitsPerSecond);
        foreach (double rate in new[] { 0, 0.09, 10_001, double.NaN, double.PositiveInfinity })
        {
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ApiRateLimiter(rate, time));
        }
    }

    [TestMethod]
    public async Task After_an_hour_of_silence_no_more_than_a_tenth_of_a_second_goes_at_once()
    {
        var time = new ManualTimeProvider();
        var limiter = new ApiRateLimiter(50, time);
        time.Advance(TimeSpan.FromHours(1));
        Task[] callers = [.. Enumerable.Range(0, 20).Select(_ => limiter.WaitAsync(default).AsTask())];

        Assert.AreEqual(5, callers.Count(static c => c.IsCompleted));
        Assert.AreEqual(TimeSpan.FromMilliseconds(20), await time.WaitForTimerAsync());
    }

    [TestMethod]
    public async Task Nobody_goes_before_those_who_wait()
    {
        var time = new ManualTimeProvider();
        var limiter = new ApiRateLimiter(3, time);
        await limiter.WaitAsync(default);
        Task first = limiter.WaitAsync(default).AsTask();
        Assert.AreEqual(TimeSpan.FromMilliseconds(334), await time.WaitForTimerAsync());

        // The permit is there since 333.33 ms; who waits for it learns of it at the next whole millisecond.
        time.Advance(TimeSpan.FromMilliseconds(333.5));
        Task second = limiter.WaitAsync(default).AsTask();
        Assert.IsFalse(second.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(0.5));
        await first;
        Assert.IsFalse(second.IsCompleted);
    }

    [TestMethod]
    public async Task The_limiter_of_a_client_learns_from_its_answers()
    {
        await using var server = new RawServer(RawServer.Answer(429, "{}", "Retry-After: 5\r\n"), Given.Policy);
        var limiter = new RecordingLimiter();
        using var client = new OpsgenieClient(
            Given.Key,
            server.Address,
            new ApiClientOptions { RateLimiter = limiter, Retry = new ApiRetryOptions { MaxDelay = TimeSpan.Zero } });

        await client.Policies.GetAsync("1");

        CollectionAssert.AreEqual(new[] { "wait", "throttled 5", "wait", "succeeded" }, limiter.Events);
    }

    [TestMethod]
    public async Task Who_is_cancelled_takes_no_turn()
    {
        var time = new ManualTimeProvider();
        var limiter = new ApiRateLimiter(1, time);
        await limiter.WaitAsync(default);
        using var stop = new CancellationTokenSource();
        Task cancelled = limiter.WaitAsync(stop.Token).AsTask();
        Task next = limiter.WaitAsync(default).AsTask();

        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => cancelled);
        time.Advance(TimeSpan.FromSeconds(1));
        await next;
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await limiter.WaitAsync(stop.Token));
    }

    [TestMethod]
    public async Task The_limit_of_the_call_covers_the_wait()
    {
        var time = new ManualTimeProvider();
        await using var server = new RawServer(Given.Policy);
        var limiter = new ApiRateLimiter(10, time);
        limiter.ReportThrottled(TimeSpan.FromSeconds(50));
        using var client = new OpsgenieClient(
            Given.Key,
            server.Address,
            new ApiClientOptions { RateLimiter = limiter, TimeProvider = time, Timeout = TimeSpan.FromSeconds(5) });

        Task<Policy> call = client.Policies.GetAsync("1");
        await time.WaitForTimerAsync(static left => left == TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));

        ApiTimeoutException e = await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => call);
        Assert.AreEqual(TimeSpan.FromSeconds(5), e.Limit);
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    public async Task Waiting_ends_when_the_caller_cancels_or_the_client_is_disposed()
    {
        await using var server = new RawServer(Given.Policy);
        using var stop = new CancellationTokenSource();
        var client = new OpsgenieClient(Given.Key, server.Address, new ApiClientOptions { RateLimiter = new ClosedLimiter() });
        Task<Policy> one = client.Policies.GetAsync("1", stop.Token);
        Task<Policy> other = client.Policies.GetAsync("1");

        await stop.CancelAsync();
        Assert.AreEqual(stop.Token, (await Assert.ThrowsExactlyAsync<OperationCanceledException>(() => one)).CancellationToken);
        client.Dispose();
        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => other);
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    public async Task A_limiter_of_DotNet_gives_the_turns_and_refuses_when_its_queue_is_full()
    {
        await using var server = new RawServer(Given.Policy);
        using var limiter = new FixedWindowRateLimiter(
            new FixedWindowRateLimiterOptions { PermitLimit = 2, Window = TimeSpan.FromHours(1), QueueLimit = 0 });
        ServiceCollection services = Given.Services();
        services.AddApiClient<OpsgenieClient>(configuration => configuration.At(server.Address)).UseRateLimiter(limiter);
        await using ServiceProvider provider = services.BuildServiceProvider();
        OpsgenieClient client = provider.GetRequiredService<OpsgenieClient>();

        await client.Policies.GetAsync("1");
        await client.Policies.GetAsync("1");
        ApiRateLimitException e = await Assert.ThrowsExactlyAsync<ApiRateLimitException>(() => client.Policies.GetAsync("1"));

        Assert.IsNull(e.Status);
        Assert.IsNotNull(e.RetryAfter);
        Assert.HasCount(2, server.Requests);
    }

    private sealed class RecordingLimiter : IApiRateLimiter
    {
        public List<string> Events { get; } = [];

        public ValueTask WaitAsync(CancellationToken cancellationToken)
        {
            Events.Add("wait");
            return default;
        }

        public void ReportThrottled(TimeSpan? retryAfter) => Events.Add($"throttled {retryAfter?.TotalSeconds}");

        public void ReportSuccess() => Events.Add("succeeded");
    }

    private sealed class ClosedLimiter : IApiRateLimiter
    {
        public ValueTask WaitAsync(CancellationToken cancellationToken) => new(Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken));

        public void ReportThrottled(TimeSpan? retryAfter)
        {
        }

        public void ReportSuccess()
        {
        }
    }
}
