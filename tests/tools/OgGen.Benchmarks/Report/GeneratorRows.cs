using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator;

namespace OgGen.Benchmarks.Report;

/// <summary>What the generator takes: in a new process, after an edit, and as documents grow.</summary>
internal static partial class GeneratorRows
{
    private const int Runs = 3;

    public static async IAsyncEnumerable<ReportRow> AllAsync()
    {
        yield return await ColdRowAsync("the generator on the built-in document, cold", "≤ 350 ms", Documents.PathOf("opsgenie.yaml"), "");
        yield return new ReportRow(
            "the same after an edit of the document, warm", "≤ 30 ms", $"{Number(EditMilliseconds(), "0.0")} ms", "");
        if (Documents.Large is not { } large)
        {
            yield break;
        }

        yield return await ColdRowAsync(
            "the generator on GitHub's document (13 MB), cold",
            "≤ 1.4 s, ≤ 12 MB in ≤ 260 files, ≤ 1 GB peak",
            large,
            "published: NSwag 14.7.1 6–7 s, 21.6 MB; Kiota 1.34 9.9 s, 19.1 MB; Refitter 9.2 s, 11.1 MB; AutoSDK 12.9 s, 83.7 MB");

        string json = File.ReadAllText(large);
        (double Megabytes, double Milliseconds)[] sizes = [.. new[] { 100_000, 1_000_000, 4_000_000, int.MaxValue }
            .Select(bytes => bytes == int.MaxValue ? json : Slices.Of(json, bytes))
            .Select(static text => (Encoding.UTF8.GetByteCount(text) / 1e6, WarmMilliseconds(text)))];
        double[] perMegabyte = [.. sizes.Select(static size => size.Milliseconds / size.Megabytes)];
        IEnumerable<string> times = sizes.Select(
            static size => $"{Number(size.Milliseconds / size.Megabytes, "0")} ms at {Number(size.Megabytes, "0.0")} MB");
        yield return new ReportRow(
            "time per MB as the document grows, warm",
            "within a factor of 1.5",
            $"factor {Number(perMegabyte.Max() / perMegabyte.Min(), "0.00")}: {string.Join(", ", times)}",
            "the first paths of GitHub's document, with what they refer to");
    }

    /// <summary>
    /// Inside the SDK's compiler, which comes compiled ahead of time, and by itself in a process that compiles Roslyn as it runs. Each time
    /// the least of some: the others had company.
    /// </summary>
    private static async Task<ReportRow> ColdRowAsync(string what, string target, string path, string others)
    {
        double inCompiler = double.MaxValue;
        using (var project = new UserProject(path))
        {
            for (int i = 0; i < Runs; i++)
            {
                inCompiler = Math.Min(inCompiler, await project.GeneratorSecondsAsync());
            }
        }

        ColdResult cold = Enumerable.Range(0, Runs).Select(_ => ColdOnce(path)).MinBy(static result => result.Time)!;
        return new ReportRow(
            what,
            target,
            $"{Number(inCompiler * 1000, "0")} ms in the compiler (in a driver {Number(cold.Time.TotalMilliseconds, "0")} ms), "
                + $"{Number(cold.Bytes / 1e6, "0.00")} MB in {cold.Files} files, peak {Number(cold.Peak / 1e9, "0.00")} GB with Roslyn",
            others);
    }

    private static ColdResult ColdOnce(string path)
    {
        string program = Environment.ProcessPath!;
        string[] arguments = ["cold", path, "--json"];
        var start = Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new ProcessStartInfo(program, [typeof(GeneratorRows).Assembly.Location, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.RedirectStandardOutput = true;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<ColdResult>(output)!;
    }

    /// <summary>A changed description, which changes one file of the client; the median of some edits.</summary>
    private static double EditMilliseconds()
    {
        string path = Documents.PathOf("opsgenie.yaml");
        string text = File.ReadAllText(path);
        string[] versions = [text, Description().Replace(text, "description: Edited. ", 1)];
        AdditionalText document = new Host.Document(path, SourceText.From(versions[0], Encoding.UTF8));
        GeneratorDriver driver = Host.Driver(new OpenApiClientGenerator(), document);
        Compilation compilation = Host.Compilation("class C { }");
        driver = driver.RunGenerators(compilation);
        var times = new List<double>();
        for (int i = 1; i <= 60; i++)
        {
            AdditionalText edited = new Host.Document(path, SourceText.From(versions[i % 2], Encoding.UTF8));
            driver = driver.ReplaceAdditionalText(document, edited);
            document = edited;
            var watch = Stopwatch.StartNew();
            driver = driver.RunGenerators(compilation);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Median.Of(times.Skip(20));
    }

    private static double WarmMilliseconds(string json)
    {
        Compilation compilation = Host.Compilation("class C { }");
        return Median.Of(Enumerable.Range(0, Runs + 1).Select(i =>
        {
            // A text of its own each time: nothing that was kept for it helps.
            var document = new Host.Document("measured.json", SourceText.From(json + new string(' ', i), Encoding.UTF8));
            var watch = Stopwatch.StartNew();
            Host.Driver(new OpenApiClientGenerator(), document).RunGenerators(compilation);
            return watch.Elapsed.TotalMilliseconds;
        }).ToArray().Skip(1));
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex("description: (?=[A-Z])")]
    private static partial Regex Description();
}
