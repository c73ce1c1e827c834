using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator.Http;

namespace OgGen.Opsgenie.Emulator.State;

/// <summary>A snapshot as UTF-8 text, indented, with <c>\n</c> on every system.</summary>
internal static class SnapshotStream
{
    // A seeded object may be as deep as its maker likes; this is the writer's limit too.
    private const int MaxDepth = 1000;

    private static readonly JsonWriterOptions s_writerOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
        MaxDepth = MaxDepth,
    };

    private static readonly JsonDocumentOptions s_readerOptions = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    public static async Task WriteAsync(Stream stream, JsonObject snapshot, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer, s_writerOptions))
        {
            snapshot.WriteTo(writer);
        }

        buffer.WriteByte((byte)'\n');
        await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="InvalidDataException">The text is not a JSON object.</exception>
    public static async Task<JsonObject> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            JsonNode? node = await JsonNode.ParseAsync(stream, nodeOptions: null, s_readerOptions, cancellationToken).ConfigureAwait(false);
            JsonBody.Touch(node);
            return node as JsonObject ?? throw new InvalidDataException("The snapshot is not a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"The snapshot is not JSON: {exception.Message}", exception);
        }
    }
}
