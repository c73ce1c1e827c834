using System.Net.ServerSentEvents;

namespace OgGen.Faults.Tests;

/// <summary>Calls whose answers are read while they arrive, to their ends.</summary>
internal static class StreamReading
{
    public static async Task<byte[]> ReadAllAsync(this TestClient client, Action<int>? see = null)
    {
        await using Stream stream = (await client.Pipe.SendForStreamAsync(Operations.Request("GET"))).Value;
        var all = new MemoryStream();
        byte[] buffer = new byte[1000];
        int read;
        while ((read = await stream.ReadAsync(buffer)) > 0)
        {
            see?.Invoke(read);
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    public static async Task ReadValuesAsync(this TestClient client, Action<Pet>? see = null, CancellationToken cancellationToken = default)
    {
        ApiSequence<Pet> values = (await client.Pipe.SendForSequenceAsync<Pet, PetCodec>(
            Operations.Request("GET"), cancellationToken)).Value;
        await foreach (Pet pet in values.WithCancellation(cancellationToken))
        {
            see?.Invoke(pet);
        }
    }

    public static async Task ReadEventsAsync(this TestClient client)
    {
        await foreach (SseItem<string> _ in (await client.Pipe.SendForEventsAsync(Operations.Request("GET"))).Value)
        {
        }
    }
}
