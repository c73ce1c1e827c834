using OgGen.Benchmarks.Report;

namespace OgGen.Benchmarks.Peers;

/// <summary>
/// The generators of other people, installed in a folder that is gone afterwards. Nothing of theirs is in the repository.
/// </summary>
internal sealed class PeerTools : IDisposable
{
    private const string KiotaVersion = "1.38.0";
    private const string KiotaRuntimeVersion = "2.1.6";
    private const string NSwagVersion = "14.8.0";
    private const string RefitVersion = "16.4.0";

    private static readonly string[] s_kiotaPackages =
    [
        "Abstractions",
        "Http.HttpClientLibrary",
        "Serialization.Form",
        "Serialization.Json",
        "Serialization.Multipart",
        "Serialization.Text",
    ];

    private PeerTools()
    {
    }

    /// <summary>The packages that Kiota's clients need: those whose formats it registers in each.</summary>
    public static string KiotaReferences { get; } = string.Concat(
        s_kiotaPackages.Select(
            static name => $"""<PackageReference Include="Microsoft.Kiota.{name}" Version="{KiotaRuntimeVersion}" />"""));

    public static string RefitReference { get; } = $"""<PackageReference Include="Refit" Version="{RefitVersion}" />""";

    /// <summary>What is compared with.</summary>
    public static string Versions => $"Kiota {KiotaVersion}, NSwag {NSwagVersion}, Refit {RefitVersion}";

    /// <summary>Where clients are generated and compiled.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("oggen-peers-").FullName;

    private string Tools => Path.Combine(Folder, "tools");

    /// <exception cref="InvalidOperationException">A tool cannot be installed.</exception>
    public static async Task<PeerTools> InstallAsync()
    {
        // It reports what it does to its makers, and waits for them.
        Environment.SetEnvironmentVariable("KIOTA_CLI_TELEMETRY_OPTOUT", "true");
        var tools = new PeerTools();
        try
        {
            await tools.InstallAsync("Microsoft.OpenApi.Kiota", KiotaVersion);
            await tools.InstallAsync("NSwag.ConsoleCore", NSwagVersion);
            return tools;
        }
        catch (InvalidOperationException)
        {
            tools.Dispose();
            throw;
        }
    }

    /// <summary>Generates Kiota's client, <c>{space}.ShopClient</c>, into a folder.</summary>
    /// <exception cref="InvalidOperationException">The tool failed.</exception>
    public Task<Command> KiotaAsync(string document, string space, string output) => Command.RunAsync(
        Folder,
        Path.Combine(Tools, "kiota"),
        ["generate", "-l", "CSharp", "-d", document, "-n", space, "-c", "ShopClient", "-o", output, "--exclude-backward-compatible"]);

    /// <summary>Generates NSwag's client, <c>{space}.ShopClient</c>, into a folder.</summary>
    /// <inheritdoc cref="KiotaAsync"/>
    public Task<Command> NSwagAsync(string document, string space, string output) => Command.RunAsync(
        Folder,
        Path.Combine(Tools, "nswag"),
        [
            "openapi2csclient",
            $"/input:{document}",
            $"/output:{Path.Combine(output, "Client.cs")}",
            $"/namespace:{space}",
            "/classname:ShopClient",
            "/JsonLibrary:SystemTextJson",
            "/GenerateNullableReferenceTypes:true",
            "/GenerateOptionalPropertiesAsNullable:true",
        ]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Task<Command> InstallAsync(string package, string version)
        => Command.RunAsync(Folder, "dotnet", "tool", "install", package, "--version", version, "--tool-path", Tools);
}
