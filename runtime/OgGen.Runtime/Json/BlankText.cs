using System.Text.Json;

namespace OgGen.Json;

/// <summary>
/// Strings that servers send for an optional number, boolean, date or UUID without a value: an empty one, and the zero date of MySQL. Such
/// a member is null, and the string is written back while the member is null.
/// </summary>
internal static class BlankText
{
    private static ReadOnlySpan<byte> ZeroDate => "0000-00-00"u8;

    /// <summary>Whether a reader is positioned on a string that represents a missing value of a type.</summary>
    public static bool IsAt<T>(in Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        if (reader.HasValueSequence)
        {
            return reader.ValueSequence.IsEmpty;
        }

        return reader.ValueSpan.IsEmpty
            || ((typeof(T) == typeof(DateOnly) || typeof(T) == typeof(DateTimeOffset)) && reader.ValueSpan.StartsWith(ZeroDate));
    }

    /// <summary>Whether the JSON that was kept for a member is such a string, not that of a value.</summary>
    public static bool Is(in JsonElement original)
        => original.ValueKind == JsonValueKind.String
            && original.GetString() is { } text
            && (text.Length == 0 || text.StartsWith("0000-00-00", StringComparison.Ordinal));
}
