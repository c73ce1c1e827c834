using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace OgGen.Json;

/// <summary>Compares a number in JSON with the C# value that was read from it.</summary>
internal static class NumberPrecision
{
    /// <summary>Whether a value is not exactly the number in JSON.</summary>
    /// <param name="reader">Stands on the number.</param>
    /// <param name="value">The value that was read.</param>
    /// <param name="digits">The number of significant digits that the type always keeps.</param>
    public static bool IsLost<T>(in Utf8JsonReader reader, T value, int digits)
        where T : IUtf8SpanFormattable
    {
        ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        if (text.Length <= digits && text.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            return false;
        }

        Span<byte> read = stackalloc byte[64];
        return !value.TryFormat(read, out int length, default, CultureInfo.InvariantCulture) || !IsSame(text, read[..length]);
    }

    /// <summary>Whether two numbers are the same, however they are written.</summary>
    private static bool IsSame(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> leftDigits = left.Length <= 128 ? stackalloc byte[128] : new byte[left.Length];
        Span<byte> rightDigits = stackalloc byte[128];
        int leftLength = Normalize(left, leftDigits, out long leftPower);
        int rightLength = Normalize(right, rightDigits, out long rightPower);
        return leftDigits[..leftLength].SequenceEqual(rightDigits[..rightLength])
            && (leftLength == 0 || leftPower == rightPower && (left[0] == '-') == (right[0] == '-'));
    }

    /// <summary>The digits between the first and the last that is no zero, and the power of ten of the last one.</summary>
    private static int Normalize(ReadOnlySpan<byte> text, Span<byte> digits, out long power)
    {
        int count = 0;
        power = 0;
        bool isFraction = false;
        for (int i = 0; i < text.Length; i++)
        {
            byte c = text[i];
            if (c is (byte)'e' or (byte)'E')
            {
                // JSON has no number whose exponent is longer than this and whose value any type has.
                power += long.TryParse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long exponent)
                    ? exponent
                    : int.MaxValue;
                break;
            }

            if (c == '.')
            {
                isFraction = true;
            }
            else if (c is >= (byte)'0' and <= (byte)'9')
            {
                power -= isFraction ? 1 : 0;
                if (count > 0 || c != '0')
                {
                    digits[count++] = c;
                }
            }
        }

        while (count > 0 && digits[count - 1] == '0')
        {
            count--;
            power++;
        }

        return count;
    }
}
