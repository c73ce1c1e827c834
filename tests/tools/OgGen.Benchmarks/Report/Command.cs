using System.Diagnostics;

namespace OgGen.Benchmarks.Report;

/// <summary>What a command took.</summary>
/// <param name="Time">Until it ended.</param>
/// <param name="CompilerPeak">The most memory that a C# compiler started meanwhile had, in bytes; 0 where none was seen.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Command(TimeSpan Time, long CompilerPeak, string Output)
{
    /// <summary>Runs a command, with no compiler or build left running from before.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<Command> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        HashSet<int> others = [.. Compilers().Select(static process => process.Id)];
        var watch = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task exited = process.WaitForExitAsync();
        long peak = 0;
        while (await Task.WhenAny(exited, Task.Delay(50)) != exited)
        {
            peak = Compilers().Where(compiler => !others.Contains(compiler.Id)).Select(PeakOf).Append(peak).Max();
        }

        watch.Stop();
        return process.ExitCode == 0
            ? new Command(watch.Elapsed, peak, await output)
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}");
    }

    private static Process[] Compilers() => Process.GetProcessesByName("csc");

    private static long PeakOf(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has ended since it was found.
            return 0;
        }
    }
}
