using OgGen.Benchmarks.Peers.Calls;

namespace OgGen.Benchmarks.Tests;

/// <summary>The benchmark of clients compares their values before their times: a client that reads or sends less is not measured.</summary>
[TestClass]
public sealed class ComparisonTests
{
    [TestMethod]
    public async Task Our_client_reads_and_sends_what_the_one_by_hand_does()
    {
        using var service = new StubService();
        await Comparison.CheckAsync(new HandPeer(service), new OgGenPeer(service), service);
    }

    [TestMethod]
    public async Task A_client_that_reads_another_value_is_refused()
    {
        string refusal = await RefusalAsync(
            static read => [.. read.Select(static text => text.Replace("at 3.5", "at 10", StringComparison.Ordinal))]);
        Assert.Contains("cup at 10", refusal);
    }

    [TestMethod]
    public async Task A_client_that_reads_fewer_orders_is_refused()
        => Assert.Contains("100 orders of 102", await RefusalAsync(static read => [.. read.Take(100)]));

    [TestMethod]
    public async Task A_client_that_sends_another_order_is_refused()
    {
        using var service = new StubService();
        var peer = new Altered(new HandPeer(service), static read => read)
        {
            Sends = async () =>
            {
                using var invoker = new HttpMessageInvoker(service, disposeHandler: false);
                using var content = new ByteArrayContent(Sample.One);
                using var request = new HttpRequestMessage(HttpMethod.Post, Sample.Address + "/orders") { Content = content };
                using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
            },
        };
        InvalidOperationException e = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => Comparison.CheckAsync(new HandPeer(service), peer, service));
        Assert.Contains("sends", e.Message);
    }

    private static async Task<string> RefusalAsync(Func<IReadOnlyList<string>, IReadOnlyList<string>> alter)
    {
        using var service = new StubService();
        var hand = new HandPeer(service);
        InvalidOperationException e = await Assert.ThrowsExactlyAsync<InvalidOperationException>(
            () => Comparison.CheckAsync(hand, new Altered(hand, alter), service));
        return e.Message;
    }

    /// <summary>A client that is not as good as the one that it stands on.</summary>
    private sealed class Altered(IPeer peer, Func<IReadOnlyList<string>, IReadOnlyList<string>> alter) : IPeer
    {
        public string Name => "altered";

        public Func<Task> Sends { get; init; } = static () => Task.CompletedTask;

        public Task GetAsync() => peer.GetAsync();

        public Task ListAsync() => peer.ListAsync();

        public Task CreateAsync() => peer.CreateAsync();

        public async Task<IReadOnlyList<string>> ReadAsync()
        {
            IReadOnlyList<string> read = alter(await peer.ReadAsync());
            await Sends();
            return read;
        }
    }
}
