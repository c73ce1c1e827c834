using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>A string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref Utf8JsonReader reader, ref bool isInexact) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, ref bool)"/>
    public static string Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String
            ? ReadText.TryRead(ref reader, out string? text) ? text : ""
            : JsonFault.Unexpected<string>(ref reader, "a string") ?? "";

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, string value, JsonWriteMode mode)
        => writer.WriteStringValue(Required.NotNull(value));
}

/// <summary>A string, for which a number or a boolean is accepted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LenientStringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return StringCodec.Read(ref reader);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                isInexact = true;
                return Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
            default:
                return JsonFault.Unexpected<string>(ref reader, "a string") ?? "";
        }
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, string value, JsonWriteMode mode) => StringCodec.Write(writer, value, mode);
}

/// <summary>A boolean or a number. One that was a string is written as a string again.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LenientCodec<T, TCodec> : IJsonCodec<T>
    where T : struct
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        T value = TCodec.Read(ref reader, ref isInexact);

        // After a value that does not fit, the reader is at its end.
        if (reader.TokenType == JsonTokenType.String)
        {
            isInexact = true;
        }

        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value, JsonWriteMode mode) => TCodec.Write(writer, value, mode);

    static int IJsonCodec<T>.MaxLength => TCodec.MaxLength;

    static int IJsonCodec<T>.Format(T value, Span<byte> utf8) => TCodec.Format(value, utf8);
}

/// <summary>A boolean. The strings "true" and "false", which some servers send, are read as well.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BooleanCodec : IJsonCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref Utf8JsonReader reader, ref bool isInexact) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, ref bool)"/>
    public static bool Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String when ReadText.Is(in reader, "true"u8):
                return true;
            case JsonTokenType.String when ReadText.Is(in reader, "false"u8):
                return false;
            default:
                return JsonFault.Unreadable<bool>(ref reader, "a boolean");
        }
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, bool value, JsonWriteMode mode) => writer.WriteBooleanValue(value);

    static int IJsonCodec<bool>.MaxLength => 5;

    static int IJsonCodec<bool>.Format(bool value, Span<byte> utf8)
    {
        ReadOnlySpan<byte> literal = value ? "true"u8 : "false"u8;
        literal.CopyTo(utf8);
        return literal.Length;
    }
}

/// <summary>Any JSON value, kept as it is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonElementCodec : IJsonCodec<JsonElement>
{
    /// <inheritdoc/>
    public static JsonElement Read(ref Utf8JsonReader reader, ref bool isInexact) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, ref bool)"/>
    public static JsonElement Read(ref Utf8JsonReader reader)
        => ReadState.IsTrial && UnionValue.TryPass(ref reader) ? default : JsonElement.ParseValue(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonElement value, JsonWriteMode mode)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            UntypedJson.Write(writer, value);
        }
    }
}

/// <summary>
/// A UUID in the usual form with hyphens. Without them, in braces and as a URN it is read as well; its owner keeps that form.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidCodec : IJsonCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        if (reader.TokenType != JsonTokenType.String || !ReadText.TryReadGuid(ref reader, out Guid value))
        {
            return ReadOther(ref reader, ref isInexact);
        }

        // It is written in lower case.
        if (reader.HasValueSequence || reader.ValueSpan.IndexOfAnyInRange((byte)'A', (byte)'F') >= 0)
        {
            isInexact = true;
        }

        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Guid value, JsonWriteMode mode) => writer.WriteStringValue(value);

    private static Guid ReadOther(ref Utf8JsonReader reader, ref bool isInexact)
    {
        if (reader.TokenType == JsonTokenType.String
            && !ReadState.IsAlternative(in reader)
            && ReadText.TryRead(ref reader, out string? text))
        {
            ReadOnlySpan<char> digits = text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(9) : text;
            if (Guid.TryParseExact(digits, "N", out Guid value)
                || Guid.TryParseExact(digits, "B", out value)
                || Guid.TryParseExact(digits, "D", out value))
            {
                isInexact = true;
                return value;
            }
        }

        return JsonFault.Unreadable<Guid>(ref reader, "a UUID");
    }
}

/// <summary>A URI, absolute or relative; written exactly as it was read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriCodec : IJsonCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref Utf8JsonReader reader, ref bool isInexact) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, ref bool)"/>
    public static Uri Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String
            && ReadText.TryRead(ref reader, out string? text)
            && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? value)
            ? value
            : JsonFault.Unreadable<Uri>(ref reader, "a URI");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Uri value, JsonWriteMode mode)
        => writer.WriteStringValue(Required.NotNull(value).OriginalString);
}

/// <summary>Bytes, as base64.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BytesCodec : IJsonCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        if (reader.TokenType != JsonTokenType.String || !ReadText.TryReadBytes(ref reader, out byte[]? value))
        {
            return JsonFault.Unreadable<byte[]>(ref reader, "base64 text");
        }

        if (!IsCanonical(in reader, value))
        {
            isInexact = true;
        }

        return value;
    }

    /// <summary>Whether the bytes are written as they were read: white space and unused bits at the end would be lost.</summary>
    private static bool IsCanonical(in Utf8JsonReader reader, byte[] value)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length != (value.Length + 2) / 3 * 4)
        {
            return false;
        }

        Span<byte> end = stackalloc byte[4];
        int rest = value.Length % 3;
        return rest == 0
            || (System.Buffers.Text.Base64.EncodeToUtf8(
                value.AsSpan(value.Length - rest), end, out _, out _) == System.Buffers.OperationStatus.Done
                && reader.ValueSpan.EndsWith(end));
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, byte[] value, JsonWriteMode mode)
        => writer.WriteBase64StringValue(Required.NotNull(value));
}
