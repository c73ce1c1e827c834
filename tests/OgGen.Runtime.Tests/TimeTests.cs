using System.Text.Json;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class TimeTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(5);

    private static ApiClientOptions Timed(ManualTimeProvider time) => new()
    {
        TimeProvider = time,
        Timeout = TimeSpan.FromSeconds(100),
        AttemptTimeout = TimeSpan.FromSeconds(30),
        Retry = new ApiRetryOptions { Enabled = false },
    };

    [TestMethod]
    [DataRow("silent")]
    [DataRow("headers")]
    [DataRow("body")]
    public async Task The_limit_of_an_attempt_covers_headers_and_body(string phase)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async x =>
        {
            await x.SendAsync(
                phase switch
                {
                    "headers" => "HTTP/1.1 200 OK\r\nX-Slow",
                    "body" => "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"name\"",
                    _ => "",
                });
            begun.SetResult();
            await x.HangAsync();
        });
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, Timed(time));
        Task<ApiResponse<Pet>> call = client.GetAsync();
        await begun.Task.WaitAsync(s_soon);
        time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.IsFalse(call.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));
        var e = await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => call.WaitAsync(s_soon));
        Assert.AreEqual(TimeSpan.FromSeconds(30), e.Limit);
        Assert.MatchesRegex(@"^Pets_Do \(\w+ http://127\.0\.0\.1:\d+/pets/\{petId\}\) took longer than 30 s\.$", e.Message);
    }

    [TestMethod]
    public async Task A_timed_out_attempt_is_repeated_where_that_is_safe()
    {
        foreach ((string method, int expected) in new[] { ("GET", 2), ("POST", 1) })
        {
            await using var server = new RawServer(x => x.Number == 0 ? x.HangAsync() : x.SendAsync(Given.Pet));
            var time = new ManualTimeProvider();
            ApiClientOptions options = Timed(time);
            options.Retry = new ApiRetryOptions { BaseDelay = TimeSpan.Zero };
            using var client = new TestClient(server.Address, options);
            Task<ApiResponse<Pet>> call = client.SendAsync(method);
            await server.WaitForRequestsAsync(1);
            time.Advance(TimeSpan.FromSeconds(30));
            if (method == "GET")
            {
                Assert.AreEqual("Rex", (await call.WaitAsync(s_soon)).Value.Name);
            }
            else
            {
                await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => call.WaitAsync(s_soon));
            }

            Assert.HasCount(expected, server.Requests);
        }
    }

    [TestMethod]
    public async Task The_limit_of_the_call_ends_its_last_attempt()
    {
        await using var server = new RawServer(x => x.HangAsync());
        var time = new ManualTimeProvider();
        ApiClientOptions options = Timed(time);
        options.Timeout = TimeSpan.FromSeconds(40);
        options.Retry = new ApiRetryOptions { BaseDelay = TimeSpan.Zero };
        using var client = new TestClient(server.Address, options);
        Task<ApiResponse<Pet>> call = client.GetAsync();
        await server.WaitForRequestsAsync(1);
        time.Advance(TimeSpan.FromSeconds(30));
        await server.WaitForRequestsAsync(2);
        time.Advance(TimeSpan.FromSeconds(10));
        var e = await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => call.WaitAsync(s_soon));
        Assert.AreEqual(TimeSpan.FromSeconds(40), e.Limit);
    }

    /// <summary>A body that was read whole is a result, also where parsing it takes longer than the call may.</summary>
    [TestMethod]
    public async Task No_limit_interrupts_the_parsing_of_what_was_read_whole()
    {
        await using var server = new RawServer(Given.Pet);
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, Timed(time));
        bool isParsed = false;
        SlowCodec.Meanwhile.Value = () =>
        {
            time.Advance(TimeSpan.FromHours(1));
            isParsed = true;
        };

        ApiResponse<Pet> response = await client.Pipe.SendAsync<Pet, SlowCodec>(Operations.Request("GET"), default).WaitAsync(s_soon);

        Assert.IsTrue(isParsed);
        Assert.AreEqual("Rex", response.Value.Name);
    }

    [TestMethod]
    public async Task An_error_whose_body_never_ends_is_still_that_error()
    {
        await using var server = new RawServer(async x =>
        {
            await x.SendAsync("HTTP/1.1 401 X\r\nContent-Length: 100\r\n\r\n{\"mess");
            await x.HangAsync();
        });
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, Timed(time));
        Task<ApiResponse<Pet>> call = client.GetAsync();
        await server.WaitForRequestsAsync(1);
        time.Advance(TimeSpan.FromSeconds(30));
        Exception e = await Assert.ThrowsAsync<ApiException>(() => call.WaitAsync(s_soon));

        // The headers may not have been read when the time ended; then it is the timeout.
        Assert.IsTrue(e is ApiTimeoutException || ((ApiException)e).Status == 401, e.Message);
    }

    [TestMethod]
    [DataRow("before")]
    [DataRow("silent")]
    [DataRow("body")]
    [DataRow("back-off")]
    [DataRow("token")]
    public async Task Cancellation_ends_every_phase_at_once_with_the_token_of_the_caller(string phase)
    {
        using var cancel = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var connectionEnded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async x =>
        {
            await x.SendAsync(phase switch
            {
                "body" => "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"name\"",
                "back-off" => RawServer.Answer(503, "{}", "Retry-After: 20\r\n"),
                _ => "",
            });
            begun.TrySetResult();
            await x.HangAsync();
            connectionEnded.TrySetResult();
        });
        var time = new ManualTimeProvider();
        ApiClientOptions options = Timed(time);
        options.Retry = new ApiRetryOptions();
        ApiCredential credential = ApiCredential.Bearer("key", async token =>
        {
            if (phase == "token")
            {
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            }

            return "t";
        });
        using var client = new TestClient(server.Address, credential, options);
        if (phase == "before")
        {
            await cancel.CancelAsync();
        }

        Task<ApiResponse<Pet>> call = client.GetAsync(cancel.Token);
        if (phase == "back-off")
        {
            await time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(20));
        }
        else if (phase != "before")
        {
            await begun.Task.WaitAsync(s_soon);
        }

        await cancel.CancelAsync();
        var e = await Assert.ThrowsAsync<OperationCanceledException>(() => call.WaitAsync(s_soon));
        Assert.AreEqual(cancel.Token, e.CancellationToken);
        Assert.HasCount(phase is "before" or "token" ? 0 : 1, server.Requests);
        if (phase is "silent" or "body")
        {
            await connectionEnded.Task.WaitAsync(s_soon);
        }
    }

    [TestMethod]
    [DataRow("silent")]
    [DataRow("body")]
    [DataRow("back-off")]
    public async Task Disposing_the_client_ends_its_calls(string phase)
    {
        await using var server = new RawServer(async x =>
        {
            await x.SendAsync(phase switch
            {
                "body" => "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"name\"",
                "back-off" => RawServer.Answer(503, "{}", "Retry-After: 20\r\n"),
                _ => "",
            });
            await x.HangAsync();
        });
        var time = new ManualTimeProvider();
        ApiClientOptions options = Timed(time);
        options.Retry = new ApiRetryOptions();
        var client = new TestClient(server.Address, options);
        Task<ApiResponse<Pet>> call = client.GetAsync();
        if (phase == "back-off")
        {
            await time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(20));
        }
        else
        {
            await server.WaitForRequestsAsync(1);
        }

        client.Dispose();
        client.Dispose();
        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => call.WaitAsync(s_soon));
        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => client.GetAsync().WaitAsync(s_soon));
    }

    [TestMethod]
    public void The_caller_may_block_on_a_call_in_a_synchronization_context()
    {
        using var server = new Blocking<RawServer>(new RawServer(RawServer.Answer(503, "{}"), Given.Pet));
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new DeadContext());
            using var client = new TestClient(
                server.Value.Address, new ApiClientOptions { Retry = new ApiRetryOptions { BaseDelay = TimeSpan.FromMilliseconds(1) } });
            client.GetAsync().GetAwaiter().GetResult();
        });
        thread.Start();
        Assert.IsTrue(thread.Join(s_soon), "deadlock");
    }

    /// <summary>Lets something happen while it reads.</summary>
    private readonly struct SlowCodec : IJsonCodec<Pet>
    {
        public static AsyncLocal<Action?> Meanwhile { get; } = new();

        public static Pet Read(ref Utf8JsonReader reader, ref bool isInexact)
        {
            Meanwhile.Value?.Invoke();
            return PetCodec.Read(ref reader, ref isInexact);
        }

        public static void Write(Utf8JsonWriter writer, Pet value, JsonWriteMode mode) => PetCodec.Write(writer, value, mode);
    }

    /// <summary>Runs nothing: whoever comes back to it waits for ever.</summary>
    private sealed class DeadContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }

    private sealed class Blocking<T>(T value) : IDisposable
        where T : IAsyncDisposable
    {
        public T Value { get; } = value;

        public void Dispose() => Value.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
