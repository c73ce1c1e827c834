using System.Text;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>The set with machine code: what builds load that start a compiler for themselves.</summary>
[TestClass]
public sealed class PrecompiledTests
{
    private const string Methods = "methods.txt";

    private static readonly string[] s_ofTheHost =
        ["MSBuildRuntimeType", "BundledNETCoreAppTargetFrameworkVersion", "NETCoreSdkPortableRuntimeIdentifier"];

    [TestMethod]
    public void A_build_compiles_no_generator_before_it_runs_it()
    {
        string folder = Project("precompiled");

        Build(folder, "precompiled");
        string[] precompiled = Compiled(folder);
        Build(folder, "plain", "-p:OgGenPrecompiled=false");
        string[] plain = Compiled(folder);

        // Some methods have no machine code: those that are made at run time.
        Assert.IsGreaterThan(2000, plain.Length);
        Assert.IsLessThan(plain.Length / 20, precompiled.Length, string.Join('\n', precompiled));
        string root = Path.Combine(folder, "generated/plain");
        string[] files = Directory.GetFiles(root, "*.g.cs", SearchOption.AllDirectories);
        Assert.IsGreaterThan(75, files.Length);
        foreach (string file in files)
        {
            string other = Path.Combine(folder, "generated/precompiled", Path.GetRelativePath(root, file));
            Assert.AreEqual(File.ReadAllText(file), File.ReadAllText(other), file);
        }
    }

    [TestMethod]
    [DataRow("Core", "10.0", "", "linux-x64", "", "", true)]
    [DataRow("Core", "11.0", "", "win-x64", "", "", true)]
    [DataRow("Core", "10.0", "false", "osx-arm64", "", "", true)]
    [DataRow("Core", "9.0", "", "linux-x64", "", "", false)]
    [DataRow("Core", "10.0", "true", "linux-x64", "", "", false)]
    [DataRow("Full", "10.0", "", "win-x64", "", "", false)]
    [DataRow("Core", "10.0", "", "linux-musl-x64", "", "", false)]
    [DataRow("Core", "10.0", "", "", "", "", false)]
    [DataRow("Core", "10.0", "", "linux-x64", "false", "", false)]
    [DataRow("Core", "9.0", "", "linux-x64", "true", "", true)]
    [DataRow("Core", "10.0", "", "linux-x64", "", "OgGen.Other", false)]
    public void The_set_is_for_builds_by_a_runtime_that_has_use_for_it(
        string runtime, string sdk, string isEditor, string identifier, string chosen, string package, bool isPrecompiled)
    {
        // MSBuild and the SDK do not let anybody say what they run on, so the targets ask for other properties here.
        string folder = Path.Combine(Workplace.Temporary, $"precompiled {runtime} {sdk} {isEditor} {identifier} {chosen} {package}");
        foreach (string entry in PackedFeed.Shared.Package("OgGen")
            .Entries.Where(static entry => entry.StartsWith("tools/precompiled/", StringComparison.Ordinal)))
        {
            Folders.Write(folder, entry, "");
        }

        var targets = new StringBuilder(Encoding.UTF8.GetString(PackedFeed.Shared.Package("OgGen").Read("build/OgGen.targets")));
        foreach (string name in s_ofTheHost)
        {
            Assert.Contains($"$({name})", targets.ToString());
            targets.Replace($"$({name})", $"$(My{name})");
        }

        Folders.Write(folder, "build/OgGen.targets", targets.ToString());
        Folders.Write(folder, "choice.proj", $"""
            <Project>
              <ItemGroup>
                <Analyzer Include="first/OgGen.dll" NuGetPackageId="{(package.Length == 0 ? "OgGen" : package)}" />
              </ItemGroup>
              <Import Project="build/OgGen.targets" />
              <Target Name="Show" DependsOnTargets="OgGenChooseCompilerSet">
                <Message Importance="high" Text="@(Analyzer->'%(Identity)', '%0A')" />
              </Target>
            </Project>
            """);

        DotNet run = DotNet.Run(
            folder,
            "msbuild",
            "choice.proj",
            "-t:Show",
            "-nologo",
            $"-p:MyMSBuildRuntimeType={runtime}",
            "-p:RoslynCompilerType=Core",
            $"-p:MyBundledNETCoreAppTargetFrameworkVersion={sdk}",
            $"-p:MyNETCoreSdkPortableRuntimeIdentifier={identifier}",
            $"-p:DesignTimeBuild={isEditor}",
            $"-p:OgGenPrecompiled={chosen}").Succeeded();

        string[] expected = isPrecompiled
            ? [.. new[] { "Microsoft.OpenApi", "OgGen", "YamlDotNet" }.Select(name => $"precompiled/{identifier}/{name}.dll")]
            : ["first/OgGen.dll"];
        CollectionAssert.AreEquivalent(
            expected,
            run.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(static path => path.Split("/tools/")[^1])
                .ToArray());
    }

    private static string Project(string name)
    {
        string folder = Workplace.Create(name);
        Folders.Write(folder, "User.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <CompilerGeneratedFilesOutputPath>generated/$(Kind)</CompilerGeneratedFilesOutputPath>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="OgGen" Version="{PackedFeed.Version}" />
              </ItemGroup>
            </Project>
            """);
        return folder;
    }

    private static void Build(string folder, string kind, params string[] arguments)
    {
        File.Delete(Path.Combine(folder, Methods));
        DotNet.Run(
            folder,
            new() { ["DOTNET_JitStdOutFile"] = Path.Combine(folder, Methods), ["DOTNET_JitDisasmSummary"] = "1" },
            [
                "build", "--verbosity", "quiet", "--no-incremental", "-p:UseSharedCompilation=false", $"-p:Kind={kind}", .. arguments,
            ]).Succeeded();
    }

    /// <summary>The methods of the generator that the runtime compiled, of all that it wrote down.</summary>
    private static string[] Compiled(string folder)
        =>
        [
            .. File.ReadLines(Path.Combine(folder, Methods))
                .Where(static line => line.Contains("compiled OgGen.", StringComparison.Ordinal)),
        ];
}
