using System.Buffers;
using System.Text;

namespace OgGen;

/// <summary>Percent-encoding (RFC 3986): everything but unreserved characters.</summary>
internal static class UriText
{
    private static readonly SearchValues<char> s_unreserved =
        SearchValues.Create("-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Encodes a value.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair, which UTF-8 cannot carry.</exception>
    public static string Encode(string value, string parameter)
    {
        if (!value.AsSpan().ContainsAnyExcept(s_unreserved))
        {
            return value;
        }

        CheckWellFormed(value, parameter);
        return Uri.EscapeDataString(value);
    }

    /// <summary>Encodes a value of a query.</summary>
    /// <param name="value">The value.</param>
    /// <param name="parameter">The parameter, for the exception.</param>
    /// <param name="allowReserved">
    /// Whether reserved characters and percent-encoded triplets stay as they are (RFC 6570, reserved expansion), all but those that
    /// would end the value: <c>&amp;</c> and <c>#</c>.
    /// </param>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair, which UTF-8 cannot carry.</exception>
    public static string EncodeQuery(string value, string parameter, bool allowReserved)
        => allowReserved ? EncodeAllBut(value, parameter, ":/?[]@!$'()*+,;=") : Encode(value, parameter);

    /// <summary>
    /// Refuses what would leave its place in a path: the empty text, white space alone, and the dot segments, which every
    /// URI parser collapses, also when they are percent-encoded. Where a value may hold reserved characters, its own percent-encoded
    /// characters count as those that they stand for, and so does what stands before a <c>;</c>, which some servers cut off.
    /// </summary>
    /// <exception cref="ArgumentException">The value cannot stand in a path.</exception>
    public static string EncodeSegment(string? value, string parameter, bool allowReserved = false)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        if (LeavesItsPlace(value) || (allowReserved && LeavesItsPlace(WithoutParameters(Uri.UnescapeDataString(value)))))
        {
            throw new ArgumentException("A path value is not empty, not white space, and not '.' or '..'.", parameter);
        }

        return allowReserved ? EncodeAllBut(value, parameter, ":@!$&'()*+,;=") : Encode(value, parameter);
    }

    private static bool LeavesItsPlace(string value) => string.IsNullOrWhiteSpace(value) || value is "." or "..";

    private static string WithoutParameters(string value)
        => value.IndexOf(';', StringComparison.Ordinal) is > 0 and var end ? value[..end] : value;

    private static string EncodeAllBut(string value, string parameter, string kept)
    {
        string encoded = Encode(value, parameter);
        if (ReferenceEquals(encoded, value))
        {
            return value;
        }

        var text = new StringBuilder(encoded.Length);
        for (int i = 0; i < value.Length; i++)
        {
            int pair = char.IsHighSurrogate(value[i]) ? 1 : 0;
            bool isTriplet = value[i] == '%'
                && i + 2 < value.Length
                && char.IsAsciiHexDigit(value[i + 1])
                && char.IsAsciiHexDigit(value[i + 2]);
            if (isTriplet || kept.Contains(value[i], StringComparison.Ordinal))
            {
                text.Append(value[i]);
            }
            else
            {
                text.Append(Uri.EscapeDataString(value.AsSpan(i, 1 + pair).ToString()));
            }

            i += pair;
        }

        return text.ToString();
    }

    /// <exception cref="ArgumentException">The text holds half a surrogate pair, which UTF-8 cannot carry.</exception>
    public static void CheckWellFormed(ReadOnlySpan<char> text, string parameter)
    {
        int start;
        while ((start = text.IndexOfAnyInRange('\uD800', '\uDFFF')) >= 0)
        {
            text = text[start..];
            if (Rune.DecodeFromUtf16(text, out _, out int consumed) != OperationStatus.Done)
            {
                throw new ArgumentException("The text holds half a surrogate pair.", parameter);
            }

            text = text[consumed..];
        }
    }
}
