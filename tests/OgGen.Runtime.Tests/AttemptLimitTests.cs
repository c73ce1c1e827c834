using System.Net;

namespace OgGen.Runtime.Tests;

/// <summary>What limits an attempt is used again by the next one, and nothing of the last one goes with it.</summary>
[TestClass]
public sealed class AttemptLimitTests
{
    private static readonly Uri s_address = new("https://pets.example");
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    [TestMethod]
    public async Task A_caller_who_cancels_after_the_call_does_not_end_the_next_one()
    {
        var handler = new SteppedHandler();
        using var client = new TestClient(s_address, new ApiClientOptions { Handler = handler });
        using var ofFirst = new CancellationTokenSource();
        handler.Respond();
        await client.GetAsync(ofFirst.Token);

        Task<ApiResponse<Pet>> second = client.GetAsync();
        await ofFirst.CancelAsync();
        handler.Respond();

        Assert.AreEqual("Rex", (await second.WaitAsync(s_soon)).Value.Name);
    }

    [TestMethod]
    public async Task An_attempt_that_was_out_of_time_leaves_the_next_one_its_own()
    {
        var handler = new SteppedHandler();
        var options = new ApiClientOptions
        {
            Handler = handler,
            AttemptTimeout = TimeSpan.FromMilliseconds(200),
            Retry = { Enabled = false },
        };
        using var client = new TestClient(s_address, options);
        handler.Respond();
        await client.GetAsync();
        await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => client.GetAsync().WaitAsync(s_soon));

        handler.Respond();

        Assert.AreEqual("Rex", (await client.GetAsync().WaitAsync(s_soon)).Value.Name);
    }

    [TestMethod]
    public async Task The_second_call_ends_when_its_caller_cancels_it()
    {
        var handler = new SteppedHandler();
        using var client = new TestClient(s_address, new ApiClientOptions { Handler = handler });
        handler.Respond();
        await client.GetAsync();
        using var cancel = new CancellationTokenSource();

        Task<ApiResponse<Pet>> second = client.GetAsync(cancel.Token);
        await cancel.CancelAsync();

        var e = await Assert.ThrowsExactlyAsync<OperationCanceledException>(() => second.WaitAsync(s_soon));
        Assert.AreEqual(cancel.Token, e.CancellationToken);
    }

    [TestMethod]
    public async Task The_second_call_ends_with_the_client()
    {
        var handler = new SteppedHandler();
        using var client = new TestClient(s_address, new ApiClientOptions { Handler = handler });
        handler.Respond();
        await client.GetAsync();

        Task<ApiResponse<Pet>> second = client.GetAsync();
        client.Dispose();

        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => second.WaitAsync(s_soon));
    }

    [TestMethod]
    public async Task What_a_handler_left_on_the_token_of_a_call_hears_nothing_of_the_next_one()
    {
        bool heard = false;
        var handler = new SteppedHandler();
        using var client = new TestClient(s_address, new ApiClientOptions { Handler = handler });
        handler.Respond(token => token.Register(() => heard = true));
        await client.GetAsync();
        using var cancel = new CancellationTokenSource();

        Task<ApiResponse<Pet>> second = client.GetAsync(cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsExactlyAsync<OperationCanceledException>(() => second.WaitAsync(s_soon));
        Assert.IsFalse(heard);
    }

    [TestMethod]
    public async Task Calls_at_once_have_a_limit_each()
    {
        var handler = new SteppedHandler();
        using var client = new TestClient(s_address, new ApiClientOptions { Handler = handler });
        handler.Respond();
        await client.GetAsync();
        using var cancel = new CancellationTokenSource();

        // More than are kept.
        Task<ApiResponse<Pet>>[] others = [.. Enumerable.Range(0, 200).Select(_ => client.GetAsync())];
        Task<ApiResponse<Pet>> cancelled = client.GetAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsExactlyAsync<OperationCanceledException>(() => cancelled.WaitAsync(s_soon));
        for (int i = 0; i <= others.Length; i++)
        {
            handler.Respond();
        }

        foreach (Task<ApiResponse<Pet>> other in others)
        {
            Assert.AreEqual("Rex", (await other.WaitAsync(s_soon)).Value.Name);
        }
    }

    /// <summary>Responds when the test says so, and ends with the token of the attempt.</summary>
    private sealed class SteppedHandler : HttpMessageHandler
    {
        private readonly SemaphoreSlim _responses = new(0);
        private Action<CancellationToken>? _sees;

        public void Respond(Action<CancellationToken>? sees = null)
        {
            _sees = sees;
            _responses.Release();
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Exchange(ref _sees, null)?.Invoke(cancellationToken);
            await _responses.WaitAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"name":"Rex"}""") };
        }

        protected override void Dispose(bool disposing)
        {
            _responses.Dispose();
            base.Dispose(disposing);
        }
    }
}
