using System.Text.Json;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen;

/// <summary>Writes what goes into a request as JSON.</summary>
internal static class RequestJson
{
    // The writer holds buffers of its own; one for each thread is enough, because writing is never interrupted.
    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    /// <exception cref="ArgumentNullException">
    /// A null stands where there has to be a value; the parameter is the JSON path of it.
    /// </exception>
    /// <exception cref="ArgumentException">A text is no Unicode: it holds half a surrogate pair.</exception>
    public static void Write<T, TCodec>(PooledWriter buffer, T value)
        where TCodec : IJsonCodec<T>
    {
        int start = buffer.Length;
        Utf8JsonWriter writer = s_writer ?? new Utf8JsonWriter(buffer, JsonModel.WriterOptions);
        s_writer = null;
        writer.Reset(buffer);
        try
        {
            TCodec.Write(writer, value, JsonWriteMode.Request);
            writer.Flush();
        }
        catch (ArgumentNullException e)
        {
            writer.Flush();
            string path = RequestJsonPath.AtEnd(buffer.Written.Span[start..]);
            throw new ArgumentNullException(path, e.Message.Split(" (Parameter", 2)[0]);
        }

        int replaced = ReplacedCharacter(buffer.Written.Span[start..]);
        if (replaced >= 0)
        {
            string path = RequestJsonPath.AtEnd(buffer.Written.Span.Slice(start, replaced));
            throw new ArgumentException("The text holds half a surrogate pair.", path);
        }

        writer.Reset(Stream.Null);
        s_writer = writer;
    }

    /// <summary>
    /// Where the writer has replaced what is no Unicode. It writes the replacement character itself as it is, and escapes it only where it
    /// takes the place of something else.
    /// </summary>
    /// <returns>The index of the escape; negative where there is none.</returns>
    private static int ReplacedCharacter(ReadOnlySpan<byte> json)
    {
        int index = 0;
        while (true)
        {
            int found = json[index..].IndexOf("\\uFFFD"u8);
            if (found < 0)
            {
                return -1;
            }

            index += found;
            int backslashes = index;
            while (backslashes > 0 && json[backslashes - 1] == '\\')
            {
                backslashes--;
            }

            if ((index - backslashes) % 2 == 0)
            {
                return index;
            }

            index += 2;
        }
    }
}
