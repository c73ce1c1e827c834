using System.Globalization;
using System.Text.RegularExpressions;

namespace OgGen.Quickstart.Tests;

/// <summary>Without settings the quickstart drives all operations against an emulator of its own.</summary>
[TestClass]
public sealed partial class EmulatorRunTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("page")]
    [DataRow("schema")]
    public async Task All_operations_are_called_and_all_checks_pass(string emulator)
    {
        QuickstartRun run = await QuickstartRun.StartAsync(("OPSGENIE_EMULATOR", emulator));

        Assert.AreEqual(0, run.ExitCode, run.Output + run.Errors);
        Match summary = Summary().Match(run.LastLine);
        Assert.IsTrue(summary.Success, run.LastLine);
        Assert.IsGreaterThanOrEqualTo(60, int.Parse(summary.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.AreEqual("", run.Errors);
    }

    [TestMethod]
    public async Task The_output_shows_errors_and_unknown_types()
    {
        QuickstartRun run = await QuickstartRun.StartAsync();

        Assert.MatchesRegex(@"Policies_List \(GET http://127\.0\.0\.1:\d+/v1/policies\) answered 401 \(Unauthorized\)", run.Output);
        Assert.Contains("count: should be between 2 and 100", run.Output);
        Assert.Contains("notification-escalate", run.Output);
        Assert.Contains("\"headers\":\"***\"", run.Output);
        Assert.DoesNotContain("not-for-the-log", run.Output);
    }

    [TestMethod]
    [DataRow("OPSGENIE_REGION", "eu")]
    [DataRow("OPSGENIE_BASE_ADDRESS", "https://example.com")]
    public async Task A_server_without_a_key_is_refused(string name, string value)
    {
        QuickstartRun run = await QuickstartRun.StartAsync((name, value));

        Assert.AreEqual(2, run.ExitCode);
        Assert.Contains("need OPSGENIE_API_KEY", run.Errors);
        Assert.AreEqual("", run.Output);
    }

    [TestMethod]
    public async Task An_emulator_that_follows_nobody_is_refused()
    {
        QuickstartRun run = await QuickstartRun.StartAsync(("OPSGENIE_EMULATOR", "CANARY"));

        Assert.AreEqual(2, run.ExitCode);
        Assert.AreEqual("OPSGENIE_EMULATOR is 'page' or 'schema'.\n", run.Errors);
    }

    [GeneratedRegex(@"^20 of 20 operations, (\d+) checks passed$")]
    private static partial Regex Summary();
}
