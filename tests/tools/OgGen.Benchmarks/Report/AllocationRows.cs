using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator;

namespace OgGen.Benchmarks.Report;

/// <summary>What the generator allocates in a process that has run it before, with the compiler's trees of what it generates.</summary>
internal static class AllocationRows
{
    private const int Things = 10_000;

    public static IEnumerable<ReportRow> All()
    {
        long small = Allocated("things.json", ThingDocument.Of(Things / 4));
        long large = Allocated("things.json", ThingDocument.Of(Things));
        yield return new ReportRow(
            string.Create(CultureInfo.InvariantCulture, $"the generator on {Things:N0} schemas and as many operations, warm"),
            "≤ 90 KB allocated for each pair of both, linear",
            string.Create(
                CultureInfo.InvariantCulture, $"{large / 1e3 / Things:0.0} KB; {small / 1e3 / (Things / 4):0.0} KB with a quarter of them"),
            "schemas of four properties, one of them another schema; operations with a path parameter, half of them with a body");
        if (Documents.Large is { } document)
        {
            yield return new ReportRow(
                "the generator on GitHub's document, warm",
                "≤ 350 MB allocated",
                string.Create(CultureInfo.InvariantCulture, $"{Allocated(document, File.ReadAllText(document)) / 1e6:0} MB"),
                "");
        }
    }

    private static long Allocated(string path, string text)
    {
        Compilation compilation = Host.Compilation("class C { }");

        // The first run pays for what a compiler pays once.
        Run(compilation, path, text);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Run(compilation, path, text);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static void Run(Compilation compilation, string path, string text)
    {
        GeneratorDriverRunResult run = Host.Driver(
                new OpenApiClientGenerator(), new Host.Document(path, SourceText.From(text, Encoding.UTF8)))
            .RunGenerators(compilation)
            .GetRunResult();
        if (run.Results.Single() is { Exception: not null } or { GeneratedSources.IsEmpty: true })
        {
            throw new InvalidOperationException($"Nothing was generated of {path}.", run.Results.Single().Exception);
        }

        foreach (SyntaxTree tree in run.GeneratedTrees)
        {
            tree.GetRoot();
        }
    }
}
