using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OgGen.Fuzz.Loading;

/// <summary>
/// Starts the process that loads compiled code, and listens to it. The end of its stack ends it: that is a failure of the case that it was
/// at, and another process goes on with the next one.
/// </summary>
internal static class LoadHost
{
    /// <param name="directory">Where the compiled code is.</param>
    /// <param name="cases">The cases in it.</param>
    /// <param name="failures">The list to which failures are added.</param>
    /// <param name="silence">A process that reports nothing for so long hangs. Each type of a case is a report.</param>
    public static BatchResult Run(
        string directory, IReadOnlyList<GeneratedCase> cases, List<(GeneratedCase Case, Failure Failure)> failures, TimeSpan silence)
    {
        File.WriteAllText(
            Path.Combine(directory, LoadProgram.CasesName),
            JsonSerializer.Serialize(
                cases.Select(
                    static one => new LoadedCase(one.Number, one.Document.Namespace, one.Document.Path, one.Document.Text!, one.IsExact))));
        int values = 0;
        int exact = 0;
        int next = 0;
        while (next < cases.Count)
        {
            next = RunFrom(next);
        }

        return new BatchResult(failures, values, exact);

        int RunFrom(int first)
        {
            using Process process = Start(directory, first);
            var errors = new StringBuilder();
            process.ErrorDataReceived += (_, line) => _ = errors.Length < 4_000 ? errors.AppendLine(line.Data) : errors;
            process.BeginErrorReadLine();
            LoadReport last = new(cases[first].Number, "start");
            while (Next(process, silence) is { } report)
            {
                values += report.Values;
                exact += report.Exact;
                last = report;
                if (report.Failure is { } failure)
                {
                    failures.Add((Of(report.Number), failure));
                }
            }

            bool isSilent = !process.WaitForExit(TimeSpan.FromSeconds(5));
            if (isSilent)
            {
                process.Kill();
            }

            process.WaitForExit();
            if (!isSilent && process.ExitCode == 0 && last is { Step: "" } && last.Number == cases[^1].Number)
            {
                return cases.Count;
            }

            string kind = isSilent ? "hangs"
                : errors.ToString().Contains("Stack overflow", StringComparison.Ordinal) ? "stack overflow"
                : "process died";
            failures.Add(
                (Of(last.Number),
                    new Failure(
                        kind, string.Create(CultureInfo.InvariantCulture, $"at {last.Step}, exit code {process.ExitCode}\n{errors}"))));
            return cases.ToList().FindIndex(one => one.Number == last.Number) + 1;
        }

        GeneratedCase Of(int number) => cases.First(one => one.Number == number);
    }

    /// <summary>The next report; null at the end, or if there is none for too long.</summary>
    private static LoadReport? Next(Process process, TimeSpan silence)
    {
        Task<string?> line = process.StandardOutput.ReadLineAsync();
        return !line.Wait(silence) || line.Result is null ? null : JsonSerializer.Deserialize<LoadReport>(line.Result);
    }

    private static Process Start(string directory, int first)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(LoadHost).Assembly.Location, LoadProgram.Verb, directory, first.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A stack overflow is expected to end in a message, and not in a file of the size of the memory.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return Process.Start(start)!;
    }
}
