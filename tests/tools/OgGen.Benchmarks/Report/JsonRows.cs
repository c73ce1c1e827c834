using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using OgGen.Benchmarks.Calls;
using OgGen.Benchmarks.Json;

namespace OgGen.Benchmarks.Report;

/// <summary>What BenchmarkDotNet measures: each against the baseline of the same run.</summary>
internal static class JsonRows
{
    private const string Peer = "System.Text.Json's source generator, same shapes, same run";

    public static IEnumerable<ReportRow> All()
    {
        Summary read = Run<JsonReadBenchmarks>();
        yield return Row("read 1,000 policies, `type` first", "≤ 0.55 × time, ≤ 0.7 × allocation", Of(read, nameof(JsonReadBenchmarks.OgGen), nameof(DiscriminatorOrder.First)), Peer);
        yield return Row("read them, members in the documented order", "", Of(read, nameof(JsonReadBenchmarks.OgGen), nameof(DiscriminatorOrder.AsDocumented)), Peer);
        yield return Row("read them, `type` last", "≤ 0.8 × time", Of(read, nameof(JsonReadBenchmarks.OgGen), nameof(DiscriminatorOrder.TypeLast)), Peer + ", `AllowOutOfOrderMetadataProperties`");
        yield return Row("write them", "≤ 0.75 × time, no allocation", Of(Run<JsonWriteBenchmarks>(), nameof(JsonWriteBenchmarks.OgGen), ""), Peer);
        yield return Row(
            "one GET, stubbed transport, retries and time limits on",
            "≤ 1.0 × time, ≤ 1.0 × allocation",
            Of(Run<GetBenchmarks>(), nameof(GetBenchmarks.OgGenCall), ""),
            "HttpClient and System.Text.Json by hand, same run; others published: OpenApiWeaver 1.15 ×, NSwag 1.38 ×, AutoSDK 1.44 ×, Kiota 4.1 ×");

        Summary typing = Run<KeystrokeBenchmarks>();
        foreach (string document in KeystrokeBenchmarks.Names)
        {
            Measured edit = Of(typing, nameof(KeystrokeBenchmarks.Generator), document);
            yield return new ReportRow(
                $"an edit of C# beside `{document}`",
                "≤ 1.2 × time, ≤ 3 ms",
                string.Create(CultureInfo.InvariantCulture, $"{edit.Time / edit.BaseTime:0.00} × ({edit.Time / 1e6:0.00} ms)"),
                string.Create(CultureInfo.InvariantCulture, $"an empty generator that adds the same files ({edit.BaseTime / 1e6:0.00} ms)"));
        }
    }

    private static Summary Run<T>() => BenchmarkRunner.Run<T>(DefaultConfig.Instance.WithOptions(ConfigOptions.DisableLogFile));

    private static ReportRow Row(string what, string target, Measured measured, string others) => new(
        what,
        target,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{measured.Time / measured.BaseTime:0.00} × time ({Time(measured.Time)} against {Time(measured.BaseTime)}), {measured.Bytes / Math.Max(measured.BaseBytes, 1.0):0.00} × allocation ({measured.Bytes / 1e3:N1} against {measured.BaseBytes / 1e3:N1} KB)"),
        others);

    private static string Time(double nanoseconds)
        => nanoseconds < 1e5
            ? string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:0.00} µs")
            : string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms");

    /// <summary>The medians of a benchmark and of its baseline with the same parameter.</summary>
    private static Measured Of(Summary summary, string method, string parameter)
    {
        BenchmarkReport[] reports = [.. summary.Reports.Where(report => parameter.Length == 0 || report.BenchmarkCase.Parameters.Items.Any(item => item.Value?.ToString() == parameter))];
        BenchmarkReport ours = reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        BenchmarkReport baseline = reports.Single(static report => report.BenchmarkCase.Descriptor.Baseline);
        return new Measured(Median(ours), Median(baseline), Bytes(ours), Bytes(baseline));
    }

    private static double Median(BenchmarkReport report)
        => report.ResultStatistics?.Median ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} was not measured");

    private static long Bytes(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;

    /// <summary>Nanoseconds and bytes of one operation.</summary>
    private sealed record Measured(double Time, double BaseTime, long Bytes, long BaseBytes);
}
