using System.Text;
using System.Text.Json;

namespace OgGen.Frameworks.Tests;

/// <summary>Values that the calls send, and those that every server sends.</summary>
internal static class Samples
{
    /// <summary>When the servers say that they have seen an item.</summary>
    public static readonly DateTimeOffset Seen = new(2026, 11, 22, 13, 14, 15, TimeSpan.FromHours(1));

    /// <summary>The id of no item.</summary>
    public static readonly Guid NoId = new("3fa85f64-5717-4562-b3fc-2c963f66afa6");

    public static readonly byte[] JpegBytes = [0xFF, 0xD8, 0x00];

    public const string Token = "letmein";

    public static string Unique() => Guid.NewGuid().ToString("N");

    public static ApiFile Jpeg() => new(JpegBytes, "a b.jpg", "image/jpeg");

    public static ApiFile Text() => new(new MemoryStream(Encoding.UTF8.GetBytes("hello")), "ä.txt", "text/plain");

    public static JsonElement Json(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
