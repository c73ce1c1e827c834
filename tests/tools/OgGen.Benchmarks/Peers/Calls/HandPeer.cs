using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>The baseline: HttpClient and the source generator of System.Text.Json, as one would write them by hand.</summary>
internal sealed class HandPeer(HttpMessageHandler service) : Peer<HandOrder, List<HandOrder>>("by hand")
{
    private readonly HttpClient _http = new(service) { BaseAddress = new Uri(Sample.Address) };

    public static string Text(HandOrder order) => OrderText.Of(
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

    protected override async Task<HandOrder> GetOrderAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders/" + Uri.EscapeDataString(Sample.Id));
        return (await SendAsync(request, HandContext.Default.HandOrder).ConfigureAwait(false))!;
    }

    protected override async Task<List<HandOrder>> ListOrdersAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/orders");
        return (await SendAsync(request, HandContext.Default.ListHandOrder).ConfigureAwait(false))!;
    }

    protected override async Task<HandOrder> CreateOrderAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/orders")
        {
            Content = JsonContent.Create(Sample.Sent, HandContext.Default.HandOrder),
        };
        return (await SendAsync(request, HandContext.Default.HandOrder).ConfigureAwait(false))!;
    }

    protected override string TextOf(HandOrder order) => Text(order);

    private async Task<T?> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using Stream body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync(body, type).ConfigureAwait(false);
    }
}

internal sealed class HandOrder
{
    public string Id { get; set; } = "";

    public long Number { get; set; }

    public HandState State { get; set; }

    public double Total { get; set; }

    public bool Paid { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public string? Note { get; set; }

    public HandAddress Address { get; set; } = null!;

    public List<HandLine> Lines { get; set; } = null!;

    public List<string>? Tags { get; set; }
}

internal sealed class HandAddress
{
    public string Street { get; set; } = "";

    public string City { get; set; } = "";

    public string? Zip { get; set; }

    public string? Country { get; set; }
}

internal sealed class HandLine
{
    public string Sku { get; set; } = "";

    public int Quantity { get; set; }

    public double Price { get; set; }
}

internal enum HandState
{
    Open,
    Shipped,
    Cancelled,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HandOrder))]
[JsonSerializable(typeof(List<HandOrder>))]
internal sealed partial class HandContext : JsonSerializerContext;
