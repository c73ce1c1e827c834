using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>A <c>.globalconfig</c> sets the severity of a diagnostic, as docs/diagnostics.md says.</summary>
[TestClass]
public sealed class SeverityTests
{
    private static readonly Declared s_document = Declared.Of("""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths: {}
        components: { schemas: { A: { type: string, default: 5, example: 6 } } }
        """);

    [TestMethod]
    [DataRow("", "warning OGG014, info OGG015")]
    [DataRow("dotnet_diagnostic.OGG014.severity = error\ndotnet_diagnostic.OGG015.severity = warning", "error OGG014, warning OGG015")]
    [DataRow("dotnet_diagnostic.OGG014.severity = suggestion", "info OGG014, info OGG015")]
    [DataRow("dotnet_diagnostic.OGG014.severity = none\ndotnet_diagnostic.OGG015.severity = none", "")]
    public void A_globalconfig_sets_the_severity(string settings, string expected)
    {
        AnalyzerConfigSet config = AnalyzerConfigSet.Create(
            ImmutableArray.Create(AnalyzerConfig.Parse(SourceText.From("is_global = true\n" + settings), "/project/.globalconfig")));
        CSharpCompilation compilation = GeneratorHarness.Compilation();
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Options(config)));

        // As the compiler does: what a generator reports goes through the options of the compilation.
        GeneratorHarness.Driver([s_document])
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out ImmutableArray<Diagnostic> diagnostics);

        Assert.AreEqual(
            expected,
            string.Join(
                ", ", diagnostics.Select(static diagnostic => $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}")));
    }

    private sealed class Options(AnalyzerConfigSet config) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => config.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => config.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
