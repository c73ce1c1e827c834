using System.Globalization;

namespace OgGen;

/// <summary>The dates of HTTP in the three forms that a recipient has to understand (RFC 9110, 5.6.7).</summary>
internal static class HttpDateText
{
    /// <summary>How far in the future a year of two digits may be.</summary>
    private const int YearsAhead = 50;

    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;

    // With and without the second digit of the day, which servers leave away.
    private static readonly string[] s_fixed = ["d MMM yyyy HH:mm:ss 'GMT'", "dd MMM yyyy HH:mm:ss 'GMT'"];
    private static readonly string[] s_rfc850 = ["d-MMM-yy HH:mm:ss 'GMT'", "dd-MMM-yy HH:mm:ss 'GMT'"];
    private static readonly string[] s_asctime = ["MMM d HH:mm:ss yyyy", "MMM dd HH:mm:ss yyyy"];

    /// <summary>Reads a date. The weekday is not checked: the date is complete without it, and servers get it wrong.</summary>
    /// <param name="text">
    /// <c>Sun, 06 Nov 1994 08:49:37 GMT</c>, <c>Sunday, 06-Nov-94 08:49:37 GMT</c> or <c>Sun Nov  6 08:49:37 1994</c>.
    /// </param>
    /// <param name="now">The time, which decides about a year of two digits: it is at most 50 years from now.</param>
    /// <returns>The date; <see langword="null"/> where the text is none.</returns>
    public static DateTimeOffset? Parse(ReadOnlySpan<char> text, DateTimeOffset now)
    {
        text = text.Trim();
        int comma = text.IndexOf(',');
        if (comma >= 0)
        {
            text = text[(comma + 1)..];
            return Parse(text, s_fixed) ?? (Parse(text, s_rfc850) is { } date ? InCentury(date, now) : null);
        }

        // Without a comma: "Sun Nov  6", or a date without its weekday.
        int space = text.IndexOf(' ');
        return Parse(text[(space + 1)..], s_asctime) ?? Parse(text, s_fixed);
    }

    private static DateTimeOffset? Parse(ReadOnlySpan<char> text, string[] formats)
        => DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, Styles, out DateTimeOffset date) ? date : null;

    private static DateTimeOffset InCentury(DateTimeOffset date, DateTimeOffset now)
    {
        int year = (now.Year / 100 * 100) + (date.Year % 100);
        year += year > now.Year + YearsAhead ? -100 : year <= now.Year - YearsAhead ? 100 : 0;

        // A 29 February of a year that has none is the day after.
        return new DateTimeOffset(year, date.Month, 1, 0, 0, 0, TimeSpan.Zero).AddDays(date.Day - 1) + date.TimeOfDay;
    }
}
