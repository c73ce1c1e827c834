using System.Globalization;

namespace OgGen.Benchmarks.Report;

/// <summary>What a build with a generated client takes, and how large its assembly is.</summary>
internal static class BuildRows
{
    public static async IAsyncEnumerable<ReportRow> AllAsync()
    {
        await Command.RunAsync(Documents.Root, "dotnet", "build", "spec", "-c", "Release", "-v", "quiet");
        var client = new FileInfo(Path.Combine(Documents.Root, "spec/bin/Release/net10.0/OgGen.Opsgenie.dll"));
        yield return new ReportRow("assembly of the Opsgenie client", "≤ 150 KB", Kilobytes(client.Length), "");
        if (Documents.Large is not { } large)
        {
            yield break;
        }

        string folder = Directory.CreateTempSubdirectory("oggen-build-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Client.csproj"), Project(large));
            Command build = await Command.RunAsync(folder, "dotnet", "build", "-v", "quiet", "-nologo", "-clp:Summary");
            var assembly = new FileInfo(Path.Combine(folder, "bin/Debug/net10.0/Client.dll"));
            yield return new ReportRow(
                "`dotnet build` of GitHub's client, cold",
                "≤ 30 s, compiler ≤ 1.5 GB, 0 warnings, assembly ≤ 8 MB",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{build.Time.TotalSeconds:0.0} s, compiler {build.CompilerPeak / 1e9:0.00} GB, {build.Output.Split('\n').Where(static line => line.Contains(": warning CS", StringComparison.Ordinal)).Distinct().Count()} warnings of the compiler, assembly {assembly.Length / 1e6:0.0} MB"),
                "published: Kiota, mended by hand, csc alone 24 s and 0.74 GB; AutoSDK 255 s and 6 GB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Kilobytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0} KB");

    /// <summary>A project of a user, with the generator and the runtime that were built here.</summary>
    private static string Project(string document)
    {
        string generator = Path.Combine(Documents.Root, "generator/bin/Release/netstandard2.0");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <Import Project="{Documents.Root}/generator/build/OgGen.props" />
              <ItemGroup>
                <Analyzer Include="{generator}/OgGen.dll;{generator}/Microsoft.OpenApi.dll;{generator}/YamlDotNet.dll" />
                <Reference Include="{Documents.Root}/runtime/OgGen.Runtime/bin/Release/net10.0/OgGen.Runtime.dll" />
                <OpenApiSpec Include="{document}" Namespace="Measured" />
              </ItemGroup>
              <Import Project="{Documents.Root}/generator/build/OgGen.targets" />
            </Project>
            """;
    }
}
