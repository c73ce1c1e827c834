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
        yield return Row(
            "read 1,000 policies, `type` first",
            "≤ 0.55 × time, ≤ 0.7 × allocation",
            Of(read, nameof(JsonReadBenchmarks.OgGen), nameof(DiscriminatorOrder.First)),
            Peer);
        yield return Row(
            "read them, members in the documented order",
            "",
            Of(read, nameof(JsonReadBenchmarks.OgGen), nameof(DiscriminatorOrder.AsDocumented)),
            Peer);
        yield return Row(
            "read them, `type` last",
            "≤ 0.5 × time",
            Of(read, nameof(JsonReadBenchmarks.OgGen), nameof(DiscriminatorOrder.TypeLast)),
            Peer + ", `AllowOutOfOrderMetadataProperties`");
        foreach (DiscriminatorOrder order in Enum.GetValues<DiscriminatorOrder>())
        {
            yield return Row(
                $"read them beside the limit, {Described(order)}",
                order == DiscriminatorOrder.First ? "≤ 1.10 × time" : "",
                Of(read, nameof(JsonReadBenchmarks.OgGen), order.ToString(), nameof(JsonReadBenchmarks.TokensAndStrings)),
                "a scan of the same tokens that makes the strings which the model keeps");
        }

        yield return Row(
            "read them beside a scan that makes each string, `type` first",
            "≤ 1.10 × time",
            Of(
                read,
                nameof(JsonReadBenchmarks.OgGen),
                nameof(DiscriminatorOrder.First),
                nameof(JsonReadBenchmarks.TokensAndAllStrings)),
            "a scan of the same tokens that makes a string of each value which is one, those of enumerations too");

        Summary write = Run<JsonWriteBenchmarks>();
        yield return Row("write them", "≤ 0.75 × time, no allocation", Of(write, nameof(JsonWriteBenchmarks.OgGen), ""), Peer);
        yield return Row(
            "write them beside the limit",
            "≤ 1.12 × time",
            Of(write, nameof(JsonWriteBenchmarks.OgGen), "", nameof(JsonWriteBenchmarks.TokensOnly)),
            "the calls of Utf8JsonWriter for the same tokens, names encoded beforehand");
        yield return Row(
            "write them beside the same calls by hand",
            "≤ 1.12 × time",
            Of(write, nameof(JsonWriteBenchmarks.OgGen), "", nameof(JsonWriteBenchmarks.TokensByHand)),
            "the calls of Utf8JsonWriter for the same tokens, names as UTF-8");

        Summary get = Run<GetBenchmarks>();
        yield return Row(
            "one GET, stubbed transport, retries and time limits on",
            "≤ 1.0 × time, ≤ 1.0 × allocation",
            Of(get, nameof(GetBenchmarks.OgGenCall), ""),
            "HttpClient and System.Text.Json by hand, same run");
        yield return Row(
            "the same beside the limit",
            "≤ 1.15 × time",
            Of(get, nameof(GetBenchmarks.OgGenCall), "", nameof(GetBenchmarks.BareCall)),
            "the same by hand with a bare HttpMessageInvoker, without limits of time, errors and retries");

        Summary typing = Run<KeystrokeBenchmarks>();
        foreach (string document in KeystrokeBenchmarks.Names)
        {
            Measured edit = Of(typing, nameof(KeystrokeBenchmarks.Generator), document);
            yield return new ReportRow(
                $"an edit of C# beside `{document}`",
                "at most 0.1 ms more",
                string.Create(
                    CultureInfo.InvariantCulture, $"{(edit.Time - edit.BaseTime) / 1e6:0.00} ms more ({edit.Time / 1e6:0.00} ms)"),
                string.Create(
                    CultureInfo.InvariantCulture, $"an empty generator that adds the same files ({edit.BaseTime / 1e6:0.00} ms)"));
        }
    }

    private static Summary Run<T>() => BenchmarkRunner.Run<T>(DefaultConfig.Instance.WithOptions(ConfigOptions.DisableLogFile));

    private static ReportRow Row(string what, string target, Measured measured, string others) => new(
        what,
        target,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{measured.Time / measured.BaseTime:0.00} × time ({Time(measured.Time)} against {Time(measured.BaseTime)}), "
                + $"{measured.Bytes / Math.Max(measured.BaseBytes, 1.0):0.00} × allocation ({measured.Bytes / 1e3:N1} against "
                + $"{measured.BaseBytes / 1e3:N1} KB)"),
        others);

    private static string Time(double nanoseconds)
        => nanoseconds < 1e5
            ? string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:0.00} µs")
            : string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms");

    private static string Described(DiscriminatorOrder order) => order switch
    {
        DiscriminatorOrder.First => "`type` first",
        DiscriminatorOrder.AsDocumented => "in the documented order",
        _ => "`type` last",
    };

    /// <summary>The medians of a benchmark and of its baseline, or of another one in its place, with the same parameter.</summary>
    private static Measured Of(Summary summary, string method, string parameter, string? baseline = null)
    {
        BenchmarkReport[] reports =
        [
            .. summary.Reports.Where(report => parameter.Length == 0
                || report.BenchmarkCase.Parameters.Items.Any(item => item.Value?.ToString() == parameter)),
        ];
        BenchmarkReport ours = reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        BenchmarkReport other = reports.Single(report => baseline is null
            ? report.BenchmarkCase.Descriptor.Baseline
            : report.BenchmarkCase.Descriptor.WorkloadMethod.Name == baseline);
        return new Measured(Median(ours), Median(other), Bytes(ours), Bytes(other));
    }

    private static double Median(BenchmarkReport report)
        => report.ResultStatistics?.Median ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} was not measured");

    private static long Bytes(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;

    /// <summary>Nanoseconds and bytes of one operation.</summary>
    private sealed record Measured(double Time, double BaseTime, long Bytes, long BaseBytes);
}
