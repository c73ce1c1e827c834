using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace OgGen.Benchmarks;

/// <summary>A project with one document, as a compiler or an editor holds it.</summary>
internal static class Host
{
    private static readonly MetadataReference[] s_references = [..
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(ApiClient).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path))];

    public static CSharpCompilation Compilation(string code)
        => CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText(code)],
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <param name="generator">The generator.</param>
    /// <param name="document">The document that it reads.</param>
    /// <param name="visible">Whether other generators see its files, as the project says it.</param>
    /// <param name="others">The other generators.</param>
    /// <param name="isEditor">Whether the project is open in an editor, where the analyzer reports what is wrong in documents.</param>
    public static GeneratorDriver Driver(
        IIncrementalGenerator generator,
        AdditionalText document,
        string visible = "false",
        IEnumerable<ISourceGenerator>? others = null,
        bool isEditor = false,
        DocumentationMode documentation = DocumentationMode.Parse)
        => CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator(), .. others ?? []],
            [document],
            CSharpParseOptions.Default.WithDocumentationMode(documentation),
            new Options(visible, isEditor));

    /// <summary>A file of the project.</summary>
    public sealed class Document(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public static Document Read(string path) => new(path, SourceText.From(File.ReadAllText(path), Encoding.UTF8));

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Options(string visible, bool isEditor) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new Dictionary<string, string>
        {
            ["build_property.OgGenVisibleToGenerators"] = visible,
            ["oggen_live"] = isEditor ? "true" : "false",
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new Dictionary<string, string>
        {
            ["build_metadata.AdditionalFiles.OgGenSpec"] = "true",
            ["build_metadata.AdditionalFiles.OgGenNamespace"] = "Measured",
        });

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
