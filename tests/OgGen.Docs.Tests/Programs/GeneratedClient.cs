using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Docs.Tests.Programs;

/// <summary>The client of a document, compiled once for all sections that use it.</summary>
internal sealed class GeneratedClient
{
    private static readonly ConcurrentDictionary<string, GeneratedClient> s_clients = new(StringComparer.Ordinal);

    private GeneratedClient(MetadataReference reference, Assembly assembly)
    {
        Reference = reference;
        Assembly = assembly;
    }

    /// <summary>What a program of a user refers to: the framework, the runtime, and what the tests have besides.</summary>
    public static ImmutableArray<MetadataReference> Surroundings { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static file => Path.GetFileName(file) != "OgGen.dll")
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ];

    public MetadataReference Reference { get; }

    public Assembly Assembly { get; }

    /// <summary>Generates and compiles.</summary>
    /// <exception cref="AssertFailedException">Something was reported, by the generator or by the compiler.</exception>
    public static GeneratedClient Of(string document) => s_clients.GetOrAdd(document, Generate);

    private static GeneratedClient Generate(string document)
    {
        Declared declared = Declared.Of(document) with { Namespace = "Bookshop" };
        CSharpCompilation project = CSharpCompilation.Create(
            "Client" + Guid.NewGuid().ToString("N"), [], Surroundings,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create(
                [new OpenApiClientGenerator().AsSourceGenerator()],
                [new DeclaredText(declared)],
                CompiledPage.ParseOptions,
                new DeclaredOptions([declared], "Bookshop"))
            .RunGeneratorsAndUpdateCompilation(project, out Compilation generated, out ImmutableArray<Diagnostic> reported);
        using MemoryStream assembly = new();
        string[] problems =
        [
            .. reported.Concat(generated.Emit(assembly).Diagnostics)
                .Where(static problem => problem.Severity >= DiagnosticSeverity.Warning)
                .Select(static problem => problem.ToString()),
        ];
        Assert.IsEmpty(problems, $"{string.Join('\n', problems)}\n\n{document}");

        assembly.Position = 0;
        return new GeneratedClient(
            MetadataReference.CreateFromImage(assembly.ToArray()), AssemblyLoadContext.Default.LoadFromStream(assembly));
    }
}
