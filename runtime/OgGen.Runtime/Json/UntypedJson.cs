using System.Text.Json;

namespace OgGen.Json;

/// <summary>JSON that has no type of its own, written as it was read.</summary>
internal static class UntypedJson
{
    /// <summary>Writes an element.</summary>
    /// <remarks>
    /// JSON can hold half of a surrogate pair as an escape sequence, which no .NET string can: <see cref="JsonElement.WriteTo"/> throws.
    /// It is written back with the same escape sequences.
    /// </remarks>
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        if (IsText(value))
        {
            value.WriteTo(writer);
        }
        else
        {
            writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }
    }

#if NET9_0_OR_GREATER
    private static bool IsText(JsonElement value)
        => ReadText.AreSurrogatesPaired(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value));
#else
    private static bool IsText(JsonElement value)
        => value.ValueKind is not (JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array)
            || ReadText.AreSurrogatesPaired(System.Text.Encoding.UTF8.GetBytes(value.GetRawText()));
#endif
}
