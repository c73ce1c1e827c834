using System.Globalization;

namespace OgGen;

/// <summary>How long a service asks to wait.</summary>
internal static class RetryAfterText
{
    /// <summary>
    /// Reads seconds or an HTTP date (RFC 9110, 10.2.3). The weekday is not checked: it says nothing, and servers get it wrong.
    /// </summary>
    /// <returns>The wait, not negative; <see langword="null"/> where the text says nothing usable.</returns>
    public static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        if (Seconds(text) is { } wait)
        {
            return wait;
        }

        int comma = text.IndexOf(',', StringComparison.Ordinal);
        bool isDate = DateTimeOffset.TryParseExact(
            text.AsSpan(comma + 1).Trim(),
            "dd MMM yyyy HH:mm:ss 'GMT'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset date);
        return isDate && date > now ? date - now : isDate ? TimeSpan.Zero : null;
    }

    /// <summary>Reads seconds: digits only.</summary>
    public static TimeSpan? Seconds(string? text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().Trim();
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        // More digits than fit mean "longer than any limit".
        return uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out uint seconds)
            ? TimeSpan.FromSeconds((double)seconds)
            : TimeSpan.MaxValue;
    }
}
