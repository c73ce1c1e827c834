using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>A date, <c>2027-04-05</c>. A time after it, which some servers send, is not part of the value; its owner keeps it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateCodec : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        if (reader.TokenType == JsonTokenType.String && ReadText.TryRead(ref reader, out string? text))
        {
            if (TryParse(text, out DateOnly value))
            {
                return value;
            }

            if (text.Length > 10
                && TryParse(text.AsSpan(0, 10), out value)
                && Rfc3339.IsDateTime(text)
                && !ReadState.IsAlternative(in reader))
            {
                isInexact = true;
                return value;
            }
        }

        return JsonFault.Unreadable<DateOnly>(ref reader, "a date (yyyy-MM-dd)");
    }

    private static bool TryParse(ReadOnlySpan<char> text, out DateOnly value)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateOnly value, JsonWriteMode mode)
        => writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>
/// A time of day, <c>13:45:00</c>, with up to seven digits of a second. An offset is not part of the value; its owner keeps it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeCodec : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        if (reader.TokenType == JsonTokenType.String && ReadText.TryRead(ref reader, out string? text))
        {
            if (TimeOnly.TryParseExact(
                Rfc3339.Clock(text), ["HH:mm:ss.FFFFFFF", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly value))
            {
                if (Format(value) != text)
                {
                    isInexact = true;
                }

                return value;
            }
        }

        return JsonFault.Unreadable<TimeOnly>(ref reader, "a time (HH:mm:ss)");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimeOnly value, JsonWriteMode mode) => writer.WriteStringValue(Format(value));

    private static string Format(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}

/// <summary>A date-time of RFC 3339, <c>2027-04-05T00:00:00Z</c>. Without an offset it is UTC.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeCodec : IJsonCodec<DateTimeOffset>
{
    private const string Utc = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <inheritdoc/>
    public static DateTimeOffset Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            // TryGetDateTimeOffset would read a string without offset in the local time zone.
            if (ReadText.TryReadDateTime(ref reader, out DateTime clock) && clock.Kind == DateTimeKind.Unspecified)
            {
                isInexact = true;
                return new DateTimeOffset(clock, TimeSpan.Zero);
            }

            if (ReadText.TryReadDateTime(ref reader, out DateTimeOffset value))
            {
                isInexact |= !Rfc3339.IsCanonical(in reader);
                return value;
            }

            if (ReadText.TryRead(ref reader, out string? text) && Rfc3339.TryRead(text, out value))
            {
                isInexact = true;
                return value;
            }
        }

        return JsonFault.Unreadable<DateTimeOffset>(ref reader, "a date and time (RFC 3339)");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonWriteMode mode)
        => writer.WriteStringValue(value.Offset == TimeSpan.Zero
            ? value.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture)
            : value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));

    static int IJsonCodec<DateTimeOffset>.MaxLength => "\"2027-04-05T00:00:00.0000000Z\"".Length;

    static int IJsonCodec<DateTimeOffset>.Format(DateTimeOffset value, Span<byte> utf8)
    {
        // A writer may have to escape the plus of an offset.
        if (value.Offset != TimeSpan.Zero)
        {
            return 0;
        }

        value.UtcDateTime.TryFormat(utf8[1..], out int length, Utc, CultureInfo.InvariantCulture);
        utf8[length + 1] = utf8[0] = (byte)'"';
        return length + 2;
    }
}
