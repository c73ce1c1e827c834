using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using OgGen.Generator;

namespace OgGen.Benchmarks;

/// <summary>
/// The comparison of <see cref="KeystrokeBenchmarks"/> in processor time, for a machine that has other work: both sides take turns in
/// short rounds, and the median round counts.
/// </summary>
internal static class KeystrokeRun
{
    private const int Rounds = 41;
    private const int EditsPerRound = 50;

    /// <summary>The edits of a round where what follows each of them is asked for, which takes longer.</summary>
    private const int EditsWithQuestion = 5;

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
            $"{generator.Files.Length} files; an edit of C#: {ours:N2} ms, with an empty generator {baseline:N2} ms, ratio "
                + $"{ours / baseline:N2} (processor time)\n");
    }

    /// <summary>
    /// The same beside the SDK's generators, which see the files on one side and do not on the others: what the generators take, and what
    /// they take with the first question to the compilation that they make, which an editor asks after each edit.
    /// </summary>
    public static string OfVisible(string path)
    {
        Host.Document document = Host.Document.Read(path);
        ISourceGenerator[] others = SdkGenerators.Load();
        var hidden = new Typing(new OpenApiClientGenerator(), document, "false", others);
        (string Name, Typing Typing)[] sides =
        [
            ("visible", new Typing(new OpenApiClientGenerator(), document, "true", others)),
            ("hidden", hidden),
            ("empty generator", new Typing(new SameFiles(hidden.Files), document, "false", others)),
        ];
        var report = new StringBuilder();
        report.Append(
            CultureInfo.InvariantCulture, $"{hidden.Files.Length} files beside {others.Length} generators of the SDK, in processor time\n");
        foreach (bool asks in new[] { false, true })
        {
            report.Append(asks ? "an edit of C#, and a type of the compilation\n" : "an edit of C#\n");
            double[][] rounds =
            [
                .. Enumerable.Range(0, Rounds).Select(_ => sides.Select(side => Round(side.Typing, asks)).ToArray()).Skip(Rounds / 4),
            ];
            double[] medians = [.. sides.Select((_, side) => Median.Of(rounds.Select(round => round[side])))];
            foreach (((string name, _), double milliseconds) in sides.Zip(medians))
            {
                report.Append(
                    CultureInfo.InvariantCulture, $"  {name,-16}{milliseconds,7:N2} ms {milliseconds / medians[1],7:N2} × hidden\n");
            }
        }

        return report.ToString();
    }

    private static double Round(Typing typing, bool asks = false)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        int edits = asks ? EditsWithQuestion : EditsPerRound;
        for (int i = 0; i < edits; i++)
        {
            Compilation output = typing.Type();
            if (asks && output.GetTypeByMetadataName("C") is null)
            {
                throw new InvalidOperationException("The class that is edited is missing.");
            }
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / edits;
    }
}
