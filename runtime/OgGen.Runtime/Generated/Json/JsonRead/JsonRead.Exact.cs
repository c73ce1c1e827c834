using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <content>
/// Members whose JSON may be more precise than their value: digits beyond the precision of <see cref="double"/>, a date-time with
/// nanoseconds, a number for a string. Such JSON is kept, and written back as long as the value is the same.
/// </content>
public static partial class JsonRead
{
    /// <summary>Reads a member that is a number; the reader stands on its name.</summary>
    public static double Double(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        => ReadExact<double, DoubleCodec>(ref reader, model, name);

    /// <summary>Reads a member that is a number or null.</summary>
    public static double? OptionalDouble(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        => ReadOptionalExact<double, DoubleCodec>(ref reader, model, name);

    /// <summary>Reads a member that is a number or an explicit null, which is remembered.</summary>
    public static double? DoubleOrNull(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name, int index)
        => ReadExactOrNull<double, DoubleCodec>(ref reader, model, name, index);

    /// <summary>Reads a member that is a date-time; the reader stands on its name.</summary>
    public static DateTimeOffset DateTime(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        => ReadExact<DateTimeOffset, DateTimeCodec>(ref reader, model, name);

    /// <summary>Reads a member that is a date-time or null.</summary>
    public static DateTimeOffset? OptionalDateTime(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        => ReadOptionalExact<DateTimeOffset, DateTimeCodec>(ref reader, model, name);

    /// <summary>Reads a member that is a date-time or an explicit null, which is remembered.</summary>
    public static DateTimeOffset? DateTimeOrNull(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name, int index)
        => ReadExactOrNull<DateTimeOffset, DateTimeCodec>(ref reader, model, name, index);

    /// <summary>Reads a member that is a string, or stands as a number or a boolean; the reader stands on its name.</summary>
    public static string Lenient(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        => ReadExact<string, LenientStringCodec>(ref reader, model, name);

    /// <summary>Reads a member that is a string or null.</summary>
    public static string? OptionalLenient(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : ReadValue<string, LenientStringCodec>(ref reader, model, name);
    }

    /// <summary>Reads a member that is a string or an explicit null, which is remembered.</summary>
    public static string? LenientOrNull(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name, int index)
    {
        reader.Read();
        return ReadNull(model, reader.TokenType, index) ? null : ReadValue<string, LenientStringCodec>(ref reader, model, name);
    }

    /// <summary>Reads a member that is a boolean or a number, or stands as a string; the reader stands on its name.</summary>
    public static T Lenient<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadLenientValue<T, TCodec>(ref reader, model, name);
    }

    /// <summary>Reads a member that is a boolean, a number or null.</summary>
    public static T? OptionalLenient<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : ReadLenientValue<T, TCodec>(ref reader, model, name);
    }

    /// <summary>Reads a member that is a boolean, a number or an explicit null, which is remembered.</summary>
    public static T? LenientOrNull<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadNull(model, reader.TokenType, index) ? null : ReadLenientValue<T, TCodec>(ref reader, model, name);
    }

    private static T ReadLenientValue<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
        => reader.TokenType == JsonTokenType.String
            ? ReadValue<T, LenientCodec<T, TCodec>>(ref reader, model, name)
            : Current<T, TCodec>(ref reader);

    private static T ReadExact<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where TCodec : IJsonCodec<T>
    {
        reader.Read();
        return ReadValue<T, TCodec>(ref reader, model, name);
    }

    private static T? ReadOptionalExact<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where T : struct
        where TCodec : IJsonCodec<T>
        => ReadBlank<T>(ref reader, model, name) || reader.TokenType == JsonTokenType.Null
            ? null
            : ReadValue<T, TCodec>(ref reader, model, name);

    private static T? ReadExactOrNull<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name, int index)
        where T : struct
        where TCodec : IJsonCodec<T>
        => ReadBlank<T>(ref reader, model, name) || ReadNull(model, reader.TokenType, index)
            ? null
            : ReadValue<T, TCodec>(ref reader, model, name);

    /// <summary>Moves to a value, and keeps it if it is an empty string that stands for none.</summary>
    private static bool ReadBlank<T>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where T : struct
    {
        reader.Read();
        bool isBlank = BlankText.IsAt<T>(in reader);
        if (isBlank)
        {
            Keep(reader, model, Encoding.UTF8.GetString(name));
        }

        return isBlank;
    }

    /// <summary>Reads a scalar, on which the reader stays: a copy of it is taken only where there is something to keep.</summary>
    private static T ReadValue<T, TCodec>(ref Utf8JsonReader reader, ApiModel model, ReadOnlySpan<byte> name)
        where TCodec : IJsonCodec<T>
    {
        bool isInexact = false;
        T value = TCodec.Read(ref reader, ref isInexact);
        if (isInexact)
        {
            Keep(reader, model, Encoding.UTF8.GetString(name));
        }

        return value;
    }

    /// <summary>Keeps the JSON of a member, which is written back as long as the value is the same.</summary>
    /// <param name="start">A copy of a reader on the start of the value.</param>
    /// <param name="model">The object that is read.</param>
    /// <param name="name">The member's JSON name.</param>
    private static void Keep(Utf8JsonReader start, ApiModel model, string name)
    {
        ModelExtras extras = model.Extras ??= new ModelExtras();
        (extras.Originals ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal))[name] = JsonElement.ParseValue(ref start);
    }
}
