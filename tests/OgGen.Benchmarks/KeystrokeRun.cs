using System.Diagnostics;
using System.Globalization;

namespace OgGen.Benchmarks;

/// <summary>
/// The comparison of <see cref="KeystrokeBenchmarks"/> in processor time, for a machine that has other work: both sides take turns in
/// short rounds, and the median round counts.
/// </summary>
internal static class KeystrokeRun
{
    private const int Rounds = 41;
    private const int EditsPerRound = 50;

    public static string Of(string path)
    {
        (Typing generator, Typing empty) = Typing.Both(path);
        var rounds = new List<(double Generator, double Empty)>();
        for (int i = 0; i < Rounds; i++)
        {
            rounds.Add((Round(generator), Round(empty)));
        }

        // The first quarter is where methods are compiled.
        double ours = Median.Of(rounds.Skip(Rounds / 4).Select(static round => round.Generator));
        double baseline = Median.Of(rounds.Skip(Rounds / 4).Select(static round => round.Empty));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{generator.Files.Length} files; an edit of C#: {ours:N2} ms, with an empty generator {baseline:N2} ms, ratio {ours / baseline:N2} (processor time)\n");
    }

    private static double Round(Typing typing)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        for (int i = 0; i < EditsPerRound; i++)
        {
            typing.Type();
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / EditsPerRound;
    }
}
