using System.Runtime.CompilerServices;
using System.Text.Json;
using OgGen.Benchmarks.Peers.Calls;
using OgGen.Benchmarks.Report;

namespace OgGen.Benchmarks.Peers;

/// <summary>
/// Calls of the clients of one document, in one program that is made of the folder <c>Calls</c> and of what the generators make of
/// <c>orders.yaml</c> there. Opsgenie's own document has unions, which the others read to less.
/// </summary>
internal static class PeerCalls
{
    /// <exception cref="InvalidOperationException">A client cannot be made, or reads or sends other values than ours.</exception>
    public static async Task<IReadOnlyList<CallCost>> MeasureAsync(PeerTools tools)
    {
        string project = Directory.CreateDirectory(Path.Combine(tools.Folder, "Calls")).FullName;
        foreach (string file in Directory.EnumerateFiles(Sources()))
        {
            File.Copy(file, Path.Combine(project, Path.GetFileName(file)));
        }

        string document = Path.Combine(project, "orders.yaml");
        await tools.KiotaAsync(document, "KiotaShop", Path.Combine(project, "Kiota"));
        await tools.NSwagAsync(document, "NSwagShop", Path.Combine(project, "NSwag"));
        await File.WriteAllTextAsync(Path.Combine(project, "Calls.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>{PeerTools.KiotaReferences}{PeerTools.RefitReference}</ItemGroup>
              {UserProject.Reference(document, "OgGenShop")}
            </Project>
            """);
        string output = Path.Combine(project, "out");
        await Command.RunAsync(project, "dotnet", "build", "-c", "Release", "-o", output, "-v", "quiet", "-nologo", "-clp:ErrorsOnly");
        Command run = await Command.RunAsync(project, "dotnet", Path.Combine(output, "Calls.dll"));
        return JsonSerializer.Deserialize<CallCost[]>(run.Output)!;
    }

    private static string Sources([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "Calls");
}
