using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;
using OgGen.Json;

namespace OgGen.Generated;

// Servers write 1.0 for 1, and numbers as strings. Both are read where the value is exactly the same. An integer that does
// not fit its type is refused, never rounded; a fraction has the precision of its type, and never becomes infinite.

/// <summary>An integer of 32 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int32Codec : IJsonCodec<int>
{
    /// <inheritdoc/>
    public static int Read(ref Utf8JsonReader reader, ref bool isInexact) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, ref bool)"/>
    public static int Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value))
        {
            return value;
        }

        long exact = NumberText.Integer(ref reader, "an integer of 32 bits");
        return exact is >= int.MinValue and <= int.MaxValue
            ? (int)exact
            : JsonFault.Unreadable<int>(ref reader, "an integer of 32 bits");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, int value, JsonWriteMode mode) => writer.WriteNumberValue(value);

    static int IJsonCodec<int>.MaxLength => 11;

    static int IJsonCodec<int>.Format(int value, Span<byte> utf8)
    {
        Utf8Formatter.TryFormat(value, utf8, out int length);
        return length;
    }
}

/// <summary>An integer of 64 bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int64Codec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long Read(ref Utf8JsonReader reader, ref bool isInexact) => Read(ref reader);

    /// <inheritdoc cref="Read(ref Utf8JsonReader, ref bool)"/>
    public static long Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value)
            ? value
            : NumberText.Integer(ref reader, "an integer of 64 bits");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, long value, JsonWriteMode mode) => writer.WriteNumberValue(value);

    static int IJsonCodec<long>.MaxLength => 20;

    static int IJsonCodec<long>.Format(long value, Span<byte> utf8)
    {
        Utf8Formatter.TryFormat(value, utf8, out int length);
        return length;
    }
}

/// <summary>A number in double precision.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleCodec : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static double Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        double value;
        bool read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDouble(out value),
            JsonTokenType.String => NumberText.TryDouble(ref reader, out value),
            _ => NumberText.None(out value),
        };

        if (!read || !double.IsFinite(value))
        {
            return JsonFault.Unreadable<double>(ref reader, "a number");
        }

        isInexact |= NumberPrecision.IsLost(in reader, value, digits: 15);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, double value, JsonWriteMode mode) => writer.WriteNumberValue(value);
}

/// <summary>A number in single precision.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SingleCodec : IJsonCodec<float>
{
    /// <inheritdoc/>
    public static float Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        float value;
        bool read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetSingle(out value),
            JsonTokenType.String => NumberText.TrySingle(ref reader, out value),
            _ => NumberText.None(out value),
        };

        if (!read || !float.IsFinite(value))
        {
            return JsonFault.Unreadable<float>(ref reader, "a number in single precision");
        }

        isInexact |= NumberPrecision.IsLost(in reader, value, digits: 6);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, float value, JsonWriteMode mode) => writer.WriteNumberValue(value);
}

/// <summary>A decimal number.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalCodec : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal Read(ref Utf8JsonReader reader, ref bool isInexact)
    {
        decimal value;
        bool read = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out value),
            JsonTokenType.String => NumberText.TryDecimal(ref reader, out value),
            _ => NumberText.None(out value),
        };

        // A number with more than 28 places is rounded, but never to zero.
        if (!read || (value == 0 && !NumberText.IsZero(in reader)))
        {
            bool isNumber = reader.TokenType == JsonTokenType.Number || NumberText.IsNumber(ref reader);
            return isNumber
                ? JsonFault.OutOfRange<decimal>(ref reader, "decimal")
                : JsonFault.Unreadable<decimal>(ref reader, "a decimal number");
        }

        isInexact |= NumberPrecision.IsLost(in reader, value, digits: 28);
        return value;
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, decimal value, JsonWriteMode mode) => writer.WriteNumberValue(value);
}

internal static class NumberText
{
    private const ulong MaxMagnitude = 1UL << 63;

    public static long Integer(ref Utf8JsonReader reader, string expected)
        => reader.TokenType is JsonTokenType.Number or JsonTokenType.String && TryInteger(Text(ref reader), out long value)
            ? value
            : JsonFault.Unreadable<long>(ref reader, expected);

    public static bool TryDecimal(ref Utf8JsonReader reader, out decimal value)
    {
        ReadOnlySpan<byte> text = Text(ref reader);
        return (Utf8Parser.TryParse(text, out value, out int consumed) && consumed == text.Length) || None(out value);
    }

    public static bool TryDouble(ref Utf8JsonReader reader, out double value)
    {
        ReadOnlySpan<byte> text = Text(ref reader);
        return (Utf8Parser.TryParse(text, out value, out int consumed) && consumed == text.Length) || None(out value);
    }

    public static bool TrySingle(ref Utf8JsonReader reader, out float value)
    {
        ReadOnlySpan<byte> text = Text(ref reader);
        return (Utf8Parser.TryParse(text, out value, out int consumed) && consumed == text.Length) || None(out value);
    }

    /// <summary>Whether a reader is positioned on a string that is a number of any size.</summary>
    public static bool IsNumber(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String
            && TryDouble(ref reader, out double value)
            && !double.IsNaN(value)
            && Text(ref reader).ContainsAnyInRange((byte)'0', (byte)'9');

    /// <summary>Whether the number on which a reader stands has no digits but zeros.</summary>
    public static bool IsZero(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        int exponent = text.IndexOfAny((byte)'e', (byte)'E');
        return !text[..(exponent < 0 ? text.Length : exponent)].ContainsAnyInRange((byte)'1', (byte)'9');
    }

    public static bool None<T>(out T value)
        where T : struct
    {
        value = default;
        return false;
    }

    /// <summary>
    /// Reads an integer that may be written with a fraction and an exponent, digit by digit: a decimal or a
    /// double would round 1e-30 to 0.
    /// </summary>
    private static bool TryInteger(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        bool isNegative = text.StartsWith("-"u8);
        text = text[(isNegative || text.StartsWith("+"u8) ? 1 : 0)..];
        UInt128 magnitude = 0;
        int zeros = 0; // at the end of the digits; they count only if another digit follows
        int power = 0;
        if (!Digits(ref text, ref magnitude, ref zeros, out _))
        {
            return false;
        }

        if (text.StartsWith("."u8))
        {
            text = text[1..];
            if (!Digits(ref text, ref magnitude, ref zeros, out int count))
            {
                return false;
            }

            power = -count;
        }

        if (!text.IsEmpty && !Exponent(text, ref power))
        {
            return false;
        }

        if (magnitude == 0)
        {
            return true;
        }

        power += zeros;
        if (power < 0 || !Shift(ref magnitude, power) || (magnitude == MaxMagnitude && !isNegative))
        {
            return false;
        }

        value = isNegative ? (long)(0 - (ulong)magnitude) : (long)magnitude;
        return true;
    }

    /// <summary>Reads the digits at the start of a span: at least one, and at most 64 bits.</summary>
    private static bool Digits(ref ReadOnlySpan<byte> text, ref UInt128 magnitude, ref int zeros, out int count)
    {
        int end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        count = end < 0 ? text.Length : end;
        foreach (byte digit in text[..count])
        {
            if (digit == '0')
            {
                zeros += magnitude == 0 ? 0 : 1;
            }
            else if (Shift(ref magnitude, zeros + 1) && magnitude + digit - '0' <= MaxMagnitude)
            {
                magnitude += (UInt128)(digit - '0');
                zeros = 0;
            }
            else
            {
                return false;
            }
        }

        text = text[count..];
        return count > 0;
    }

    private static bool Exponent(ReadOnlySpan<byte> text, ref int power)
    {
        if ((text[0] | 0x20) != 'e')
        {
            return false;
        }

        bool isNegative = text[1..].StartsWith("-"u8);
        ReadOnlySpan<byte> digits = text[(isNegative || text[1..].StartsWith("+"u8) ? 2 : 1)..];
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        // An exponent that fits no int32 is beyond every limit; a tenth of the range leaves room for the sum.
        const int far = int.MaxValue / 10;
        int exponent = Utf8Parser.TryParse(digits, out int read, out _) ? Math.Min(read, far) : far;
        power = Math.Clamp(power, -far, far) + (isNegative ? -exponent : exponent);
        return true;
    }

    /// <summary>Multiplies with a power of ten, unless the result is larger than any integer.</summary>
    private static bool Shift(ref UInt128 magnitude, int power)
    {
        for (; power > 0 && magnitude != 0; power--)
        {
            magnitude *= 10;
            if (magnitude > MaxMagnitude)
            {
                return false;
            }
        }

        return true;
    }

    // A string with escape sequences is not read as a number.
    private static ReadOnlySpan<byte> Text(ref Utf8JsonReader reader)
        => reader.ValueIsEscaped ? default : reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
}
