using KiotaShop;
using KiotaShop.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>Kiota's client, with the handlers that it has by default.</summary>
internal sealed class KiotaPeer(HttpMessageHandler service) : Peer<Order, List<Order>>("Kiota")
{
    private readonly ShopClient _client = new(
        new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: KiotaClientFactory.Create(service)));

    private readonly Order _sent = new()
    {
        Id = Sample.Sent.Id,
        Number = Sample.Sent.Number,
        State = Enum.Parse<OrderState>(Sample.Sent.State.ToString()),
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

    protected override Task<Order> GetOrderAsync() => _client.Orders[Sample.Id].GetAsync()!;

    protected override Task<List<Order>> ListOrdersAsync() => _client.Orders.GetAsync()!;

    protected override Task<Order> CreateOrderAsync() => _client.Orders.PostAsync(_sent)!;

    protected override string TextOf(Order order) => OrderText.Of(
        order.Id,
        order.Number,
        order.State?.ToString(),
        order.Total,
        order.Paid,
        order.CreatedAt,
        order.Note,
        OrderText.Address(order.Address?.Street, order.Address?.City, order.Address?.Zip, order.Address?.Country),
        (order.Lines ?? []).Select(static line => OrderText.Line(line.Sku, line.Quantity, line.Price)),
        order.Tags ?? []);
}
