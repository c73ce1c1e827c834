using System.Globalization;
using System.Runtime.InteropServices;
using OgGen.Benchmarks.Peers;

namespace OgGen.Benchmarks.Report;

/// <summary>Measures everything, and writes the table of docs/measurements.md.</summary>
internal static class ReportRun
{
    private const string Start = "<!-- measured -->";
    private const string End = "<!-- /measured -->";

    /// <summary>The groups of rows, in the order of the table.</summary>
    private static string[] Groups { get; } = ["json", "peers", "generator", "allocation", "builds", "earlier", "aot"];

    /// <param name="readme">The file that has the table between its markers; null where it is only printed.</param>
    /// <exception cref="InvalidOperationException">The file lacks the markers.</exception>
    public static async Task RunAsync(string? readme)
    {
        List<string> lines = [await MachineAsync(), "", "| what | target | measured | compared with |", "| --- | --- | --- | --- |"];
        await foreach (ReportRow row in RowsAsync(Groups))
        {
            Console.WriteLine(row);
            lines.Add(row.ToString());
        }

        if (readme is not null)
        {
            string text = await File.ReadAllTextAsync(readme);
            int start = text.IndexOf(Start, StringComparison.Ordinal);
            int end = text.IndexOf(End, StringComparison.Ordinal);
            await File.WriteAllTextAsync(readme, start < 0 || end < start
                ? throw new InvalidOperationException($"{readme} lacks {Start} … {End}")
                : text[..(start + Start.Length)] + "\n" + string.Join('\n', lines) + "\n" + text[end..]);
        }
    }

    /// <summary>Measures some groups of rows, and prints them.</summary>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public static async Task PrintAsync(string[] groups)
    {
        if (groups.FirstOrDefault(static group => !Groups.Contains(group)) is { } other)
        {
            throw new ArgumentException($"There is no group '{other}'; there are {string.Join(", ", Groups)}.");
        }

        Console.WriteLine(await MachineAsync());
        await foreach (ReportRow row in RowsAsync(groups))
        {
            Console.WriteLine(row);
        }
    }

    private static async IAsyncEnumerable<ReportRow> RowsAsync(string[] groups)
    {
        // First of all: without them there is no table, and what follows takes an hour.
        using PeerTools? peers = groups.Contains("peers") ? await PeerTools.InstallAsync() : null;
        foreach (string group in groups)
        {
            IAsyncEnumerable<ReportRow> rows = group switch
            {
                "json" => JsonRows.AllAsync(),
                "peers" => PeerRows.AllAsync(peers!),
                "generator" => GeneratorRows.AllAsync(),
                "allocation" => AllocationRows.All().ToAsyncEnumerable(),
                "builds" => BuildRows.AllAsync(),
                "earlier" => EarlierVersionRows.AllAsync(),
                _ => AotRows.AllAsync(),
            };
            await foreach (ReportRow row in rows)
            {
                yield return row;
            }
        }
    }

    private static async Task<string> MachineAsync()
    {
        string processor = File.Exists("/proc/cpuinfo")
            ? (await File.ReadAllLinesAsync("/proc/cpuinfo")).FirstOrDefault(
                static line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "a processor"
            : RuntimeInformation.ProcessArchitecture.ToString();
        string load = File.Exists("/proc/loadavg")
            ? $", load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]} at the start"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"On {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} × {processor}, {RuntimeInformation.OSDescription},\n")
            + $"{RuntimeInformation.FrameworkDescription}{load}; {PeerTools.Versions}.";
    }
}
