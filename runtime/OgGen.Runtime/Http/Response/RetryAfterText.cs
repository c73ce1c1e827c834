using System.Globalization;

namespace OgGen;

/// <summary>How long a service asks to wait.</summary>
internal static class RetryAfterText
{
    /// <summary>
    /// Reads seconds or an HTTP date (RFC 9110, 10.2.3).
    /// </summary>
    /// <returns>The wait, not negative; <see langword="null"/> where the text is neither seconds nor a date.</returns>
    public static TimeSpan? Parse(string text, DateTimeOffset now)
    {
        if (Seconds(text) is { } wait)
        {
            return wait;
        }

        return HttpDateText.Parse(text, now) is not { } date ? null : date > now ? date - now : TimeSpan.Zero;
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
