using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator;

namespace OgGen.Benchmarks;

/// <summary>An editor: each edit gives the next driver and a compilation with the generated files.</summary>
internal sealed class Typing
{
    private readonly CSharpCompilation[] _versions;
    private GeneratorDriver _driver;
    private int _edits;

    public Typing(
        IIncrementalGenerator generator, AdditionalText document, string visible = "false", IEnumerable<ISourceGenerator>? others = null)
    {
        CSharpCompilation first = Host.Compilation("class C { void M() { int i = 0; } }");
        SyntaxTree tree = first.SyntaxTrees[0];
        _versions = [first, first.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText("class C { void M() { int i = 1; } }"))];
        _driver = Host.Driver(generator, document, visible, others, isEditor: true).RunGenerators(first);
        Files = [.. _driver.GetRunResult().Results[0].GeneratedSources];
    }

    public ImmutableArray<GeneratedSourceResult> Files { get; }

    /// <summary>An editor with the generator, and one with an empty generator that adds the same files.</summary>
    public static (Typing Generator, Typing Empty) Both(string path)
    {
        Host.Document document = Host.Document.Read(path);
        var generator = new Typing(new OpenApiClientGenerator(), document);
        var empty = new Typing(new SameFiles(generator.Files), document);
        return generator.Files.IsEmpty || generator.Files.Length != empty.Files.Length
            ? throw new InvalidOperationException($"{generator.Files.Length} files against {empty.Files.Length}")
            : (generator, empty);
    }

    public Compilation Type()
    {
        // A compilation that nothing was asked of before, as after each keystroke.
        CSharpCompilation edited = _versions[_edits++ % 2].Clone();
        _driver = _driver.RunGeneratorsAndUpdateCompilation(edited, out Compilation output, out _);
        return output;
    }
}

/// <summary>Adds given files and asks for nothing.</summary>
internal sealed class SameFiles(IReadOnlyList<GeneratedSourceResult> files) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<(string Hint, SourceText Text)> all = context.AdditionalTextsProvider
            .SelectMany((_, _) => files.Select(static file => (file.HintName, file.SourceText)));
        context.RegisterSourceOutput(all, static (context, file) => context.AddSource(file.Hint, file.Text));
    }
}
