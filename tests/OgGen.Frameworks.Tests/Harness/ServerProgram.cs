using System.Reflection;
using System.Runtime.CompilerServices;

namespace OgGen.Frameworks.Tests.Harness;

/// <summary>A server that a test can start: a program of tests/frameworks.</summary>
/// <param name="Framework">What it is written with, and what writes its document.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Missing">What has to be done before it can be started; null if nothing.</param>
internal sealed record ServerProgram(string Framework, IReadOnlyList<string> Command, string? Missing)
{
    private static readonly string s_folder = Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", "frameworks"));

    /// <summary>A project of tests/frameworks, as it was built with the tests.</summary>
    public static ServerProgram DotNet(string framework, string project)
    {
        string configuration = typeof(ServerProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string path = Path.Combine(s_folder, project, "bin", configuration, "net10.0", project + ".dll");
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new ServerProgram(framework, [dotnet, "exec", path], null);
    }

    /// <summary>A folder of tests/frameworks/node, whose packages npm has installed.</summary>
    public static ServerProgram Node(string framework, string folder)
    {
        string path = Path.Combine(s_folder, "node", folder);
        bool needsPackages = File.ReadAllText(Path.Combine(path, "package.json")).Contains("\"dependencies\"", StringComparison.Ordinal);
        string? missing = !IsNodeHere() ? "Node.js is not here"
            : needsPackages && !Directory.Exists(Path.Combine(path, "node_modules")) ? $"its packages are not here (npm ci --prefix {path})"
            : null;
        return new ServerProgram(framework, ["node", Path.Combine(path, "main.mjs")], missing);
    }

    private static bool IsNodeHere() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(static folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    private static string SourceFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
