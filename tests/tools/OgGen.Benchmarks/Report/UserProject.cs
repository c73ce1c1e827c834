using System.Globalization;
using System.Text.RegularExpressions;

namespace OgGen.Benchmarks.Report;

/// <summary>
/// A project of a user in a folder of its own, with a document, and with the generator and the runtime that were built here.
/// </summary>
internal sealed partial class UserProject : IDisposable
{
    private static readonly string[] s_outputs = ["bin", "obj"];

    public UserProject(string document)
    {
        Folder = Directory.CreateTempSubdirectory("oggen-build-").FullName;
        File.WriteAllText(Path.Combine(Folder, "Client.csproj"), Text(document));
    }

    public string Folder { get; }

    /// <summary>
    /// What the generator takes in a compiler that has done nothing before: all that the compiler reports (<c>-reportanalyzer</c>) but what
    /// it reports of other generators. What a generator does before the compilation is made is in the sum, and in the line of none.
    /// </summary>
    /// <exception cref="InvalidOperationException">The compiler reported nothing.</exception>
    public async Task<double> GeneratorSecondsAsync()
    {
        foreach (string output in s_outputs.Select(name => Path.Combine(Folder, name)).Where(Directory.Exists))
        {
            Directory.Delete(output, recursive: true);
        }

        Command build = await Command.RunAsync(Folder, "dotnet", "build", "-v", "detailed", "-nologo", "-p:ReportAnalyzer=true");
        Match total = TotalTime().Match(build.Output);
        return total.Success
            ? Seconds(total) - ReportedTime().Matches(build.Output[total.Index..])
                .Where(static row => !row.Groups[2].Value.StartsWith("OgGen.", StringComparison.Ordinal))
                .Sum(Seconds)
            : throw new InvalidOperationException("The compiler did not report its generators.");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>What a project has for a client of a document: the lines of the package, for the files that were built here.</summary>
    public static string Reference(string document, string space)
    {
        string generator = PrecompiledSet.Folder;
        return $"""
              <Import Project="{Documents.Root}/generator/build/OgGen.props" />
              <ItemGroup>
                <Analyzer Include="{generator}/OgGen.dll;{generator}/Microsoft.OpenApi.dll;{generator}/YamlDotNet.dll" />
                <Reference Include="{Documents.Root}/runtime/OgGen.Runtime/bin/Release/net10.0/OgGen.Runtime.dll" />
                <OpenApiSpec Include="{document}" Namespace="{space}" />
              </ItemGroup>
              <Import Project="{Documents.Root}/generator/build/OgGen.targets" />
            """;
    }

    private static string Text(string document) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <OgGenVisibleToGenerators>false</OgGenVisibleToGenerators>
          </PropertyGroup>
        {Reference(document, "Measured")}
        </Project>
        """;

    private static double Seconds(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Total generator execution time: (\d+\.\d+)")]
    private static partial Regex TotalTime();

    /// <summary>The line of a generator; those of assemblies have a version behind the name.</summary>
    [GeneratedRegex(@"^ *(\d+\.\d+) +<?\d+ +([\w.]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex ReportedTime();
}
