using System.Diagnostics;
using System.Reflection;

namespace OgGen.Quickstart.Tests;

/// <summary>
/// One run of the built quickstart as a process of its own, with nothing of Opsgenie in its environment but what a test puts there.
/// </summary>
internal sealed record QuickstartRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    public string LastLine => Output.TrimEnd().Split('\n')[^1].TrimEnd();

    public static async Task<QuickstartRun> StartAsync(params (string Name, string Value)[] variables)
    {
        string path = typeof(QuickstartRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static metadata => metadata.Key == "QuickstartPath").Value!;
        var start = new ProcessStartInfo("dotnet", [path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string inherited in start.Environment.Keys.Where(static name => name.StartsWith("OPSGENIE_", StringComparison.Ordinal))
            .ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new QuickstartRun(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"The quickstart did not end within {s_limit}.");
        }
    }
}
