using System.IO.Compression;
using System.Net.Http.Headers;

namespace OgGen;

/// <summary>
/// Undoes the compression of answers (RFC 9110, 8.4). .NET's own handler does that too, but takes a body that ends early for a whole one,
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

    public static bool IsKnown(string coding) => coding.ToUpperInvariant() is "GZIP" or "X-GZIP" or "DEFLATE" or "BR";

    /// <summary>The body without its known coding. Reading ends with <see cref="InvalidDataException"/> where the body is damaged or ends early.</summary>
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
