using System.Text.Json;
using OgGen.Json;

namespace OgGen;

/// <summary>Writes what goes into a request as JSON.</summary>
internal static class RequestJson
{
    // The writer holds buffers of its own; one for each thread is enough, because writing is never interrupted.
    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    public static void Write<T, TCodec>(PooledWriter buffer, T value)
        where TCodec : IJsonCodec<T>
    {
        Utf8JsonWriter writer = s_writer ?? new Utf8JsonWriter(buffer, JsonModel.WriterOptions);
        s_writer = null;
        writer.Reset(buffer);
        TCodec.Write(writer, value, JsonWriteMode.Request);
        writer.Flush();
        writer.Reset(Stream.Null);
        s_writer = writer;
    }
}
