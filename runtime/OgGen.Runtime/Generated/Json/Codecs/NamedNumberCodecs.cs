using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

// JSON has no NaN and no infinity: where a schema allows their names, they are strings.

/// <summary>A number in double precision, or one of the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NamedDoubleCodec : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref Utf8JsonReader reader, ref bool isInexact)
        => NamedNumber.IsName(in reader, out double value) ? value : DoubleCodec.Read(ref reader, ref isInexact);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, double value, JsonWriteMode mode)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(NamedNumber.NameOf(value));
        }
    }
}

/// <summary>A number in single precision, or one of the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NamedSingleCodec : IJsonCodec<float>
{
    /// <inheritdoc/>
    public static float Read(ref Utf8JsonReader reader, ref bool isInexact)
        => NamedNumber.IsName(in reader, out double value) ? (float)value : SingleCodec.Read(ref reader, ref isInexact);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, float value, JsonWriteMode mode)
    {
        if (float.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(NamedNumber.NameOf(value));
        }
    }
}

internal static class NamedNumber
{
    /// <summary>Whether a reader is positioned on the name of NaN or an infinity.</summary>
    public static bool IsName(in Utf8JsonReader reader, out double value)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            value = ReadText.Is(in reader, "NaN"u8) ? double.NaN
                : ReadText.Is(in reader, "Infinity"u8) ? double.PositiveInfinity
                : ReadText.Is(in reader, "-Infinity"u8) ? double.NegativeInfinity
                : 0;
            return value != 0;
        }

        value = 0;
        return false;
    }

    public static ReadOnlySpan<byte> NameOf(double value)
        => double.IsNaN(value) ? "NaN"u8 : value > 0 ? "Infinity"u8 : "-Infinity"u8;
}
