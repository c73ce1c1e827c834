using System.Buffers.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <summary>Strings, integers of 64 bits and booleans as text, as constants and values of enumerations are compared.</summary>
internal static class JsonScalar
{
    /// <summary>The length of a buffer that has room for each integer.</summary>
    public const int MostDigits = 24;

    /// <summary>Whether a value is one that has a text.</summary>
    public static bool HasText(in Utf8JsonReader reader)
        => reader.TokenType is JsonTokenType.String or JsonTokenType.True or JsonTokenType.False
            || (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _));

    /// <summary>The text of the value on which a reader stands; empty if it has none.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="buffer">Room for an integer.</param>
    public static ReadOnlySpan<byte> TextOf(in Utf8JsonReader reader, Span<byte> buffer)
    {
        Utf8JsonReader copy = reader;
        return copy.TokenType switch
        {
            JsonTokenType.String when !copy.ValueIsEscaped || ReadText.IsValid(in copy) => JsonText.Of(ref copy).Utf8,
            JsonTokenType.Number when copy.TryGetInt64(out long number) && Utf8Formatter.TryFormat(number, buffer, out int length)
                => buffer[..length],
            JsonTokenType.True => "true"u8,
            JsonTokenType.False => "false"u8,
            _ => default,
        };
    }
}
