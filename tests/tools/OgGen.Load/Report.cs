using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace OgGen.Load;

/// <summary>What went over the wire.</summary>
/// <param name="Sent">What the client sent, repetitions too.</param>
/// <param name="Arrived">What the emulator got: more than sent, if the transport repeats by itself.</param>
/// <param name="Strikes">How often each fault struck.</param>
/// <param name="SocketsOpened">How many sockets the client has opened.</param>
/// <param name="SocketsAtOnce">How many of them were open at the same time, at most.</param>
public sealed record Traffic(int Sent, int Arrived, IReadOnlyList<(string Fault, int Count)> Strikes, int SocketsOpened, int SocketsAtOnce);

/// <summary>A run as text.</summary>
public static class Report
{
    private const int ViolationsShown = 20;

    /// <summary>Writes it.</summary>
    public static string Of(
        LoadOptions options,
        IReadOnlyCollection<Caller> callers,
        JsonObject snapshot,
        Traffic traffic,
        TimeSpan duration,
        IReadOnlyCollection<string> violations)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(callers);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(traffic);
        ArgumentNullException.ThrowIfNull(violations);
        List<TimeSpan> latencies = [.. callers.SelectMany(static caller => caller.Latencies).Order()];
        List<Ledger> ledgers = [.. callers.Select(static caller => caller.Ledger)];
        List<LedgerItem> items = [.. callers.SelectMany(static caller => caller.Ledger.Items)];
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        Line($"calls        {latencies.Count} by {callers.Count} callers with one client, seed {options.Seed}");
        Line($"  {string.Join(", ", Sum(callers.Select(static caller => caller.Operations)))}");
        Line($"requests     {traffic.Sent} sent, {traffic.Sent - latencies.Count} of them repetitions; {traffic.Arrived} arrived");
        int strikes = traffic.Strikes.Sum(static strike => strike.Count);
        Line($"faults       {strikes} struck, {100.0 * strikes / traffic.Arrived:F2} % of the requests");
        Line($"  {string.Join(", ", traffic.Strikes.Select(static strike => $"{strike.Fault} {strike.Count}"))}");
        List<string> exceptions = Sum(callers.Select(static caller => caller.Exceptions));
        Line($"exceptions   {callers.Sum(static caller => caller.Exceptions.Values.Sum())}");
        if (exceptions.Count > 0)
        {
            Line($"  {string.Join(", ", exceptions)}");
        }

        Line($"duration     {duration.TotalSeconds:F1} s, {latencies.Count / duration.TotalSeconds:F0} calls/s");
        double longest = latencies[^1].TotalMilliseconds;
        Line($"latency      p50 {Percentile(latencies, 50):F1} ms, p99 {Percentile(latencies, 99):F1} ms, max {longest:F1} ms");
        (int yes, int maybe, int no) = (Count(Presence.Yes), Count(Presence.Maybe), Count(Presence.No));
        Line($"objects      {items.Count} tried: {yes} believed in, {maybe} uncertain, {no} not there");
        Line($"  {Checker.Count(ledgers, snapshot)}");
        string opened = $"{traffic.SocketsAtOnce} open at the same time at most, {traffic.SocketsOpened} opened";
        Line($"sockets      {opened}, {options.Sockets} allowed at the same time");
        Line($"violations   {violations.Count}");
        foreach (string violation in violations.Take(ViolationsShown))
        {
            Line($"  {violation}");
        }

        if (violations.Count > ViolationsShown)
        {
            Line($"  and {violations.Count - ViolationsShown} more");
        }

        return text.ToString();

        int Count(Presence presence) => items.Count(item => item.Presence == presence);
    }

    private static List<string> Sum(IEnumerable<Dictionary<string, int>> counts) =>
    [
        .. counts.SelectMany(static count => count)
            .GroupBy(static count => count.Key, static count => count.Value, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => $"{group.Key} {group.Sum()}"),
    ];

    private static double Percentile(List<TimeSpan> sorted, int percent)
        => sorted[(int)((sorted.Count - 1L) * percent / 100)].TotalMilliseconds;
}
