using System.Globalization;
using OgGen.Benchmarks.Calls;
using OgGen.Benchmarks.Json;
using OgGen.Benchmarks.Peers.Calls;

namespace OgGen.Benchmarks.Report;

/// <summary>
/// Reading, writing, calls and edits, each beside its baselines by turns: what BenchmarkDotNet measures one after another has other work of
/// the machine in one and not in the other.
/// </summary>
internal static class JsonRows
{
    private const string Peer = "System.Text.Json's source generator, same shapes, same run";

    public static async IAsyncEnumerable<ReportRow> AllAsync()
    {
        foreach (DiscriminatorOrder order in Enum.GetValues<DiscriminatorOrder>())
        {
            var read = new JsonReadBenchmarks { Order = order };
            read.Open();
            IReadOnlyList<Cost> costs = await Rounds.MeasureAsync(
                read.OgGen, read.SystemTextJson, read.TokensAndStrings, read.TokensAndAllStrings);
            yield return Row(
                $"read 1,000 policies, {Described(order)}",
                order switch
                {
                    DiscriminatorOrder.First => "≤ 0.55 × time, ≤ 0.7 × allocation",
                    DiscriminatorOrder.TypeLast => "≤ 0.5 × time",
                    _ => "",
                },
                costs[0],
                costs[1],
                order == DiscriminatorOrder.TypeLast ? Peer + ", `AllowOutOfOrderMetadataProperties`" : Peer);
            string target = order == DiscriminatorOrder.First ? "≤ 1.10 × time" : "";
            yield return Row(
                $"the same beside the limit, {Described(order)}",
                target,
                costs[0],
                costs[2],
                "a scan of the same tokens that makes the strings which the model keeps");
            yield return Row(
                $"the same beside a scan that makes each string, {Described(order)}",
                target,
                costs[0],
                costs[3],
                "a scan of the same tokens that makes a string of each value which is one, those of enumerations too");
        }

        var write = new JsonWriteBenchmarks();
        write.Open();
        IReadOnlyList<Cost> writing = await Rounds.MeasureAsync(
            () => write.OgGen(), () => write.SystemTextJson(), () => write.TokensOnly(), () => write.TokensByHand());
        write.Close();
        yield return Row("write them", "≤ 0.75 × time, no allocation", writing[0], writing[1], Peer);
        yield return Row(
            "write them beside the limit",
            "≤ 1.12 × time",
            writing[0],
            writing[2],
            "the calls of Utf8JsonWriter for the same tokens, names encoded beforehand");
        yield return Row(
            "write them beside the same calls by hand",
            "≤ 1.12 × time",
            writing[0],
            writing[3],
            "the calls of Utf8JsonWriter for the same tokens, names as UTF-8");

        var get = new GetBenchmarks();
        await get.Check();
        IReadOnlyList<Cost> calls = await Rounds.MeasureAsync([get.OgGenCall, get.HandWrittenCall, get.BareCall]);
        get.Close();
        yield return Row(
            "one GET, stubbed transport, retries and time limits on",
            "≤ 1.0 × time, ≤ 1.0 × allocation",
            calls[0],
            calls[1],
            "HttpClient and System.Text.Json by hand, same run");
        yield return Row(
            "the same beside the limit",
            "≤ 1.15 × time",
            calls[0],
            calls[2],
            "the same by hand with a bare HttpMessageInvoker, without limits of time, errors and retries");

        foreach (string document in Documents.All)
        {
            (Typing generator, Typing empty) = Typing.Both(Documents.PathOf(document));
            IReadOnlyList<Cost> edits = await Rounds.MeasureAsync(generator.Type, empty.Type);
            yield return new ReportRow(
                $"an edit of C# beside `{document}`",
                "at most 0.1 ms more",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(edits[0].Time - edits[1].Time) / 1e6:0.00} ms more ({edits[0].Time / 1e6:0.00} ms)"),
                string.Create(
                    CultureInfo.InvariantCulture, $"an empty generator that adds the same files ({edits[1].Time / 1e6:0.00} ms)"));
        }
    }

    private static ReportRow Row(string what, string target, Cost ours, Cost other, string others) => new(
        what,
        target,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{ours.Time / other.Time:0.00} × time ({Time(ours.Time)} against {Time(other.Time)}), "
                + $"{ours.Bytes / Math.Max(other.Bytes, 1.0):0.00} × allocation ({ours.Bytes / 1e3:N1} against {other.Bytes / 1e3:N1} KB)"),
        others);

    private static string Time(double nanoseconds)
        => nanoseconds < 1e5
            ? string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:0.00} µs")
            : string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:0.00} ms");

    private static string Described(DiscriminatorOrder order) => order switch
    {
        DiscriminatorOrder.First => "`type` first",
        DiscriminatorOrder.AsDocumented => "members in the documented order",
        _ => "`type` last",
    };
}
