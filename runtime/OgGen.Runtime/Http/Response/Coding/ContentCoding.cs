using System.IO.Compression;
using System.Net.Http.Headers;
using System.Runtime.Versioning;

namespace OgGen;

/// <summary>
/// Undoes the compression of responses (RFC 9110, 8.4). .NET's own handler does that too, but takes a body that ends early for a whole one,
/// so the client does it by itself.
/// </summary>
internal static class ContentCoding
{
    /// <summary>What a request asks for.</summary>
    public const string Accepted = "gzip, deflate, br";

    /// <summary>The coding of a body that has one; several in a row are one that nobody knows.</summary>
    public static string? Of(HttpContentHeaders headers)
        => headers.NonValidated.TryGetValues("Content-Encoding", out HeaderStringValues values)
            && values.ToString().Trim() is { Length: > 0 } coding && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)
                ? coding
                : null;

    /// <summary>Whether <see cref="OpenAsync"/> undoes a coding.</summary>
    public static bool IsKnown(string coding) => coding.ToUpperInvariant() is "GZIP" or "X-GZIP" or "DEFLATE" or "BR";

    /// <summary>
    /// Whether a browser has undone a coding before a page sees the body: each that it knows, also several in a row. The header stays, and
    /// speaks of what came over the wire. A body with a coding that a browser does not know comes as it is (Fetch Standard, "handle content
    /// codings").
    /// </summary>
    public static bool IsKnownToBrowsers(string coding)
        => Array.TrueForAll(
            coding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            static name => IsKnown(name) || name.ToUpperInvariant() is "ZSTD" or "DCB" or "DCZ" or "IDENTITY");

    /// <summary>
    /// The body without its known coding. Reading ends with <see cref="InvalidDataException"/> where the body is damaged or ends early.
    /// </summary>
    [UnsupportedOSPlatform("browser")]
    public static async ValueTask<Stream> OpenAsync(Stream body, string coding, CancellationToken cancellationToken)
    {
        if (coding.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            return new BrotliBody(body);
        }

        byte[] first = new byte[1];
        if (await body.ReadAsync(first, cancellationToken).ConfigureAwait(false) == 0)
        {
            return body;
        }

        var compressed = new TailedStream(body, first[0]);
        return new InflatedBody(
            compressed,
            !coding.Equals("deflate", StringComparison.OrdinalIgnoreCase) ? new GZipStream(compressed, CompressionMode.Decompress)

            // "deflate" means the zlib format, which begins with an 8; some servers leave its frame away.
            : (first[0] & 0x0F) == 8 ? new ZLibStream(compressed, CompressionMode.Decompress)
            : new DeflateStream(compressed, CompressionMode.Decompress));
    }
}
