using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Emulator.Http;

namespace OgGen.Emulator.State;

/// <summary>A snapshot as UTF-8 text, indented, with <c>\n</c> on every system.</summary>
internal static class SnapshotStream
{
    // A seeded object may be as deep as its maker likes; this is the writer's limit too.
    private const int MaxDepth = 1000;

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
        MaxDepth = MaxDepth,
    };

    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    public static async Task WriteAsync(Stream stream, JsonObject snapshot, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            snapshot.WriteTo(writer);
        }

        buffer.WriteByte((byte)'\n');
        await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), ct).ConfigureAwait(false);
        await stream.FlushAsync(ct).ConfigureAwait(false);
    }

    /// <exception cref="InvalidDataException">The text is not a JSON object.</exception>
    public static async Task<JsonObject> ReadAsync(Stream stream, CancellationToken ct)
    {
        try
        {
            JsonNode? node = await JsonNode.ParseAsync(stream, nodeOptions: null, ReaderOptions, ct).ConfigureAwait(false);
            JsonBody.Touch(node);
            return node as JsonObject ?? throw new InvalidDataException("The snapshot is not a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The snapshot is not JSON: {exception.Message}", exception);
        }
    }
}
