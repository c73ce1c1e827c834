using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using OgGen.Generated;

namespace OgGen.Json;

/// <summary>Strings and member names, which may hold bytes that are no UTF-8, or half of a surrogate pair as an escape sequence.</summary>
/// <remarks>
/// <see cref="Utf8JsonReader"/> throws an <see cref="InvalidOperationException"/> on such text. It is caught here, where nothing else can
/// throw one: anywhere else that exception means a mistake of the program. Inside of unions such a string is a value that does not fit,
/// like any other: it must not cost an exception for each string.
/// </remarks>
internal static class ReadText
{
    private const int LongestShort = 256;

    // Not on the stack, where each string would have to clear it first.
    [ThreadStatic]
    private static char[]? t_buffer;

    /// <summary>The string or the name on which a reader stands; one that is no text is reported.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? text)
    {
        return TryDecode(in reader, out text) || TryReadRest(ref reader, out text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryReadRest(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? text)
    {
        if (ReadState.Active is not null && !IsValid(in reader))
        {
            JsonFault.Report(ref reader, JsonMismatch.Invalid());
            text = null;
            return false;
        }

        text = Decode(ref reader);
        return true;
    }

    /// <summary>The string or the name on which a reader stands.</summary>
    /// <exception cref="JsonException">It is no text.</exception>
    public static string Decode(scoped ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw Invalid(e);
        }
    }

    /// <summary>Copies the UTF-8 of the string or the name on which a reader stands, without escape sequences.</summary>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="JsonException">It is no text.</exception>
    public static int Copy(scoped ref Utf8JsonReader reader, Span<byte> utf8)
    {
        try
        {
            return reader.CopyString(utf8);
        }
        catch (InvalidOperationException e)
        {
            throw Invalid(e);
        }
    }

    /// <summary>Whether a reader stands on a certain string or name; what is no text is none.</summary>
    public static bool Is(in Utf8JsonReader reader, ReadOnlySpan<char> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <inheritdoc cref="Is(in Utf8JsonReader, ReadOnlySpan{char})"/>
    public static bool Is(in Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        try
        {
            return reader.ValueTextEquals(utf8);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The bytes of the base64 string on which a reader stands; what is no text is none.</summary>
    public static bool TryReadBytes(scoped ref Utf8JsonReader reader, [NotNullWhen(true)] out byte[]? bytes)
    {
        try
        {
            return reader.TryGetBytesFromBase64(out bytes);
        }
        catch (InvalidOperationException)
        {
            bytes = null;
            return false;
        }
    }

    /// <summary>Decodes most strings: ASCII, and short others in one pass that also finds what is no UTF-8; no escape sequences.</summary>
    private static bool TryDecode(in Utf8JsonReader reader, [NotNullWhen(true)] out string? text)
    {
        text = null;
        ReadOnlySpan<byte> utf8 = reader.ValueSpan;
        if (reader.ValueIsEscaped || reader.HasValueSequence)
        {
            return false;
        }

        if (Ascii.IsValid(utf8))
        {
            // Nothing has to be counted or found: each byte is a character of the new string.
            text = Encoding.Latin1.GetString(utf8);
            return true;
        }

        if (utf8.Length > LongestShort)
        {
            return false;
        }

        // UTF-16 has no more units than UTF-8 has bytes.
        Span<char> buffer = t_buffer ??= new char[LongestShort];
        if (Utf8.ToUtf16(utf8, buffer, out _, out int length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return false;
        }

        text = new string(buffer[..length]);
        return true;
    }

    /// <summary>Whether the string or the name on which a reader stands is text.</summary>
    public static bool IsValid(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> utf8 = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return Utf8.IsValid(utf8) && (!reader.ValueIsEscaped || AreSurrogatesPaired(utf8));
    }

    /// <summary>Whether no escape sequence in JSON is half of a surrogate pair.</summary>
    /// <param name="utf8">A string as it stands in JSON, or a whole value.</param>
    public static bool AreSurrogatesPaired(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\u"u8) < 0)
        {
            return true;
        }

        bool isHigh = false;
        for (int i = 0; i < utf8.Length; i++)
        {
            int unit = 0;
            if (utf8[i] == '\\')
            {
                i++;
                if (utf8[i] == 'u' && Utf8Parser.TryParse(utf8.Slice(i + 1, 4), out ushort hex, out _, 'x'))
                {
                    unit = hex;
                    i += 4;
                }
            }

            bool isLow = unit is >= 0xDC00 and <= 0xDFFF;
            if (isLow != isHigh)
            {
                return false;
            }

            isHigh = unit is >= 0xD800 and <= 0xDBFF;
        }

        return !isHigh;
    }

    /// <summary>The UUID on which a reader stands; what is no text is none.</summary>
    public static bool TryReadGuid(scoped ref Utf8JsonReader reader, out Guid value)
    {
        try
        {
            return reader.TryGetGuid(out value);
        }
        catch (InvalidOperationException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>The date-time without an offset, or with one, on which a reader stands; what is no text is none.</summary>
    public static bool TryReadDateTime(scoped ref Utf8JsonReader reader, out DateTime value)
    {
        try
        {
            return reader.TryGetDateTime(out value);
        }
        catch (InvalidOperationException)
        {
            value = default;
            return false;
        }
    }

    /// <summary>The date-time on which a reader stands; what is no text is none.</summary>
    public static bool TryReadDateTime(scoped ref Utf8JsonReader reader, out DateTimeOffset value)
    {
        try
        {
            return reader.TryGetDateTimeOffset(out value);
        }
        catch (InvalidOperationException)
        {
            value = default;
            return false;
        }
    }

    private static JsonException Invalid(InvalidOperationException reason) => new(JsonMismatch.Invalid().ToString(), reason);
}
