using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Conformance.Corpus;
using OgGen.Generator;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Conformance.Generation;

/// <summary>What the generator and the compiler made of a document.</summary>
internal sealed class GeneratedClient
{
    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "refs"), "*.dll")
            .Select(static file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(ApiClient).Assembly.Location),
    ];

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private GeneratedClient(
        ImmutableArray<Diagnostic> reported, ImmutableArray<Diagnostic> compiled, bool hasSource, byte[]? assembly, string documentation)
    {
        Reported = reported;
        Compiled = compiled;
        HasSource = hasSource;
        Assembly = assembly;
        Documentation = documentation;
    }

    /// <summary>What the generator said of the document, and what the host said of the generator.</summary>
    public ImmutableArray<Diagnostic> Reported { get; }

    /// <summary>The compiler's errors and warnings.</summary>
    public ImmutableArray<Diagnostic> Compiled { get; }

    public bool HasSource { get; }

    /// <summary>The compiled client; null where there is none.</summary>
    public byte[]? Assembly { get; }

    /// <summary>The documentation comments as XML.</summary>
    public string Documentation { get; }

    public static GeneratedClient Generate(CorpusDocument document, CancellationToken cancellationToken = default)
        => Generate(
            [
                new Declared(document.Path, File.ReadAllText(document.Path)) { Namespace = "Generated" },
                .. document.References.Select(static file => new Declared(file, File.ReadAllText(file)) { Reference = "true" }),
            ],
            cancellationToken);

    public static GeneratedClient Generate(IReadOnlyList<Declared> files, CancellationToken cancellationToken = default)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Generated",
            [],
            s_references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()],
            files.Select(static file => new DeclaredText(file)),
            s_parseOptions,
            new DeclaredOptions(files, "Generated"));
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, cancellationToken);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        ImmutableArray<Diagnostic> reported = driver.GetRunResult().Diagnostics;
        if (result.GeneratedSources.Length == 0)
        {
            return new GeneratedClient(reported, [], hasSource: false, null, "");
        }

        using MemoryStream assembly = new();
        using MemoryStream documentation = new();
        var emitted = output.Emit(assembly, xmlDocumentationStream: documentation, cancellationToken: cancellationToken);
        return new GeneratedClient(
            reported,
            [.. emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)],
            hasSource: true,
            emitted.Success ? assembly.ToArray() : null,
            System.Text.Encoding.UTF8.GetString(documentation.GetBuffer(), 0, (int)documentation.Length));
    }
}
