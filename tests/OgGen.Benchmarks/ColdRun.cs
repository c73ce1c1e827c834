using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using OgGen.Generator;
using OgGen.Generator.Document;
using OgGen.Generator.Document.References;
using OgGen.Generator.Model;
using OgGen.Generator.Source;

namespace OgGen.Benchmarks;

/// <summary>One run in a process that has done nothing before, as in `dotnet build`: time, memory and size.</summary>
internal static class ColdRun
{
    public static string Of(string path)
    {
        Host.Document document = Host.Document.Read(path);
        Compilation compilation = Host.Compilation("class C { }");
        var report = new StringBuilder();

        var watch = Stopwatch.StartNew();
        GeneratorRunResult result = Host.Driver(new OpenApiClientGenerator(), document).RunGenerators(compilation).GetRunResult().Results.Single();
        Line("generator, cold", watch.Elapsed);
        Line("  processor time", Process.GetCurrentProcess().TotalProcessorTime);
        report.Append(CultureInfo.InvariantCulture, $"{"peak of the process",-24}{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,10:N0} MB\n");
        report.Append(CultureInfo.InvariantCulture, $"{"generated",-24}{result.GeneratedSources.Sum(static file => (long)file.SourceText.Length) / 1e6,10:N2} M characters in {result.GeneratedSources.Length} files\n");
        report.Append(CultureInfo.InvariantCulture, $"{"diagnostics",-24}{result.Diagnostics.Length,10}\n");
        if (result.Exception is not null)
        {
            report.Append(result.Exception).Append('\n');
        }

        // Once more and warm, step by step; a step contains those that are indented below it.
        for (int i = 0; i < 3; i++)
        {
            report.Append('\n');
            Steps();
        }

        return report.ToString();

        void Steps()
        {
            var sources = new SpecSources(
                new SpecFile { Path = path, Text = document.GetText().ToString(), Reference = "", Namespace = "Measured", Client = "", Access = "", Tags = default, Paths = default },
                default);
            DocumentResult compiled = Measure("text to model", () => DocumentCompiler.Compile(sources, default));
            Measure("  text to tree", () => SpecText.Parse(sources.Root, [], default));
            SpecDocument? read = Measure("  text to document", () => SpecDocument.Read(sources, new SourceMap(sources.Root), [], default));
            Measure("  document to model", () => new ModelBuilder(read!, SpecOptions.Check(sources.Root, [])!, [], default).Build());
            Measure("model to text", () => compiled.Model.Files.Sum(static file => SourceFile.Print(file).Length));
        }

        T Measure<T>(string name, Func<T> work)
        {
            TimeSpan busy = Process.GetCurrentProcess().TotalProcessorTime;
            long before = GC.GetTotalAllocatedBytes(precise: true);
            watch.Restart();
            T value = work();
            Line(name, Process.GetCurrentProcess().TotalProcessorTime - busy, GC.GetTotalAllocatedBytes(precise: true) - before);
            return value;
        }

        void Line(string name, TimeSpan time, long? bytes = null)
            => report.Append(CultureInfo.InvariantCulture, $"{name,-24}{time.TotalMilliseconds,10:N1} ms{(bytes is null ? "" : $"{bytes / 1e6,10:N1} MB allocated")}\n");
    }
}
