using System.Globalization;
using System.Runtime.InteropServices;
using OgGen.Benchmarks.Peers;

namespace OgGen.Benchmarks.Report;

/// <summary>Measures everything, and writes the table of docs/measurements.md.</summary>
internal static class ReportRun
{
    private const string Start = "<!-- measured -->";
    private const string End = "<!-- /measured -->";

    /// <param name="readme">The file that has the table between its markers; null where it is only printed.</param>
    /// <exception cref="InvalidOperationException">The file lacks the markers.</exception>
    public static async Task RunAsync(string? readme)
    {
        List<string> lines = [await MachineAsync(), "", "| what | target | measured | compared with |", "| --- | --- | --- | --- |"];
        await foreach (ReportRow row in RowsAsync())
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

    private static async IAsyncEnumerable<ReportRow> RowsAsync()
    {
        // First of all: without them there is no table, and what follows takes an hour.
        using PeerTools peers = await PeerTools.InstallAsync();
        foreach (ReportRow row in JsonRows.All())
        {
            yield return row;
        }

        await foreach (ReportRow row in PeerRows.AllAsync(peers))
        {
            yield return row;
        }

        await foreach (ReportRow row in GeneratorRows.AllAsync())
        {
            yield return row;
        }

        foreach (ReportRow row in AllocationRows.All())
        {
            yield return row;
        }

        await foreach (ReportRow row in BuildRows.AllAsync())
        {
            yield return row;
        }

        await foreach (ReportRow row in AotRows.AllAsync())
        {
            yield return row;
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
            $"On {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} × {processor}, {RuntimeInformation.OSDescription}, ")
            + $"{RuntimeInformation.FrameworkDescription}{load}; {PeerTools.Versions}.";
    }
}
