using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Json;

/// <summary>JSON that is more precise than the C# value that was read from it.</summary>
internal static class Original
{
    /// <summary>Whether a value equals the one that is read from JSON: both are written alike.</summary>
    public static bool Is<T, TCodec>(JsonElement original, T value)
        where TCodec : IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(original.GetRawText()));
        reader.Read();
        T read = JsonRead.Current<T, TCodec>(ref reader);
        return JsonModel.ToUtf8<T, TCodec>(read).AsSpan().SequenceEqual(JsonModel.ToUtf8<T, TCodec>(value));
    }

    /// <summary>Writes a value as it was read, except for the parts that have changed.</summary>
    public static void Write<T, TCodec>(Utf8JsonWriter writer, T value, JsonElement original, JsonWriteMode mode)
        where TCodec : IJsonCodec<T>
    {
        if (Is<T, TCodec>(original, value))
        {
            UntypedJson.Write(writer, original);
        }
        else if (!TCodec.WroteParts(writer, value, original, mode))
        {
            TCodec.Write(writer, value, mode);
        }
    }

    /// <summary>Writes a part of a value as it was read, if it has not changed.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The part.</param>
    /// <param name="candidates">The JSON of the parts that it may equal.</param>
    /// <param name="mode">The write mode.</param>
    public static void WritePart<T, TCodec>(Utf8JsonWriter writer, T value, scoped ReadOnlySpan<JsonElement> candidates, JsonWriteMode mode)
        where TCodec : IJsonCodec<T>
    {
        foreach (JsonElement candidate in candidates)
        {
            if (value is not null && Is<T, TCodec>(candidate, value))
            {
                UntypedJson.Write(writer, candidate);
                return;
            }
        }

        if (value is null || candidates.Length == 0 || !TCodec.WroteParts(writer, value, candidates[0], mode))
        {
            TCodec.Write(writer, value, mode);
        }
    }
}
