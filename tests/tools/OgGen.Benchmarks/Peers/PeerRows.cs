using System.Globalization;
using OgGen.Benchmarks.Peers.Calls;
using OgGen.Benchmarks.Report;

namespace OgGen.Benchmarks.Peers;

/// <summary>Our client and those of other generators: their calls, and what it takes to generate and to compile them.</summary>
internal static class PeerRows
{
    private static readonly (string Call, string What)[] s_calls =
    [
        ("get", "GET of one object, beside other clients"),
        ("list", "GET of 100 objects, beside other clients"),
        ("post", "POST of one object, beside other clients"),
    ];

    /// <exception cref="InvalidOperationException">A client cannot be made, or reads or sends other values than ours.</exception>
    public static async IAsyncEnumerable<ReportRow> AllAsync(PeerTools tools)
    {
        IReadOnlyList<CallCost> costs = await PeerCalls.MeasureAsync(tools);
        foreach ((string call, string what) in s_calls)
        {
            CallCost[] ofCall = [.. costs.Where(cost => cost.Call == call)];
            yield return new ReportRow(
                what,
                "the least time of all",
                CallText(ofCall[1], ofCall[0]),
                string.Join("; ", ofCall[2..].Append(ofCall[0]).Select(cost => CallText(cost, ofCall[0]))));
        }

        foreach (string document in Documents.Peers)
        {
            string path = Documents.PathOf(document);
            PeerSize ours = await PeerSizes.OgGenAsync(path);
            PeerSize[] others = [await PeerSizes.KiotaAsync(tools, path), await PeerSizes.NSwagAsync(tools, path)];
            yield return new ReportRow(
                $"generate and build the client of `{document}`",
                "the least time of all",
                OursText(ours),
                string.Join("; ", others.Select(OtherText)));
        }
    }

    private static string CallText(CallCost cost, CallCost baseline) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cost.Peer} {cost.Nanoseconds / baseline.Nanoseconds:0.00} × ({cost.Nanoseconds / 1e3:0.00} µs, {cost.Bytes / 1e3:N1} KB)");

    /// <summary>Ours generates while the project builds.</summary>
    private static string OursText(PeerSize size)
        => $"{size.Peer} builds in {size.Problem ?? Seconds(size.Building)}, generating {Seconds(size.Generating)} of it{MadeText(size)}";

    private static string OtherText(PeerSize size)
        => $"{size.Peer} {size.Problem ?? $"generates in {Seconds(size.Generating)}, builds in {Seconds(size.Building)}"}{MadeText(size)}";

    private static string MadeText(PeerSize size) => string.Create(
        CultureInfo.InvariantCulture, $", {size.TextBytes / 1e6:0.00} MB of code, assembly {size.AssemblyBytes / 1e3:N0} KB");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
