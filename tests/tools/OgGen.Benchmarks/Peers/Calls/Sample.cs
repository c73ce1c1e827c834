using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>What the service responds, and the order that is sent.</summary>
internal static class Sample
{
    public const string Address = "https://shop.example";
    public const string Id = "2b228902-cc04-4f8a-b64f-a381f1289c9b";
    public const int Orders = 100;

    public static byte[] One { get; } = Encoding.UTF8.GetBytes(Json(0));

    public static byte[] Many { get; } = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(1, Orders).Select(Json)) + "]");

    /// <summary>The order that is sent, as the clients make theirs of it.</summary>
    public static HandOrder Sent { get; } = JsonSerializer.Deserialize(Json(7), HandContext.Default.HandOrder)!;

    private static string Json(int number)
    {
        // 12.5, 13.75 …: exact in binary, so that every writer prints the same digits.
        string total = (12.5 + (number * 1.25)).ToString(CultureInfo.InvariantCulture);
        string state = (number % 3) switch { 0 => "Open", 1 => "Shipped", _ => "Cancelled" };
        string note = number % 2 == 0 ? "" : "\"note\":\"Ring twice, please.\",";
        return $$"""
            {"id":"{{Id[..^5]}}{{number.ToString("00000", CultureInfo.InvariantCulture)}}","number":{{4_000_000_000 + number}},
            "state":"{{state}}","total":{{total}},"paid":{{(number % 4 == 0 ? "true" : "false")}},"createdAt":"2026-03-14T09:26:53Z",{{note}}
            "address":{"street":"Hauptstraße {{number}}","city":"Wien","zip":"1010","country":"AT"},
            "lines":[{"sku":"tea-{{number}}","quantity":2,"price":4.5},{"sku":"cup","quantity":1,"price":3.5}],
            "tags":["gift","express"]}
            """.ReplaceLineEndings("");
    }
}
