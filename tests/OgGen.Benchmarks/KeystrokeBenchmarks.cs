using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator;

namespace OgGen.Benchmarks;

/// <summary>An edit of C# in a project with a document: what the compiler itself needs for as many generated files is the baseline.</summary>
[InProcess]
[MemoryDiagnoser]
[MedianColumn]
[MinColumn]
public class KeystrokeBenchmarks
{
    private Typing _generator = null!;
    private Typing _empty = null!;

    public static IEnumerable<string> Names => Documents.All;

    [ParamsSource(nameof(Names))]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void Open()
    {
        Host.Document document = Host.Document.Read(Documents.PathOf(Document));
        _generator = new Typing(new OpenApiClientGenerator(), document);
        _empty = new Typing(new SameFiles(_generator.Files), document);
        if (_generator.Files.IsEmpty || _generator.Files.Length != _empty.Files.Length)
        {
            throw new InvalidOperationException($"{_generator.Files.Length} files against {_empty.Files.Length}");
        }
    }

    [Benchmark(Baseline = true)]
    public Compilation EmptyGenerator() => _empty.Type();

    [Benchmark]
    public Compilation Generator() => _generator.Type();

    /// <summary>An editor: each edit gives the next driver and a compilation with the generated files.</summary>
    private sealed class Typing
    {
        private readonly CSharpCompilation[] _versions;
        private GeneratorDriver _driver;
        private int _edits;

        public Typing(IIncrementalGenerator generator, AdditionalText document)
        {
            CSharpCompilation first = Host.Compilation("class C { void M() { int i = 0; } }");
            SyntaxTree tree = first.SyntaxTrees[0];
            _versions = [first, first.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText("class C { void M() { int i = 1; } }"))];
            _driver = Host.Driver(generator, document).RunGenerators(first);
            Files = [.. _driver.GetRunResult().Results.Single().GeneratedSources];
        }

        public System.Collections.Immutable.ImmutableArray<GeneratedSourceResult> Files { get; }

        public Compilation Type()
        {
            // A compilation that nothing was asked of before, as after each keystroke.
            CSharpCompilation edited = _versions[_edits++ % 2].Clone();
            _driver = _driver.RunGeneratorsAndUpdateCompilation(edited, out Compilation output, out _);
            return output;
        }
    }

    /// <summary>Adds given files and asks for nothing.</summary>
    private sealed class SameFiles(IReadOnlyList<GeneratedSourceResult> files) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            IncrementalValuesProvider<(string Hint, SourceText Text)> all = context.AdditionalTextsProvider
                .SelectMany((_, _) => files.Select(static file => (file.HintName, file.SourceText)));
            context.RegisterSourceOutput(all, static (context, file) => context.AddSource(file.Hint, file.Text));
        }
    }
}
