using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>What users of the packed tool get.</summary>
[TestClass]
public sealed class ToolTests
{
    [TestMethod]
    public void The_tool_is_installed_from_the_feed_and_runs_under_its_name()
    {
        string folder = Workplace.Create("tool");
        string tools = Path.Combine(folder, "tools");
        DotNet.Run(folder, "tool", "install", "OgGen.Opsgenie.Keep", "--version", PackedFeed.Version, "--tool-path", tools).Succeeded();
        string tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "opsgenie-keep.exe" : "opsgenie-keep");

        DotNet run = DotNet.RunProgram(folder, tool);

        Assert.AreEqual(1, run.ExitCode);
        StringAssert.Contains(run.Output, "usage: opsgenie-keep export DIR");
    }
}
