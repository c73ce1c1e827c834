namespace OgGen.Faults.Tests;

/// <summary>A proxy that the environment of this process names. .NET reads those variables once, so it is there from the start.</summary>
[TestClass]
public static class EnvironmentProxy
{
    private static RawServer? s_server;

    internal static RawServer Server => s_server!;

    [AssemblyInitialize]
    public static void Start(TestContext context)
    {
        s_server = new RawServer("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
        foreach (string name in new[] { "http_proxy", "https_proxy", "all_proxy", "no_proxy", "ALL_PROXY" })
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable("HTTP_PROXY", s_server.Address.AbsoluteUri);
        Environment.SetEnvironmentVariable("HTTPS_PROXY", s_server.Address.AbsoluteUri);
        Environment.SetEnvironmentVariable("NO_PROXY", "localhost");
    }

    [AssemblyCleanup]
    public static async Task StopAsync() => await Server.DisposeAsync();
}
