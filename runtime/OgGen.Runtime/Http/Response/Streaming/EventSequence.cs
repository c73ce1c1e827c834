using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen;

/// <summary>Server-sent events.</summary>
internal static class EventSequence
{
    public static async IAsyncEnumerable<SseItem<T>> ReadAsync<T, TCodec>(
        ResponseStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TCodec : IJsonCodec<T>
    {
        await foreach (SseItem<byte[]> item in ReadBytesAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            // The customary way to say that this was all, where data are JSON otherwise.
            if (item.Data.AsSpan().SequenceEqual("[DONE]"u8))
            {
                yield break;
            }

            // An event that only has a name tells nothing that the document describes.
            if (item.Data.Length > 0)
            {
                yield return With(item, JsonSequence.Parse<T, TCodec>(stream, item.Data));
            }
        }
    }

    public static async IAsyncEnumerable<SseItem<string>> ReadTextAsync(
        ResponseStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (SseItem<byte[]> item in ReadBytesAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            yield return With(item, Text(stream, item.Data));
        }
    }

    private static string Text(ResponseStream stream, byte[] data)
        => Utf8.IsValid(data)
            ? Encoding.UTF8.GetString(data)
            : throw stream.CreateException(" with an event that is not text in utf-8", null);

    private static async IAsyncEnumerable<SseItem<byte[]>> ReadBytesAsync(
        ResponseStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SseParser<byte[]> parser = SseParser.Create(stream, static (_, data) => data.ToArray());
        stream.BeginEvents();
        await foreach (SseItem<byte[]> item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    private static SseItem<T> With<T>(SseItem<byte[]> item, T data)
        => new(data, item.EventType) { EventId = item.EventId, ReconnectionInterval = item.ReconnectionInterval };
}
