using System.Diagnostics;
using System.Globalization;
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

    /// <summary>The same beside the SDK's generators, which see the files on one side and do not on the others.</summary>
    public static string OfVisible(string path)
    {
        Host.Document document = Host.Document.Read(path);
        ISourceGenerator[] others = SdkGenerators.Load();
        var visible = new Typing(new OpenApiClientGenerator(), document, "true", others);
        var hidden = new Typing(new OpenApiClientGenerator(), document, "false", others);
        var empty = new Typing(new SameFiles(hidden.Files), document, "false", others);
        (double Visible, double Hidden, double Empty)[] rounds =
            [.. Enumerable.Range(0, Rounds).Select(_ => (Round(visible), Round(hidden), Round(empty))).Skip(Rounds / 4)];
        double seen = Median.Of(rounds.Select(static round => round.Visible));
        double unseen = Median.Of(rounds.Select(static round => round.Hidden));
        double baseline = Median.Of(rounds.Select(static round => round.Empty));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {hidden.Files.Length} files beside {others.Length} generators of the SDK; an edit of C#, in processor time:
            visible            {seen,6:N2} ms, {seen / unseen:N2} × hidden
            hidden             {unseen,6:N2} ms, {unseen / baseline:N2} × an empty generator
            empty generator    {baseline,6:N2} ms

            """);
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
