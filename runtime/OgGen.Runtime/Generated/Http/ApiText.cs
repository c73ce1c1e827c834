using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>The text of parameter values on the wire, the same in every culture.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiText
{
    /// <summary>
    /// The text of one value: <c>true</c>, numbers that parse back to the same value, <c>yyyy-MM-dd</c>, times as in RFC 3339 with
    /// fractions only if there are any, base64 for bytes, a <see cref="Uri"/> as it was written, and
    /// <see cref="object.ToString"/> of generated enums.
    /// </summary>
    /// <returns>The text; <see langword="null"/> for <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Format<T>(T value)
    {
        // For a value type the JIT keeps one of these branches and boxes nothing that it can see through.
        return value switch
        {
            null => null,
            string text => text,
            bool flag => flag ? "true" : "false",
            DateTimeOffset time => OfTime(time),
            DateTime time =>
                OfTime(time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero) : new DateTimeOffset(time)),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToBase64String(bytes),
            Uri uri => uri.OriginalString,
            JsonElement { ValueKind: JsonValueKind.String } element => element.GetString()!,
            JsonElement element => element.GetRawText(),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? string.Empty,
        };
    }

    /// <summary>The texts of several values; items that are <see langword="null"/> are left out.</summary>
    /// <returns>The texts; <see langword="null"/> for <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(values))]
    public static IReadOnlyList<string>? FormatList<T>(IEnumerable<T>? values)
    {
        if (values is null)
        {
            return null;
        }

        var texts = new List<string>(values.TryGetNonEnumeratedCount(out int count) ? count : 4);
        foreach (T value in values)
        {
            if (Format(value) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>The texts of several values in one, with a separator between.</summary>
    /// <returns>The text; <see langword="null"/> for <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(values))]
    public static string? Join<T>(IEnumerable<T>? values, string separator)
        => FormatList(values) is { } texts ? string.Join(separator, texts) : null;

    /// <summary>The texts of the members of an object; members that are <see langword="null"/> are left out.</summary>
    /// <returns>Names and texts; <see langword="null"/> for <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(members))]
    public static IReadOnlyList<KeyValuePair<string, string>>? FormatMap<T>(IEnumerable<KeyValuePair<string, T>>? members)
    {
        if (members is null)
        {
            return null;
        }

        var texts = new List<KeyValuePair<string, string>>();
        foreach ((string name, T value) in members)
        {
            if (Format(value) is { } text)
            {
                texts.Add(new(name, text));
            }
        }

        return texts;
    }

    /// <summary>A value as JSON text, for parameters whose content is JSON.</summary>
    /// <returns>The text; <see langword="null"/> for <see langword="null"/>.</returns>
    /// <exception cref="ArgumentException">A value cannot be written as JSON.</exception>
    public static string? FormatJson<T, TCodec>(T? value)
        where TCodec : IJsonCodec<T>
        => value is null ? null : ParameterValue.Element<T, TCodec>(value).GetRawText();

    private static string OfTime(DateTimeOffset time)
        => time.Offset == TimeSpan.Zero
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
