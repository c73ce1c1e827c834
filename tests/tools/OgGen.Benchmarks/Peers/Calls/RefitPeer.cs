using Refit;

namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>Refit's client of an interface, with the models and the JSON of <see cref="HandPeer"/>: it reads no documents.</summary>
internal sealed class RefitPeer(HttpMessageHandler service) : Peer<HandOrder, List<HandOrder>>("Refit")
{
    private readonly IOrders _client = RestService.ForGenerated<IOrders>(
        new HttpClient(service) { BaseAddress = new Uri(Sample.Address) }, HandContext.Default);

    protected override Task<HandOrder> GetOrderAsync() => _client.GetOrderAsync(Sample.Id);

    protected override Task<List<HandOrder>> ListOrdersAsync() => _client.ListOrdersAsync();

    protected override Task<HandOrder> CreateOrderAsync() => _client.CreateOrderAsync(Sample.Sent);

    protected override string TextOf(HandOrder order) => HandPeer.Text(order);
}

[Headers("Accept: application/json")]
internal interface IOrders
{
    [Get("/orders/{id}")]
    Task<HandOrder> GetOrderAsync(string id);

    [Get("/orders")]
    Task<List<HandOrder>> ListOrdersAsync();

    [Post("/orders")]
    Task<HandOrder> CreateOrderAsync([Body] HandOrder order);
}
