using System.Globalization;

namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>An order as text that is the same for all clients, so that what they read and send can be compared.</summary>
internal static class OrderText
{
    public static string Of(
        string? id,
        long? number,
        string? state,
        double? total,
        bool? paid,
        DateTimeOffset? createdAt,
        string? note,
        string address,
        IEnumerable<string> lines,
        IEnumerable<string> tags)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{id}|{number}|{state}|{total:R}|{paid}|{createdAt?.UtcDateTime:O}|{note}|{address}|{Joined(lines)}|{Joined(tags)}");

    public static string Address(string? street, string? city, string? zip, string? country) => $"{street}, {zip} {city}, {country}";

    public static string Line(string? sku, int? quantity, double? price)
        => string.Create(CultureInfo.InvariantCulture, $"{quantity} × {sku} at {price:R}");

    private static string Joined(IEnumerable<string> items) => string.Join(';', items);
}
