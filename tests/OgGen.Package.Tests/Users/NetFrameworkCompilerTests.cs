using System.Runtime.Versioning;
using System.Text;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>
/// The compiler on .NET Framework, as Visual Studio 2022 with an older SDK starts it: the same client from the second set of files. It runs
/// on Mono here; where Mono is absent, that is all that the tests say.
/// </summary>
[TestClass]
public sealed class NetFrameworkCompilerTests
{
    private const string Mono = "/usr/bin/mono";

    /// <summary>Gets or sets where a test writes.</summary>
    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Both_compilers_make_the_same_files_of_the_same_documents()
    {
        if (!HasMono())
        {
            return;
        }

        string folder = Project("netframework");
        DotNet.Run(folder, "build", "--verbosity", "quiet", "-p:Kind=core").Succeeded();

        DotNet.Run(folder, [.. UnderMono(folder, "framework"), "-p:OgGenNetFrameworkCompiler=true"]).Succeeded();

        Dictionary<string, string> core = Generated(folder, "core");
        Dictionary<string, string> framework = Generated(folder, "framework");
        Assert.IsGreaterThan(75, core.Count);
        CollectionAssert.AreEquivalent(core.Keys, framework.Keys);
        foreach ((string name, string text) in core)
        {
            Assert.AreEqual(text, framework[name], name);
        }
    }

    [TestMethod]
    public void The_second_set_has_the_analyzer_too()
    {
        if (!HasMono())
        {
            return;
        }

        string folder = Project("netframework-editor");
        string document = Path.Combine(folder, "library.json");
        const string title = "\"title\": { \"type\": \"string\"";
        File.WriteAllText(document, File.ReadAllText(document).Replace(title, title + ", \"default\": 5", StringComparison.Ordinal));

        // The SDK makes no folder for generated files in the builds of an editor.
        string[] editor =
        [
            .. UnderMono(folder, "framework"),
            "-p:OgGenNetFrameworkCompiler=true",
            "-p:DesignTimeBuild=true",
            "-p:TreatWarningsAsErrors=false",
            "-p:EmitCompilerGeneratedFiles=false",
        ];

        Assert.Contains(": warning OGG014: ", DotNet.Run(folder, editor).Succeeded().Output);
        Assert.DoesNotContain(": warning OGG014: ", DotNet.Run(folder, [.. editor, "-p:RunAnalyzersDuringBuild=false"]).Succeeded().Output);
    }

    [TestMethod]
    public void The_first_set_is_not_for_that_compiler()
    {
        if (!HasMono())
        {
            return;
        }

        string folder = Project("netframework-first");

        DotNet run = DotNet.Run(folder, [.. UnderMono(folder, "framework"), "-p:OgGenNetFrameworkCompiler=false"]);

        Assert.AreNotEqual(0, run.ExitCode);
        Assert.Contains("CS8785", run.Output);
    }

    [TestMethod]
    [DataRow("Full", "", "", true)]
    [DataRow("Full", "Framework", "", true)]
    [DataRow("Full", "FrameworkPackage", "", true)]
    [DataRow("Full", "Core", "", false)]
    [DataRow("Full", "Custom", "", false)]
    [DataRow("Full", "Core", "true", true)]
    [DataRow("Full", "Framework", "false", false)]
    [DataRow("Core", "", "", false)]
    [DataRow("Core", "Core", "", false)]
    [DataRow("Core", "Core", "true", true)]
    public void The_set_follows_the_compiler_that_MSBuild_starts(string runtime, string compiler, string chosen, bool isSecond)
    {
        // MSBuild does not let anybody say what it runs on, so the targets ask for another property here.
        PackageFile package = PackedFeed.Shared.Package("OgGen");
        string folder = Path.Combine(Workplace.Temporary, $"choice {runtime} {compiler} {chosen}");
        string[] second = [.. package.Entries.Where(static entry => entry.StartsWith("tools/netframework/", StringComparison.Ordinal))];
        foreach (string entry in second)
        {
            Folders.Write(folder, entry, "");
        }

        string targets = Encoding.UTF8.GetString(package.Read("build/OgGen.targets"));
        Assert.Contains("$(MSBuildRuntimeType)", targets);
        Folders.Write(folder, "build/OgGen.targets", targets.Replace("$(MSBuildRuntimeType)", "$(Runtime)", StringComparison.Ordinal));
        Folders.Write(folder, "choice.proj", """
            <Project>
              <ItemGroup>
                <Analyzer Include="first/OgGen.dll" NuGetPackageId="OgGen" />
                <Analyzer Include="other/Other.dll" NuGetPackageId="Other" />
              </ItemGroup>
              <Import Project="build/OgGen.targets" />
              <Target Name="Show" DependsOnTargets="OgGenChooseCompilerSet">
                <Message Importance="high" Text="%(Analyzer.Filename)" />
              </Target>
            </Project>
            """);

        DotNet run = DotNet.Run(
            folder,
            "msbuild",
            "choice.proj",
            "-t:Show",
            "-nologo",
            $"-p:Runtime={runtime}",
            $"-p:RoslynCompilerType={compiler}",
            $"-p:OgGenNetFrameworkCompiler={chosen}").Succeeded();

        string[] expected = isSecond
            ? [.. second.Select(static entry => Path.GetFileNameWithoutExtension(entry)), "Other"]
            : ["OgGen", "Other"];
        CollectionAssert.AreEquivalent(
            expected, run.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    [UnsupportedOSPlatformGuard("windows")]
    private bool HasMono()
    {
        bool exists = !OperatingSystem.IsWindows() && File.Exists(Mono);
        if (!exists)
        {
            TestContext.WriteLine($"skipped: {Mono} is not here");
        }

        return exists;
    }

    /// <summary>A user's project in C# 12 with a document in JSON and one in YAML.</summary>
    private static string Project(string name)
    {
        string folder = Workplace.Create(name);
        File.Copy(
            Path.Combine(Repository.Root, "tests/OgGen.Package.Tests/Projects/TwoDocuments/library.json"),
            Path.Combine(folder, "library.json"));
        Folders.Write(folder, "User.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>12</LangVersion>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>generated/$(Kind)</CompilerGeneratedFilesOutputPath>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="OgGen" Version="{PackedFeed.Version}" />
                <OpenApiSpec Include="library.json" Namespace="Library" />
                <OpenApiSpec Include="$(OgGenOpsgenieSpec)" Namespace="Opsgenie" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }

    /// <summary>A build whose compiler is the one on .NET Framework, run by Mono.</summary>
    [UnsupportedOSPlatform("windows")]
    private static string[] UnderMono(string folder, string kind)
    {
        string compiler = Path.Combine(Repository.PackageCache, "microsoft.net.compilers.toolset/4.14.0/tasks/net472/csc.exe");
        Assert.IsTrue(File.Exists(compiler), compiler);
        string script = Path.Combine(folder, "csc.sh");
        File.WriteAllText(script, $"#!/bin/sh\nexec {Mono} \"{compiler}\" \"$@\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return
        [
            "build", "--verbosity", "quiet", "--no-incremental", $"-p:Kind={kind}", $"-p:CscToolPath={folder}", "-p:CscToolExe=csc.sh",
            "-p:UseSharedCompilation=false",
        ];
    }

    private static Dictionary<string, string> Generated(string folder, string kind)
    {
        string root = Path.Combine(folder, "generated", kind);
        return Directory.EnumerateFiles(root, "*.g.cs", SearchOption.AllDirectories)
            .Where(static file => file.Contains("OpenApiClientGenerator", StringComparison.Ordinal))
            .ToDictionary(static file => Path.GetFileName(file), File.ReadAllText);
    }
}
