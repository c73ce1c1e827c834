using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Keep.Tests;

/// <summary>What the program is told, and as what it runs.</summary>
[TestClass]
public sealed class CommandLineTests
{
    private static Task<KeepRun> RunAsync(params string[] arguments) => KeepRun.RunAsync("a-key", default, arguments);

    [TestMethod]
    [DataRow("--api-key CANARY")]
    [DataRow("--api-key=CANARY")]
    [DataRow("--key CANARY")]
    [DataRow("-k CANARY")]
    [DataRow("--token=CANARY")]
    [DataRow("--nonsense=CANARY")]
    [DataRow("CANARY")]
    [DataRow("--region CANARY")]
    [DataRow("--region us --address CANARY")]
    [DataRow("--address http://example.com/CANARY")]
    [DataRow("--address CANARY")]
    [DataRow("--key-file")]
    [DataRow("--team=")]
    [DataRow("--address --with-secrets CANARY")]
    [DataRow("--region us --region eu")]
    public async Task What_makes_no_sense_is_explained_without_repeating_a_value(string arguments)
    {
        KeepRun run = (await RunAsync(["export", Path.Combine(Path.GetTempPath(), "never-made"), .. arguments.Split(' ')])).Ended(1);
        StringAssert.Contains(run.Errors, "usage: opsgenie-keep export DIR");
        Assert.DoesNotContain("CANARY", run.Errors);
        Assert.AreEqual("", run.Output);
    }

    [TestMethod]
    public async Task A_key_as_an_argument_is_refused_with_the_two_other_ways()
    {
        KeepRun run = (await RunAsync("export", "x", "--api-key", "CANARY")).Ended(1);
        StringAssert.Contains(run.Errors, "OPSGENIE_API_KEY");
        StringAssert.Contains(run.Errors, "--key-file");
    }

    [TestMethod]
    public async Task Help_is_no_error_and_nothing_is_one()
    {
        StringAssert.Contains((await RunAsync("--help")).Ended(0).Output, "exit code");
        StringAssert.Contains((await RunAsync("export", "--help")).Ended(0).Output, "exit code");
        (await RunAsync()).Ended(1);
        (await RunAsync("import", "x")).Ended(1);
        StringAssert.Contains((await RunAsync("export")).Ended(1).Errors, "DIR is missing");
    }

    [TestMethod]
    [DataRow(null, "There is no key: set OPSGENIE_API_KEY, or use --key-file FILE.")]
    [DataRow("  ", "There is no key: set OPSGENIE_API_KEY, or use --key-file FILE.")]
    [DataRow("CANARY\nCANARY", "The key in OPSGENIE_API_KEY cannot be one")]
    public async Task A_key_that_is_missing_or_no_key_is_explained_without_it(string? key, string said)
    {
        KeepRun run = (await KeepRun.RunAsync(key, default, "export", Path.Combine(Path.GetTempPath(), "never-made"))).Ended(1);
        StringAssert.Contains(run.Errors, said);
        Assert.DoesNotContain("CANARY", run.Errors);
        Assert.IsFalse(Directory.Exists(Path.Combine(Path.GetTempPath(), "never-made")));
    }

    [TestMethod]
    public async Task The_key_of_a_file_goes_before_that_of_the_environment()
    {
        await using Account account = await Account.StartAsync();
        string file = Path.Combine(account.Root, "key");
        await File.WriteAllTextAsync(file, account.Emulator.ReadOnlyApiKey + "\r\n");
        string[] arguments = ["export", account.Folder, "--address", account.Emulator.Address.AbsoluteUri, "--key-file", file];
        (await KeepRun.RunAsync("another", default, arguments)).Ended(0);
        await File.WriteAllTextAsync(file, "\n");
        StringAssert.Contains((await KeepRun.RunAsync("another", default, arguments)).Ended(1).Errors, "There is no key in");
        File.Delete(file);
        (await KeepRun.RunAsync("another", default, arguments)).Ended(1);
    }

    [TestMethod]
    public async Task A_folder_that_cannot_be_written_is_an_error()
    {
        await using Account account = await Account.StartAsync();
        await File.WriteAllTextAsync(account.Folder, "a file");
        (await account.ExportAsync()).Ended(1);
        Assert.AreEqual("a file", await File.ReadAllTextAsync(account.Folder));
    }

    [TestMethod]
    public async Task Progress_is_shown_where_standard_error_is_a_terminal()
    {
        await using Account account = await Account.StartAsync();
        ExportTests.Fill(account.Emulator, 2);
        var errors = new StringWriter();
        var command = new KeepCommand(TextWriter.Null, errors, WatchesErrors: true, _ => account.Emulator.ApiKey);
        Assert.AreEqual(0, await command.RunAsync(["export", account.Folder, "--address", account.Emulator.Address.AbsoluteUri], default));
        StringAssert.Contains(errors.ToString(), "\rpolicies: 2 of 2");
        Assert.IsFalse(errors.ToString().Contains('\u001b', StringComparison.Ordinal));
    }

    [TestMethod]
    public async Task As_a_process_it_exports_and_a_signal_ends_it_in_order()
    {
        await using Account account = await Account.StartAsync();
        ExportTests.Fill(account.Emulator, 40);
        (int exitCode, string output, string errors) = await ProcessAsync(account, static _ => Task.CompletedTask);
        Assert.AreEqual(0, exitCode, output + errors);
        StringAssert.StartsWith(output, "74 objects in ");
        SortedDictionary<string, string> whole = account.Files;

        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.Delete(account.Folder, recursive: true);
        InjectedFault fault = account.Emulator.Faults.Add(
            new EmulatorFault { Operation = "Policies_Get", Nth = 30, Kind = FaultKind.Delay(TimeSpan.FromDays(1)) });
        (exitCode, output, errors) = await ProcessAsync(account, async process =>
        {
            while (fault.Strikes == 0)
            {
                await Task.Delay(20);
            }

            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        });
        Assert.AreEqual(3, exitCode, output + errors);
        StringAssert.Contains(errors, "Interrupted");
        foreach ((string file, string content) in account.Files)
        {
            Assert.AreEqual(whole[file], content, file);
        }
    }

    private static async Task<(int ExitCode, string Output, string Errors)> ProcessAsync(Account account, Func<Process, Task> meanwhile)
    {
        string tool = typeof(CommandLineTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static data => data.Key == "ToolPath").Value!;
        var start = new ProcessStartInfo(
            "dotnet", ["exec", tool, "export", account.Folder, "--address", account.Emulator.Address.AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OPSGENIE_API_KEY"] = account.Emulator.ApiKey;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await meanwhile(process);
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
