namespace OgGen.Benchmarks.Report;

/// <summary>What a build of a user's project took.</summary>
/// <param name="Seconds">Until it ended.</param>
/// <param name="CompilerPeak">The most memory that the compiler had, in bytes.</param>
/// <param name="Warnings">How many warnings the compiler gave.</param>
/// <param name="AssemblyLength">The length of the assembly, in bytes.</param>
internal sealed record UserBuild(double Seconds, long CompilerPeak, int Warnings, long AssemblyLength);
