using System.Net;
using System.Net.Sockets;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>
/// What a document might reach for: files in and above the current directory, and a port of this machine. Both are there, and
/// nothing of them may show.
/// </summary>
[TestClass]
public static class Surroundings
{
    /// <summary>What stands in every file that a document must not get at.</summary>
    internal const string Secret = "contents-of-a-file-on-this-disk";

    private static readonly TcpListener s_listener = new(IPAddress.Loopback, 0);
    private static string s_home = "";
    private static string s_before = "";

    /// <summary>The current directory: it has canary.json, canary.yaml and canary.xml, and so has the one above.</summary>
    internal static string Directory => Path.Combine(s_home, "project");

    internal static int Port => ((IPEndPoint)s_listener.LocalEndpoint).Port;

    internal static bool WasContacted => s_listener.Pending();

    [AssemblyInitialize]
    public static void Prepare(TestContext context)
    {
        s_before = Environment.CurrentDirectory;
        s_home = System.IO.Directory.CreateTempSubdirectory("oggen-hostile-").FullName;
        System.IO.Directory.CreateDirectory(Directory);
        foreach (string folder in new[] { s_home, Directory })
        {
            string schema =
                $$"""{ "openapi": "3.0.3", "Secret": { "type": "object", "description": "{{Secret}}", "properties": { "{{Secret}}": """
                    + """{ "type": "string" } } } }""";
            File.WriteAllText(Path.Combine(folder, "canary.json"), schema);
            File.WriteAllText(Path.Combine(folder, "canary.yaml"), schema);
            File.WriteAllText(Path.Combine(folder, "canary.xml"), $"<doc><s>{Secret}</s></doc>");
        }

        Environment.CurrentDirectory = Directory;
        s_listener.Start();

        // What the first run of all costs is the cost of compiling the generator.
        Outcome.Examine(
            Spec.Schemas("""{ "A": { "type": "object", "properties": { "b": { "type": "string" } } } }"""),
            new Budget(TimeSpan.MaxValue, long.MaxValue));
    }

    [AssemblyCleanup]
    public static void Clear()
    {
        s_listener.Dispose();
        Environment.CurrentDirectory = s_before;
        System.IO.Directory.Delete(s_home, recursive: true);
    }
}
