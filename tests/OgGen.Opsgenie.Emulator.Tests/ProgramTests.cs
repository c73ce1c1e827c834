using System.Diagnostics;
using System.Net.Http.Headers;

namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>The program, as a user runs it.</summary>
[TestClass]
public sealed class ProgramTests
{
    [TestMethod]
    public async Task The_state_of_one_run_is_there_in_the_next()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("There is no signal to end a process with.");
        }

        DirectoryInfo directory = Directory.CreateTempSubdirectory();
        try
        {
            string file = Path.Combine(directory.FullName, "state.json");
            using (var first = await Run.StartAsync("--state", file, "--port", "0"))
            {
                using HttpResponseMessage created = await first.Http.PostAsync("v1/policies", Wire.Json(Samples.AutoClose));
                Assert.AreEqual(201, (int)created.StatusCode);
                Assert.AreEqual(0, await first.EndAsync());
            }

            CollectionAssert.AreEqual(new[] { file }, Directory.GetFiles(directory.FullName));
            using (var second = await Run.StartAsync("--state", file))
            {
                Assert.Contains("auto close policy", await second.Http.GetStringAsync("v1/policies"));
                Assert.AreEqual(0, await second.EndAsync());
            }

            await File.WriteAllTextAsync(file, "{}");
            Assert.AreEqual((1, "format of the snapshot should be a string."), await Run.FailAsync("--state", file));
            Assert.AreEqual("{}", await File.ReadAllTextAsync(file));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [TestMethod]
    [DataRow("--state")]
    [DataRow("--port")]
    [DataRow("--port", "65536")]
    [DataRow("--state", "")]
    [DataRow("--documented-by", "nobody")]
    [DataRow("x")]
    public async Task Wrong_arguments_are_answered_with_the_usage(params string[] arguments)
    {
        (int code, string error) = await Run.FailAsync(arguments);
        Assert.AreEqual(2, code);
        Assert.StartsWith("usage:", error);
    }

    /// <summary>A running program and a client with its key.</summary>
    private sealed class Run : IDisposable
    {
        private readonly Process process;

        private Run(Process process) => this.process = process;

        public HttpClient Http { get; } = new();

        public static async Task<Run> StartAsync(params string[] arguments)
        {
            var run = new Run(Start(arguments));
            run.Http.BaseAddress = new Uri(await run.ValueAsync());
            run.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("GenieKey", await run.ValueAsync());
            return run;
        }

        public static async Task<(int Code, string Error)> FailAsync(params string[] arguments)
        {
            using Process process = Start(arguments);
            string error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, error.Trim());
        }

        public async Task<int> EndAsync()
        {
            using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            return process.ExitCode;
        }

        public void Dispose()
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
            Http.Dispose();
        }

        private static Process Start(string[] arguments) => Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OgGen.Opsgenie.Emulator.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;

        private async Task<string> ValueAsync() =>
            (await process.StandardOutput.ReadLineAsync()
                ?? throw new AssertFailedException(await process.StandardError.ReadToEndAsync())).Split(' ')[^1];
    }
}
