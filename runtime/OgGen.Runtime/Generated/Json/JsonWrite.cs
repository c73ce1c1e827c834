using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>Methods for the generated writers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWrite
{
    /// <summary>Writes a member.</summary>
    public static void Member<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value, JsonWriteMode mode)
        where TCodec : IJsonCodec<T>
    {
        writer.WritePropertyName(name);
        TCodec.Write(writer, value, mode);
    }

    /// <summary>Writes an optional member for which unset and null differ.</summary>
    public static void Given<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Optional<T> value, JsonWriteMode mode)
        where TCodec : IJsonCodec<T>
    {
        if (value.IsSet)
        {
            writer.WritePropertyName(name);
            TCodec.Write(writer, value.Value, mode);
        }
    }

    /// <summary>Writes a member unless it is unset.</summary>
    public static void Optional<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWriteMode mode)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            TCodec.Write(writer, value, mode);
        }
    }

    /// <inheritdoc cref="Optional{T, TCodec}"/>
    public static void OptionalValue<T, TCodec>(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWriteMode mode)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } set)
        {
            writer.WritePropertyName(name);
            TCodec.Write(writer, set, mode);
        }
    }
}
