using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using OgGen.Generator;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;
using OgGen.Generator.Source;

namespace OgGen.Benchmarks;

/// <summary>What one run of the generator took, and made.</summary>
/// <param name="Time">From the start of the driver to its end.</param>
/// <param name="ProcessorTime">Of the whole process.</param>
/// <param name="Peak">Of the process, in bytes, with the compiler that runs in it.</param>
/// <param name="Bytes">Of generated code, in UTF-8.</param>
/// <param name="Files">Generated files.</param>
/// <param name="Diagnostics">Reported diagnostics.</param>
internal sealed record ColdResult(TimeSpan Time, TimeSpan ProcessorTime, long Peak, long Bytes, int Files, int Diagnostics);

/// <summary>One run in a process that has done nothing before, as in `dotnet build`: time, memory and size.</summary>
internal static class ColdRun
{
    /// <summary>Runs the generator once.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static ColdResult Once(string path)
    {
        Host.Document document = Host.Document.Read(path);
        Compilation compilation = Host.Compilation("class C { }");
        var watch = Stopwatch.StartNew();
        GeneratorRunResult result = Host.Driver(new OpenApiClientGenerator(), document)
            .RunGenerators(compilation)
            .GetRunResult()
            .Results.Single();
        watch.Stop();
        using var process = Process.GetCurrentProcess();
        return result.Exception is null
            ? new ColdResult(
                watch.Elapsed,
                process.TotalProcessorTime,
                process.PeakWorkingSet64,
                result.GeneratedSources.Sum(static file => (long)Encoding.UTF8.GetByteCount(file.SourceText.ToString())),
                result.GeneratedSources.Length,
                result.Diagnostics.Length)
            : throw new InvalidOperationException("The generator failed.", result.Exception);
    }

    /// <summary>Runs the generator once, and then its steps three times.</summary>
    public static string Of(string path)
    {
        ColdResult cold = Once(path);
        var watch = new Stopwatch();
        var report = new StringBuilder();
        Line("generator, cold", cold.Time);
        Line("  processor time", cold.ProcessorTime);
        report.Append(CultureInfo.InvariantCulture, $"{"peak of the process",-24}{cold.Peak / 1e6,10:N0} MB\n");
        report.Append(CultureInfo.InvariantCulture, $"{"generated",-24}{cold.Bytes / 1e6,10:N2} MB in {cold.Files} files\n");
        report.Append(CultureInfo.InvariantCulture, $"{"diagnostics",-24}{cold.Diagnostics,10}\n");

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
                new SpecFile
                {
                    Path = path,
                    Text = File.ReadAllText(path),
                    Reference = "",
                    Namespace = "Measured",
                    Client = "",
                    Access = "",
                    Tags = default,
                    Paths = default,
                },
                default);
            DocumentResult compiled = Measure("text to model", () => DocumentCompiler.Compile(sources, default));
            Measure("  text to tree", () => SpecText.Parse(sources.Root, [], default));
            SpecDocument? read = Measure("  text to document", () => SpecDocument.Read(sources, new SourceMap(sources.Root), [], default));
            Measure(
                "  document to model",
                () =>
                    DocumentCompiler.Build(read!, SpecOptions.Check(sources.Root, [])!, new Problems(null, read!.SourcePointer), default));
            Measure("model to text", () => compiled.Model.Files.Sum(static file => SourceFile.Print(file, default).Size));
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
            => report.Append(
                CultureInfo.InvariantCulture,
                $"{name,-24}{time.TotalMilliseconds,10:N1} ms{(bytes is null ? "" : $"{bytes / 1e6,10:N1} MB allocated")}\n");
    }
}
