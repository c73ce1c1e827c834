using System.Globalization;
using System.Text.RegularExpressions;

namespace OgGen.Benchmarks.Report;

/// <summary>
/// A project of a user in a folder of its own, with a document, and with the generator and the runtime that were built here, or with those
/// of packages.
/// </summary>
internal sealed partial class UserProject : IDisposable
{
    private static readonly string[] s_outputs = ["bin", "obj"];

    /// <param name="document">The document of its client.</param>
    /// <param name="packages">A folder with the packages of one version; null for what was built here.</param>
    public UserProject(string document, string? packages = null)
    {
        Folder = Directory.CreateTempSubdirectory("oggen-build-").FullName;
        string reference = packages is null ? Reference(document, "Measured") : PackageReference(document, packages);
        File.WriteAllText(Path.Combine(Folder, "Client.csproj"), Text(reference));
    }

    public string Folder { get; }

    /// <summary>
    /// What the generator takes in a compiler that has done nothing before: all that the compiler reports (<c>-reportanalyzer</c>) but what
    /// it reports of other generators. What a generator does before the compilation is made is in the sum, and in the line of none. What
    /// the compiler does after it is left out: analyzers, and the bodies of methods.
    /// </summary>
    /// <exception cref="InvalidOperationException">The compiler reported nothing.</exception>
    public async Task<double> GeneratorSecondsAsync()
    {
        DeleteOutputs();
        Command build = await Command.RunAsync(
            Folder,
            "dotnet",
            ["build", "-v", "detailed", "-nologo", "-p:ReportAnalyzer=true;RunAnalyzers=false;ProduceOnlyReferenceAssembly=true"]);
        Match total = TotalTime().Match(build.Output);
        return total.Success
            ? Seconds(total) - ReportedTime().Matches(build.Output[total.Index..])
                .Where(static row => !row.Groups[2].Value.StartsWith("OgGen.", StringComparison.Ordinal))
                .Sum(Seconds)
            : throw new InvalidOperationException("The compiler did not report its generators.");
    }

    /// <summary>Builds the project as if for the first time.</summary>
    public async Task<UserBuild> BuildAsync()
    {
        DeleteOutputs();
        Command build = await Command.RunAsync(Folder, "dotnet", "build", "-v", "quiet", "-nologo", "-clp:Summary");
        int warnings = build.Output.Split('\n')
            .Where(static line => line.Contains(": warning CS", StringComparison.Ordinal))
            .Distinct()
            .Count();
        var assembly = new FileInfo(Path.Combine(Folder, "bin/Debug/net10.0/Client.dll"));
        return new UserBuild(build.Time.TotalSeconds, build.CompilerPeak, warnings, assembly.Length);
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

    /// <summary>What a user writes; the packages are unpacked in the folder of the project, not among those of the user.</summary>
    private string PackageReference(string document, string packages)
    {
        const string runtime = "OgGen.Runtime.";
        string version = Directory.GetFiles(packages, runtime + "*.nupkg") is [var package]
            ? Path.GetFileNameWithoutExtension(package)[runtime.Length..]
            : throw new ArgumentException($"{packages} needs the packages of one version: OgGen and OgGen.Runtime.", nameof(packages));
        return $"""
              <PropertyGroup>
                <RestorePackagesPath>{Path.Combine(Folder, "packages")}</RestorePackagesPath>
                <RestoreAdditionalProjectSources>{packages}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="OgGen" Version="{version}" />
                <OpenApiSpec Include="{document}" Namespace="Measured" />
              </ItemGroup>
            """;
    }

    private static string Text(string reference) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <OgGenVisibleToGenerators>false</OgGenVisibleToGenerators>
          </PropertyGroup>
        {reference}
        </Project>
        """;

    private void DeleteOutputs()
    {
        foreach (string output in s_outputs.Select(name => Path.Combine(Folder, name)).Where(Directory.Exists))
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static double Seconds(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Total generator execution time: (\d+\.\d+)")]
    private static partial Regex TotalTime();

    /// <summary>The line of a generator; those of assemblies have a version behind the name.</summary>
    [GeneratedRegex(@"^ *(\d+\.\d+) +<?\d+ +([\w.]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex ReportedTime();
}
