namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>A client of the document: its calls, and what comes of them.</summary>
internal interface IPeer
{
    string Name { get; }

    /// <summary>Reads one order.</summary>
    Task GetAsync();

    /// <summary>Reads all orders.</summary>
    Task ListAsync();

    /// <summary>Sends the order of <see cref="Sample"/>, and reads the one of the response.</summary>
    Task CreateAsync();

    /// <summary>The orders that the three calls read, one after the other, as text.</summary>
    Task<IReadOnlyList<string>> ReadAsync();
}

/// <summary>A client whose orders and lists of them have types of its own.</summary>
internal abstract class Peer<TOrder, TOrders>(string name) : IPeer
    where TOrders : IEnumerable<TOrder>
{
    public string Name { get; } = name;

    public Task GetAsync() => GetOrderAsync();

    public Task ListAsync() => ListOrdersAsync();

    public Task CreateAsync() => CreateOrderAsync();

    public async Task<IReadOnlyList<string>> ReadAsync()
        => [TextOf(await GetOrderAsync()), .. (await ListOrdersAsync()).Select(TextOf), TextOf(await CreateOrderAsync())];

    protected abstract Task<TOrder> GetOrderAsync();

    protected abstract Task<TOrders> ListOrdersAsync();

    protected abstract Task<TOrder> CreateOrderAsync();

    protected abstract string TextOf(TOrder order);
}
