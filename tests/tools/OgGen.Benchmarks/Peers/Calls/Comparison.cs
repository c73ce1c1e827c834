using System.Text.Json;

namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>Holds the clients to each other before they are measured: a client that reads less is quicker.</summary>
internal static class Comparison
{
    /// <param name="baseline">The client that the others are held to.</param>
    /// <param name="peer">The client.</param>
    /// <param name="service">What both send to.</param>
    /// <exception cref="InvalidOperationException">The client reads or sends another order than the baseline.</exception>
    public static async Task CheckAsync(IPeer baseline, IPeer peer, StubService service)
    {
        IReadOnlyList<string> expected = await baseline.ReadAsync();
        IReadOnlyList<string> read = await peer.ReadAsync();
        if (!read.SequenceEqual(expected))
        {
            int first = Enumerable.Range(0, Math.Min(read.Count, expected.Count)).FirstOrDefault(i => read[i] != expected[i], -1);
            throw new InvalidOperationException(first < 0
                ? $"{peer.Name} reads {read.Count} orders of {expected.Count}."
                : $"{peer.Name} reads\n{read[first]}\nwhere {baseline.Name} reads\n{expected[first]}");
        }

        string sent = HandPeer.Text(JsonSerializer.Deserialize(service.Received, HandContext.Default.HandOrder)!);
        if (sent != HandPeer.Text(Sample.Sent))
        {
            throw new InvalidOperationException($"{peer.Name} sends\n{sent}\nand not\n{HandPeer.Text(Sample.Sent)}");
        }
    }
}
