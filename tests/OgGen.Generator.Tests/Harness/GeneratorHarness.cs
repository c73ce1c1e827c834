using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OgGen.Generator.Tests.Harness;

/// <summary>Documents in, generated files and diagnostics out: the generator as a compiler runs it.</summary>
internal static class GeneratorHarness
{
    private static readonly MetadataReference[] s_framework = Framework();
    private static readonly MetadataReference s_runtime = MetadataReference.CreateFromFile(typeof(ApiClient).Assembly.Location);

    /// <summary>A compilation such as a user's, before anything is generated.</summary>
    public static CSharpCompilation Compilation(
        string source = "",
        NullableContextOptions nullable = NullableContextOptions.Enable,
        LanguageVersion version = LanguageVersion.Latest,
        MetadataReference? runtime = null,
        bool hasRuntime = true)
        => CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText(source, ParseOptions(version), "/project/Program.cs")],
            hasRuntime ? [.. s_framework, runtime ?? s_runtime] : s_framework,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                warningLevel: 9999,
                nullableContextOptions: nullable));

    /// <summary>A driver that has not run yet, with the tracking of steps on.</summary>
    public static GeneratorDriver Driver(
        IReadOnlyList<Declared> documents, LanguageVersion version = LanguageVersion.Latest, string rootNamespace = "Consumer")
        => Driver([.. documents.Select(static document => new DeclaredText(document))], version, rootNamespace);

    public static GeneratorDriver Driver(
        IReadOnlyList<DeclaredText> files,
        LanguageVersion version = LanguageVersion.Latest,
        string rootNamespace = "Consumer",
        IIncrementalGenerator? generator = null,
        string visible = "",
        IIncrementalGenerator? other = null)
        => CSharpGeneratorDriver.Create(
            new[] { generator ?? new OpenApiClientGenerator(), other }
                .OfType<IIncrementalGenerator>().Select(GeneratorExtensions.AsSourceGenerator),
            files,
            ParseOptions(version),
            Options(files.Select(static file => file.Document), rootNamespace, visible: visible),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What MSBuild says of documents; in the builds of an editor, <paramref name="live"/> is what the package adds.</summary>
    public static DeclaredOptions Options(
        IEnumerable<Declared> documents, string rootNamespace = "Consumer", string? live = null, string visible = "")
        => new(documents, rootNamespace, live, visible);

    public static GeneratorRun Run(params IReadOnlyList<Declared> documents) => new(Driver(documents).RunGenerators(Compilation()));

    private static CSharpParseOptions ParseOptions(LanguageVersion version) => new(version, DocumentationMode.Diagnose);

    /// <summary>The framework that the tests run on; a consumer's reference assemblies have the same public surface.</summary>
    private static MetadataReference[] Framework()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == folder)
            .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToArray();
    }
}

/// <summary>What came of one run.</summary>
internal sealed class GeneratorRun(GeneratorDriver driver)
{
    public GeneratorDriver Driver => driver;

    public GeneratorRunResult Result { get; } = driver.GetRunResult().Results[0];

    /// <summary>What a build shows: warnings and errors.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = Reported(driver, static severity => severity >= DiagnosticSeverity.Warning);

    /// <summary>What an editor shows besides.</summary>
    public IReadOnlyList<Diagnostic> Infos { get; } = Reported(driver, static severity => severity < DiagnosticSeverity.Warning);

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = driver.GetRunResult().Results[0].GeneratedSources
        .ToDictionary(static file => file.HintName, static file => file.SourceText.ToString(), StringComparer.Ordinal);

    private static Diagnostic[] Reported(GeneratorDriver driver, Func<DiagnosticSeverity, bool> isWanted)
        => [.. driver.GetRunResult().Results[0].Diagnostics.Where(diagnostic => isWanted(diagnostic.Severity))];

    public bool HasType(string name)
        => Files.Values.Any(text => System.Text.RegularExpressions.Regex.IsMatch(text, $@" (class|struct) {name}\b"));
}
