using System.Diagnostics;
using System.Text;

namespace OgGen.Package.Tests.Harness;

/// <summary>One run of `dotnet`, or of a program that was built with it, with an environment as a user's shell has it.</summary>
internal sealed record DotNet(string Command, int ExitCode, string Output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(20);

    /// <summary>Runs and returns what was printed, standard error included.</summary>
    public static DotNet Run(string folder, params string[] arguments) => Start(folder, "dotnet", arguments, []);

    /// <summary>The same with variables of the environment.</summary>
    public static DotNet Run(string folder, Dictionary<string, string> environment, params string[] arguments)
        => Start(folder, "dotnet", arguments, environment);

    /// <summary>Runs a program that brings its runtime along.</summary>
    public static DotNet RunProgram(string folder, string path) => Start(folder, path, [], []);

    /// <summary>Runs what does not end by itself until a line that it prints is enough, or the time is over.</summary>
    /// <returns>What was printed.</returns>
    public static string Watch(string folder, string[] arguments, Func<string, bool> isEnough)
    {
        ProcessStartInfo start = Prepare(folder, "dotnet", arguments);
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        using var done = new ManualResetEventSlim();
        process.Exited += (_, _) => done.Set();
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        done.Wait(TimeSpan.FromMinutes(4));
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return output.ToString();

        void Take(string? line)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
                if (line is not null && isEnough(line))
                {
                    done.Set();
                }
            }
        }
    }

    private static DotNet Start(string folder, string program, string[] arguments, Dictionary<string, string> environment)
    {
        ProcessStartInfo start = Prepare(folder, program, arguments);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        string command = $"{program} {string.Join(' ', arguments)}";
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end within {s_limit}:\n{output}");
        }

        process.WaitForExit(); // Until both streams are read.
        return new DotNet(command, process.ExitCode, output.ToString());

        void Append(string? line)
        {
            if (line is not null)
            {
                lock (output)
                {
                    output.Append(line).Append('\n');
                }
            }
        }
    }

    private static ProcessStartInfo Prepare(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(
            program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // What the run of these tests has set, and what would make a user's build another one.
        foreach (string name in start.Environment.Keys
            .Where(static name => name is "CI" or "NUGET_PACKAGES"
                || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("DOTNET_CLI_TEST", StringComparison.Ordinal))
            .ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        return start;
    }

    /// <summary>Fails with all that was printed, unless the run succeeded.</summary>
    public DotNet Succeeded()
        => ExitCode == 0 ? this : throw new InvalidOperationException($"{Command} ended with {ExitCode}:\n{Output}");
}
