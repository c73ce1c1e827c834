namespace OgGen.Docs.Tests.Programs;

/// <summary>What a page speaks of and does not declare: each a name that its text introduces, such as "<c>client</c> is a …".</summary>
internal static class Given
{
    private const string Services = "OgGen.Docs.Tests.Services.Fixture";

    private static readonly Dictionary<string, string> s_everywhere = new(StringComparer.Ordinal)
    {
        ["builder"] = $"var builder = {Services}.Builder();",
        ["certificate"] = $"using var certificate = {Services}.Certificate();",
        ["emulator"] = "await using var emulator = await OgGen.Opsgenie.Emulator.OpsgenieEmulator.StartAsync();",
        ["stream"] = "using var stream = new System.IO.MemoryStream([1, 2, 3]);",
    };

    private static readonly Dictionary<string, string> s_clients = new(StringComparer.Ordinal)
    {
        ["docs/opsgenie.md"] = $"using var client = new Opsgenie.OpsgenieClient({Services}.Emulator.ApiKey, {Services}.Emulator.Address);",
    };

    private const string BookshopClient = "using var client = new Bookshop.BookshopClient(\"token\");";

    /// <summary>The declarations of a page, by the name that they declare.</summary>
    public static IReadOnlyDictionary<string, string> Of(string path)
        => new Dictionary<string, string>(s_everywhere, StringComparer.Ordinal)
        {
            ["client"] = s_clients.GetValueOrDefault(path, BookshopClient),
        };
}
