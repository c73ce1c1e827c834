using System.Text.RegularExpressions;
using OgGen.Benchmarks.Report;

namespace OgGen.Benchmarks.Peers;

/// <summary>What a generator takes for a document, and makes of it.</summary>
/// <param name="Peer">The generator.</param>
/// <param name="Generating">Until the code was there; a tool's start is part of it.</param>
/// <param name="Building">The whole <c>dotnet build</c> of the code alone, restored before; in ours generating is part of it.</param>
/// <param name="TextBytes">Of generated code.</param>
/// <param name="AssemblyBytes">Of the assembly, in Release; 0 where there is none.</param>
/// <param name="Problem">Why there is no assembly.</param>
internal sealed record PeerSize(
    string Peer, TimeSpan Generating, TimeSpan Building, long TextBytes, long AssemblyBytes, string? Problem = null);

/// <summary>Generates and compiles the client of a document with each generator.</summary>
internal static partial class PeerSizes
{
    /// <summary>How often each is done; the least time counts, as the others had company.</summary>
    private const int Runs = 3;

    private static readonly string[] s_build =
        ["build", "--no-restore", "--no-incremental", "-c", "Release", "-v", "quiet", "-nologo", "-clp:ErrorsOnly"];

    public static async Task<PeerSize> OgGenAsync(string document)
    {
        double seconds = double.MaxValue;
        using var project = new UserProject(document);
        for (int i = 0; i < Runs; i++)
        {
            seconds = Math.Min(seconds, await project.GeneratorSecondsAsync());
        }

        return await BuildAsync("OgGen", project.Folder, TimeSpan.FromSeconds(seconds), ColdRun.Once(document).Bytes);
    }

    public static Task<PeerSize> KiotaAsync(PeerTools tools, string document)
        => GenerateAsync("Kiota", tools, document, tools.KiotaAsync, PeerTools.KiotaReferences);

    public static Task<PeerSize> NSwagAsync(PeerTools tools, string document)
        => GenerateAsync("NSwag", tools, document, tools.NSwagAsync, "");

    private static async Task<PeerSize> GenerateAsync(
        string peer, PeerTools tools, string document, Func<string, string, string, Task<Command>> generate, string references)
    {
        string project = Path.Combine(tools.Folder, peer + Path.GetFileNameWithoutExtension(document));
        TimeSpan generating = TimeSpan.MaxValue;
        try
        {
            for (int i = 0; i < Runs; i++)
            {
                // A tool that finds what it wrote before does less.
                string output = Path.Combine(project, "Generated");
                if (i > 0)
                {
                    Directory.Delete(output, recursive: true);
                }

                TimeSpan time = (await generate(document, "Measured", output)).Time;
                generating = time < generating ? time : generating;
            }
        }
        catch (InvalidOperationException e)
        {
            return new PeerSize(peer, default, default, 0, 0, $"generates nothing ({LastLine(e.Message)})");
        }

        await File.WriteAllTextAsync(Path.Combine(project, "Client.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
        long bytes = Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories).Sum(static file => new FileInfo(file).Length);
        return await BuildAsync(peer, project, generating, bytes);
    }

    private static async Task<PeerSize> BuildAsync(string peer, string project, TimeSpan generating, long textBytes)
    {
        await Command.RunAsync(project, "dotnet", "restore", "-v", "quiet");
        string output = Path.Combine(project, "measured");
        try
        {
            TimeSpan building = TimeSpan.MaxValue;
            for (int i = 0; i < Runs; i++)
            {
                TimeSpan time = (await Command.RunAsync(project, "dotnet", [.. s_build, "-o", output])).Time;
                building = time < building ? time : building;
            }

            return new PeerSize(peer, generating, building, textBytes, new FileInfo(Path.Combine(output, "Client.dll")).Length);
        }
        catch (InvalidOperationException e)
        {
            int errors = Error().Matches(e.Message).Select(static match => match.Value).Distinct().Count();
            return new PeerSize(peer, generating, default, textBytes, 0, $"does not compile, {errors} errors");
        }
    }

    private static string LastLine(string text)
        => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)[^1];

    [GeneratedRegex(@"^.*\(\d+,\d+\): error \w+", RegexOptions.Multiline)]
    private static partial Regex Error();
}
