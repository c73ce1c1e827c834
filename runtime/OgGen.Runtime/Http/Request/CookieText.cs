using System.Buffers;

namespace OgGen;

/// <summary>Cookie values: as they are where RFC 6265 allows it, else percent-encoded.</summary>
internal static class CookieText
{
    private static readonly SearchValues<char> s_octets =
        SearchValues.Create("!#$%&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    public static string Encode(string value)
        => value.AsSpan().ContainsAnyExcept(s_octets) ? Uri.EscapeDataString(value) : value;

    /// <summary>Adds a pair to the one <c>Cookie</c> header that a request has (RFC 6265, 5.4).</summary>
    public static void AddTo(ApiMessage message, string pairs)
    {
        if (message.Headers.NonValidated.TryGetValues("Cookie", out var present))
        {
            pairs = present.ToString() + "; " + pairs;
            message.Headers.Remove("Cookie");
        }

        message.Headers.TryAddWithoutValidation("Cookie", pairs);
    }
}
