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

    /// <summary>
    /// Refuses what would leave its place in a path: the empty text, white space alone, and the dot segments, which every
    /// URI parser collapses, also when they are percent-encoded.
    /// </summary>
    /// <exception cref="ArgumentException">The value cannot stand in a path.</exception>
    public static string EncodeSegment(string? value, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        if (string.IsNullOrWhiteSpace(value) || value is "." or "..")
        {
            throw new ArgumentException("A path value is not empty, not white space, and not '.' or '..'.", parameter);
        }

        return Encode(value, parameter);
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
