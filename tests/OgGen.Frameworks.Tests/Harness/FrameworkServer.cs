using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace OgGen.Frameworks.Tests.Harness;

/// <summary>A server that runs in a process of its own until the tests end, on a free port of the loopback address.</summary>
internal sealed class FrameworkServer : IDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<ServerProgram, Lazy<Task<FrameworkServer>>> s_running = new();

    private readonly Process _process;

    private FrameworkServer(Process process, Uri address, string version)
    {
        _process = process;
        Address = address;
        Version = version;
    }

    public Uri Address { get; }

    /// <summary>The version of the package that writes the document.</summary>
    public string Version { get; }

    /// <summary>The server of a program: started when it is first wanted, and once.</summary>
    public static Task<FrameworkServer> OfAsync(ServerProgram program)
        => s_running.GetOrAdd(program, static program => new Lazy<Task<FrameworkServer>>(() => StartAsync(program))).Value;

    /// <summary>Ends every server.</summary>
    public static async Task StopAllAsync()
    {
        foreach (Lazy<Task<FrameworkServer>> server in s_running.Values)
        {
            try
            {
                (await server.Value).Dispose();
            }
            catch (InvalidOperationException)
            {
                // It did not start, and the tests that wanted it said so.
            }
        }

        s_running.Clear();
    }

    public void Dispose()
    {
        // The server stops when nobody can write to it any more.
        _process.StandardInput.Close();
        if (!_process.WaitForExit(s_stopLimit))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static async Task<FrameworkServer> StartAsync(ServerProgram program)
    {
        var start = new ProcessStartInfo(program.Command[0], program.Command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // What these tests were started with is not meant for a server.
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("NODE_OPTIONS");
        var process = new Process { StartInfo = start };
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.AppendLine(line.Data);
            }
        };
        process.Start();
        process.BeginErrorReadLine();

        string? line;
        using (var limit = new CancellationTokenSource(s_startLimit))
        {
            try
            {
                line = await process.StandardOutput.ReadLineAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                line = null;
            }
        }

        if (line is null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            throw new InvalidOperationException($"{string.Join(' ', program.Command)} did not start:\n{errors}");
        }

        using JsonDocument said = JsonDocument.Parse(line);
        return new FrameworkServer(
            process,
            new Uri(said.RootElement.GetProperty("address").GetString()!),
            said.RootElement.GetProperty("version").GetString()!);
    }
}
