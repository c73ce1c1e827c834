using Microsoft.CodeAnalysis.CSharp;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>
/// An edited document is a changed client in the next build, and in the builds of an editor; without an edit nothing is compiled.
/// </summary>
[TestClass]
public sealed class IncrementalTests
{
    private static string Project => Path.Combine(UsersBuild.Folder, "TwoDocuments");

    [TestMethod]
    public void Nothing_is_compiled_unless_a_document_changes_and_then_its_client_changes()
    {
        string compiled = Path.Combine(Project, "obj/Debug/net10.0/TwoDocuments.dll");
        string document = Path.Combine(Project, "library.json");
        DateTime before = File.GetLastWriteTimeUtc(compiled);

        Build("CoreCompile");
        Assert.AreEqual(before, File.GetLastWriteTimeUtc(compiled));

        File.WriteAllText(
            document,
            File.ReadAllText(document)
                .Replace(
                    "\"title\": { \"type\": \"string\" }",
                    "\"title\": { \"type\": \"string\" }, \"pages\": { \"type\": \"integer\" }",
                    StringComparison.Ordinal));
        Build(skipped: null);
        Assert.AreNotEqual(before, File.GetLastWriteTimeUtc(compiled));
        Assert.IsGreaterThan(0, File.ReadAllBytes(compiled).AsSpan().IndexOf("get_Pages"u8));
    }

    [TestMethod]
    public void The_build_of_an_editor_has_the_generator_the_documents_and_what_is_said_of_them()
    {
        DotNet run = DotNet.Run(
            Project,
            "msbuild",
            "-target:Compile",
            "-property:DesignTimeBuild=true;BuildingInsideVisualStudio=true;SkipCompilerExecution=true;ProvideCommandLineArgs=true",
            "-getItem:CscCommandLineArgs,UpToDateCheckInput").Succeeded();
        using var items = System.Text.Json.JsonDocument.Parse(run.Output);
        string[] arguments = Item("CscCommandLineArgs", "Identity");

        // As an editor reads them.
        CSharpCommandLineArguments read = CSharpCommandLineParser.Default.Parse(arguments, Project, sdkDirectory: null);
        Assert.Contains("library.json", read.AdditionalFiles.Select(static file => Path.GetFileName(file.Path)));
        Assert.Contains("opsgenie.yaml", read.AdditionalFiles.Select(static file => Path.GetFileName(file.Path)));
        Assert.Contains("OgGen.dll", read.AnalyzerReferences.Select(static reference => Path.GetFileName(reference.FilePath)));

        Assert.Contains("OgGen.live.globalconfig", read.AnalyzerConfigPaths.Select(static path => Path.GetFileName(path)));

        string said = string.Concat(
            read.AnalyzerConfigPaths
                .Where(static path => path.EndsWith(".GeneratedMSBuildEditorConfig.editorconfig", StringComparison.Ordinal))
                .Select(File.ReadAllText));
        Assert.Contains("build_metadata.AdditionalFiles.OgGenNamespace = Books", said);
        Assert.Contains("build_metadata.AdditionalFiles.OgGenNamespace = Opsgenie", said);

        // By these an IDE knows that a build is needed.
        Assert.Contains("library.json", Item("UpToDateCheckInput", "Identity").Select(static path => Path.GetFileName(path)));

        string[] Item(string name, string metadata)
            =>
            [
                .. items.RootElement.GetProperty("Items")
                    .GetProperty(name)
                    .EnumerateArray()
                    .Select(item => item.GetProperty(metadata).GetString()!),
            ];
    }

    private static void Build(string? skipped)
    {
        DotNet run = DotNet.Run(Project, "build", "--no-restore", "--verbosity", "normal", "-warnaserror").Succeeded();
        bool skips = run.Output.Contains(
            "Skipping target \"CoreCompile\" because all output files are up-to-date", StringComparison.Ordinal);
        Assert.AreEqual(skipped is not null, skips, run.Output);
    }
}
