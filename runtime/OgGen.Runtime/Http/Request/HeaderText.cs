using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace OgGen;

/// <summary>
/// What may stand in a header. The runtime writes headers unvalidated (.NET would send CR, LF and NUL), so all pass here.
/// </summary>
internal static class HeaderText
{
    /// <summary>The characters of a token (RFC 9110, 5.6.2).</summary>
    private static readonly SearchValues<char> s_token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly HashSet<string> s_reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Authorization", "Connection", "Content-Length", "Content-Type", "Cookie", "Expect", "Host", "Keep-Alive",
        "Proxy-Authorization",
        "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>
    /// Whether a header is not the caller's: OpenAPI ignores parameters named <c>Accept</c>, <c>Authorization</c> and
    /// <c>Content-Type</c>, credentials and cookies have their own way, and the others frame the message.
    /// </summary>
    public static bool IsReserved(string name) => s_reserved.Contains(name);

    /// <exception cref="ArgumentException">The name is no token.</exception>
    public static void CheckName([NotNull] string? name, string parameter)
    {
        if (string.IsNullOrEmpty(name) || name.AsSpan().ContainsAnyExcept(s_token))
        {
            throw new ArgumentException("A header name is a token: visible ASCII without separators.", parameter);
        }
    }

    /// <exception cref="ArgumentException">
    /// The value holds something else than visible ASCII and spaces; the message does not repeat it.
    /// </exception>
    public static void CheckValue(string value, string parameter)
    {
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException("A header value holds a character that is not visible ASCII, such as a line break.", parameter);
        }
    }

    /// <summary>Converts any text to a token.</summary>
    public static string ToToken(string text)
    {
        if (text.Length > 0 && !text.AsSpan().ContainsAnyExcept(s_token))
        {
            return text;
        }

        string token = string.Create(Math.Min(text.Length, 64), text, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = s_token.Contains(source[i]) ? source[i] : '-';
            }
        });
        return token.Length > 0 ? token : "-";
    }
}
