using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>A generated type as a codec.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ModelCodec<T> : IJsonCodec<T>
    where T : IJsonModel<T>
{
    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader, ref bool isInexact) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, ref bool)"/>
    public static T Read(ref Utf8JsonReader reader) => T.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value, JsonWriteMode mode)
    {
        // A null in a list, or a required member that was never set, would make an invalid object.
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value), $"A required {typeof(T).Name} is null.");
        }

        value.Write(writer, mode);
    }
}

/// <summary>A secret: read and sent like any value, printed as <c>***</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SecretCodec<T, TCodec> : IJsonCodec<T>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T Read(ref Utf8JsonReader reader, ref bool isInexact) => TCodec.Read(ref reader, ref isInexact);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T value, JsonWriteMode mode)
    {
        if (mode == JsonWriteMode.Display)
        {
            writer.WriteStringValue("***"u8);
        }
        else
        {
            TCodec.Write(writer, value, mode);
        }
    }

    /// <inheritdoc/>
    public static bool WroteParts(Utf8JsonWriter writer, T value, JsonElement original, JsonWriteMode mode)
        => mode != JsonWriteMode.Display && TCodec.WroteParts(writer, value, original, mode);
}
