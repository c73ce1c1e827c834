using System.Buffers;

namespace OgGen;

/// <summary>Cookies: as they are where RFC 6265 allows it, else percent-encoded.</summary>
internal static class CookieText
{
    private static readonly SearchValues<char> s_octets =
        SearchValues.Create("!#$%&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The value of a parameter. A percent sign is encoded too, so that no two values are the same cookie.</summary>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair, which UTF-8 cannot carry.</exception>
    public static string EncodeParameter(string value, string parameter)
    {
        UriText.CheckWellFormed(value, parameter);
        return value.Contains('%', StringComparison.Ordinal) ? Uri.EscapeDataString(value) : EncodeSecret(value);
    }

    /// <summary>A key: as it was issued, percent signs included, where a cookie can carry it.</summary>
    public static string EncodeSecret(string value)
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
