using OgGenShop;

namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>Our own client, its default retries and time limits on.</summary>
internal sealed class OgGenPeer(HttpMessageHandler service) : Peer<Order, IReadOnlyList<Order>>("OgGen")
{
    private readonly ShopClient _client = new(ShopServer.Default, new ApiClientOptions { Handler = service });

    private readonly Order _sent = new()
    {
        Id = Sample.Sent.Id,
        Number = Sample.Sent.Number,
        State = new OrderState(Sample.Sent.State.ToString()),
        Total = Sample.Sent.Total,
        Paid = Sample.Sent.Paid,
        CreatedAt = Sample.Sent.CreatedAt,
        Note = Sample.Sent.Note,
        Address = new Address
        {
            Street = Sample.Sent.Address.Street,
            City = Sample.Sent.Address.City,
            Zip = Sample.Sent.Address.Zip,
            Country = Sample.Sent.Address.Country,
        },
        Lines = [.. Sample.Sent.Lines.Select(static line => new Line { Sku = line.Sku, Quantity = line.Quantity, Price = line.Price })],
        Tags = Sample.Sent.Tags,
    };

    protected override Task<Order> GetOrderAsync() => _client.Orders.GetOrderAsync(Sample.Id);

    protected override Task<IReadOnlyList<Order>> ListOrdersAsync() => _client.Orders.ListOrdersAsync();

    protected override Task<Order> CreateOrderAsync() => _client.Orders.CreateOrderAsync(_sent);

    protected override string TextOf(Order order) => OrderText.Of(
        order.Id,
        order.Number,
        order.State.ToString(),
        order.Total,
        order.Paid,
        order.CreatedAt,
        order.Note,
        OrderText.Address(order.Address.Street, order.Address.City, order.Address.Zip, order.Address.Country),
        order.Lines.Select(static line => OrderText.Line(line.Sku, line.Quantity, line.Price)),
        order.Tags ?? []);
}
