using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator;

// OgGen.Host OUTPUT RUNTIME (PATH NAMESPACE)…: writes what the generator makes of each document. Prints Roslyn's version, then any warnings
// and errors.
string output = args[0];
Document[] documents = [.. args.Skip(2).Chunk(2).Select(static pair => new Document(pair[0], pair[1]))];
var compilation = CSharpCompilation.Create(
    "Consumer",
    references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Append(args[1])
        .Select(static path => MetadataReference.CreateFromFile(path)));
GeneratorDriverRunResult result = CSharpGeneratorDriver
    .Create([new OpenApiClientGenerator().AsSourceGenerator()], documents, optionsProvider: new Options())
    .RunGenerators(compilation)
    .GetRunResult();

foreach (GeneratedSourceResult file in result.Results.Single().GeneratedSources)
{
    File.WriteAllText(Path.Combine(output, file.HintName), file.SourceText.ToString());
}

Console.WriteLine(typeof(CSharpCompilation).Assembly.GetName().Version);
foreach (Diagnostic diagnostic in result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning))
{
    Console.WriteLine(diagnostic);
}

internal sealed class Document(string path, string @namespace) : AdditionalText
{
    public string Namespace => @namespace;

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default)
        => SourceText.From(File.ReadAllText(path), Encoding.UTF8);
}

internal sealed class Options : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new Dictionary<string, string>
    {
        ["build_metadata.AdditionalFiles.OgGenSpec"] = "true",
        ["build_metadata.AdditionalFiles.OgGenNamespace"] = ((Document)textFile).Namespace,
    });

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
