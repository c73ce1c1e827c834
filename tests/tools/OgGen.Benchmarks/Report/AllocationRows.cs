using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator;

namespace OgGen.Benchmarks.Report;

/// <summary>
/// What the generator allocates in a process that has run it before, and what that is with the compiler's trees of what it generates.
/// </summary>
internal static class AllocationRows
{
    private const int Things = 10_000;

    public static IEnumerable<ReportRow> All()
    {
        Allocation small = Measure("things.json", ThingDocument.Of(Things / 4));
        Allocation large = Measure("things.json", ThingDocument.Of(Things));
        yield return new ReportRow(
            string.Create(CultureInfo.InvariantCulture, $"the generator on {Things:N0} schemas and as many operations, warm"),
            "≤ 90 KB allocated for each pair of both, linear",
            $"{PerThing(large, Things)}; of a quarter of them {PerThing(small, Things / 4)}",
            "schemas of four properties, one of them another schema; operations with a path parameter, half of them with a body");
        if (Documents.Large is { } document)
        {
            yield return new ReportRow(
                "the generator on GitHub's document, warm",
                "≤ 350 MB allocated",
                Megabytes(Measure(document, File.ReadAllText(document))),
                "");
        }
    }

    private static string PerThing(Allocation of, int things) => string.Create(
        CultureInfo.InvariantCulture, $"{of.Generator / 1e3 / things:0.0} KB ({of.WithTrees / 1e3 / things:0.0} KB with trees)");

    private static string Megabytes(Allocation of)
        => string.Create(CultureInfo.InvariantCulture, $"{of.Generator / 1e6:0} MB ({of.WithTrees / 1e6:0} MB with trees)");

    private static Allocation Measure(string path, string text)
    {
        Compilation compilation = Host.Compilation("class C { }");

        // The first run pays for what a compiler pays once.
        MeasureOnce(compilation, path, text);
        return MeasureOnce(compilation, path, text);
    }

    private static Allocation MeasureOnce(Compilation compilation, string path, string text)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        GeneratorDriverRunResult run = Host.Driver(
                new OpenApiClientGenerator(),
                new Host.Document(path, SourceText.From(text, Encoding.UTF8)),
                documentation: DocumentationMode.None)
            .RunGenerators(compilation)
            .GetRunResult();
        if (run.Results.Single() is { Exception: not null } or { GeneratedSources.IsEmpty: true })
        {
            throw new InvalidOperationException($"Nothing was generated of {path}.", run.Results.Single().Exception);
        }

        long generator = GC.GetTotalAllocatedBytes(precise: true) - before;
        foreach (SyntaxTree tree in run.GeneratedTrees)
        {
            tree.GetRoot();
        }

        return new Allocation(generator, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    /// <summary>
    /// The bytes that the generator allocates, and what they are with the compiler's trees, which it makes when it needs them: those of a
    /// project that writes no documentation file, whose comments it does not parse.
    /// </summary>
    private readonly record struct Allocation(long Generator, long WithTrees);
}
