using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>An integer of 64 bits without a sign.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt64Codec : IJsonCodec<ulong>
{
    /// <inheritdoc/>
    public static ulong Read(ref Utf8JsonReader reader, ref bool isInexact) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, ref bool)"/>
    public static ulong Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out ulong value))
        {
            return value;
        }

        BigInteger exact = BigIntegerCodec.ReadExact(ref reader, "an integer of 64 bits without a sign");
        return exact.Sign >= 0 && exact <= ulong.MaxValue
            ? (ulong)exact
            : JsonFault.Unreadable<ulong>(ref reader, "an integer of 64 bits without a sign");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, ulong value, JsonWriteMode mode) => writer.WriteNumberValue(value);
}

/// <summary>An integer of any size.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BigIntegerCodec : IJsonCodec<BigInteger>
{
    // The cost of longer ones is quadratic in their length.
    private const int MostDigits = 1000;

    /// <inheritdoc/>
    public static BigInteger Read(ref Utf8JsonReader reader, ref bool isInexact) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, ref bool)"/>
    public static BigInteger Read(ref Utf8JsonReader reader) => ReadExact(ref reader, "an integer");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, BigInteger value, JsonWriteMode mode)
        => writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);

    internal static BigInteger ReadExact(ref Utf8JsonReader reader, string expected)
    {
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String && !reader.ValueIsEscaped)
        {
            ReadOnlySpan<byte> utf8 = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
            int exponent = utf8.IndexOfAny((byte)'e', (byte)'E');
            bool isBounded = utf8.Length <= MostDigits
                && (exponent < 0
                    || int.TryParse(utf8[(exponent + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int power)
                        && power is > -MostDigits and < MostDigits);
            const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            if (isBounded && BigInteger.TryParse(Encoding.ASCII.GetString(utf8), style, CultureInfo.InvariantCulture, out BigInteger value))
            {
                return value;
            }
        }

        return JsonFault.Unreadable<BigInteger>(ref reader, expected);
    }
}
