namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>What something takes: the median of the rounds.</summary>
/// <param name="Time">Nanoseconds of processor time.</param>
/// <param name="Bytes">What it allocates.</param>
internal readonly record struct Cost(double Time, long Bytes);
