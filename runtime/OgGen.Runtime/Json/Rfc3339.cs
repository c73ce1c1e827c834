using System.Globalization;
using System.Text.Json;

namespace OgGen.Json;

/// <summary>
/// The forms of RFC 3339 that .NET does not parse: leap seconds, lower case, a space between date and time, too many digits of a
/// second; and offsets without a colon, which ISO 8601 allows.
/// </summary>
internal static class Rfc3339
{
    /// <summary>Whether a date-time is written as it was read.</summary>
    public static bool IsCanonical(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = reader.HasValueSequence || reader.ValueIsEscaped ? default : reader.ValueSpan;
        if (text.Length < 20 || text[10] != 'T')
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[19..];
        if (rest[0] == '.')
        {
            int digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is < 1 or > 7 || rest[digits] == '0')
            {
                return false;
            }

            rest = rest[(digits + 1)..];
        }

        return rest.SequenceEqual("Z"u8) || (rest.Length == 6 && !rest[1..].SequenceEqual("00:00"u8));
    }

    /// <summary>Reads a date-time that .NET does not parse.</summary>
    public static bool TryRead(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 19 || text[10] is not ('T' or 't' or ' '))
        {
            return false;
        }

        string time = text[11..];
        int offset = time.IndexOfAny(['Z', 'z', '+', '-']);
        string zone = offset < 0 ? "Z" : time[offset..].ToUpperInvariant();
        if (zone.Length == 5)
        {
            zone = zone[..3] + ":" + zone[3..];
        }

        return DateTimeOffset.TryParseExact(
            text[..10] + "T" + Clock(time) + zone,
            ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out value);
    }

    /// <summary>Whether a string is a date and a time, with or without an offset.</summary>
    public static bool IsDateTime(string text)
        => DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mmzzz"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out _)
            || TryRead(text, out _);

    /// <summary>A time of day without its offset, with seconds and digits that .NET has.</summary>
    public static string Clock(string time)
    {
        int offset = time.IndexOfAny(['Z', 'z', '+', '-']);
        string clock = offset < 0 ? time : time[..offset];
        if (offset >= 0 && !IsOffset(time.AsSpan(offset)))
        {
            return time;
        }

        if (clock.Length >= 8 && clock.AsSpan(5).StartsWith(":60", StringComparison.Ordinal))
        {
            // The previous second: .NET has no leap second.
            clock = clock[..5] + ":59" + clock[8..];
        }

        return clock.Length > 16 && clock[8] == '.' && clock.AsSpan(16).IndexOfAnyExceptInRange('0', '9') < 0 ? clock[..16] : clock;
    }

    private static bool IsOffset(ReadOnlySpan<char> text)
        => text is "Z" or "z"
            || (text.Length == 6 && text[3] == ':' && IsDigits(text[1..3]) && IsDigits(text[4..]))
            || (text.Length == 5 && IsDigits(text[1..]));

    private static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
