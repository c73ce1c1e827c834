namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>What one call of a client takes.</summary>
/// <param name="Peer">The client.</param>
/// <param name="Call">The call.</param>
/// <param name="Nanoseconds">Of processor time: the median of the rounds.</param>
/// <param name="Bytes">What it allocates.</param>
internal sealed record CallCost(string Peer, string Call, double Nanoseconds, long Bytes);
