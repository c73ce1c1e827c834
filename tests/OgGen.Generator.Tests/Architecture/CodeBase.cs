using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>Source files as one compilation: every name has its symbol, from which the rules of the architecture are computed.</summary>
internal sealed class CodeBase
{
    /// <summary>What the SDK imports into every file of a project.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Preview, DocumentationMode.Parse);

    /// <summary>The libraries that the generator is compiled against. The tests run on newer versions of the same ones.</summary>
    private static readonly MetadataReference[] s_libraries =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("OgGen", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Dictionary<SyntaxTree, SemanticModel> _models;

    private ILookup<ISymbol, SyntaxNode>? _references;

    private CodeBase(IReadOnlyDictionary<string, string> texts)
    {
        SyntaxTree usings = CSharpSyntaxTree.ParseText(ImplicitUsings, s_parseOptions);
        SyntaxTree[] trees = [.. texts.Select(static file => CSharpSyntaxTree.ParseText(file.Value, s_parseOptions, file.Key))];
        Compilation = CSharpCompilation.Create(
            "Rules",
            [usings, .. trees],
            s_libraries,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _models = trees.ToDictionary(static tree => tree, tree => Compilation.GetSemanticModel(tree));
        Files = [.. trees.Select(tree => new CodeFile(tree, _models[tree])).OrderBy(static file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The generator, with paths relative to its folder.</summary>
    public static CodeBase Generator { get; } = new(Resources.Folder("source/generator"));

    /// <summary>The program that holds generated clients to documents; the generator itself and some libraries are missing.</summary>
    public static CodeBase Conformance { get; } = new(Resources.Folder("source/conformance"));

    public CSharpCompilation Compilation { get; }

    /// <summary>By path, in ordinal order.</summary>
    public IReadOnlyList<CodeFile> Files { get; }

    /// <summary>The symbols of one of the files.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => _models[tree];

    /// <summary>The nodes that refer to a symbol.</summary>
    public IEnumerable<SyntaxNode> ReferencesTo(ISymbol symbol) => (_references ??= Files
        .SelectMany(static file => file.References)
        .ToLookup(static reference => reference.Symbol, static reference => reference.Node, SymbolEqualityComparer.Default))[symbol];

    /// <summary>A few files with planted code.</summary>
    public static CodeBase Of(params (string Path, string Text)[] files)
    {
        var code = new CodeBase(files.ToDictionary(static file => file.Path, static file => file.Text, StringComparer.Ordinal));
        AssertNone(code.Errors);
        return code;
    }

    /// <summary>A name with an error has no symbol, so that no rule sees it.</summary>
    public IReadOnlyList<string> Errors
        =>
        [
            .. Compilation.GetDiagnostics()
                .Where(static one => one.Severity == DiagnosticSeverity.Error)
                .Select(static one => one.ToString()),
        ];

    /// <summary>Fails with the violations of a rule, if there are any.</summary>
    public static void AssertNone(IReadOnlyList<string> violations) => Assert.IsEmpty(violations, string.Join("\n", violations));
}

/// <summary>A source file with the meaning of its names.</summary>
internal sealed class CodeFile(SyntaxTree tree, SemanticModel model)
{
    private IReadOnlyList<SymbolReference>? _references;

    public SyntaxTree Tree => tree;

    public SemanticModel Model => model;

    /// <summary>The path in the project, with slashes.</summary>
    public string Path => tree.FilePath;

    /// <summary>The first folder of the path; empty for a file at the top.</summary>
    public string Folder => FolderOf(Path);

    public IEnumerable<SyntaxNode> Nodes => tree.GetRoot().DescendantNodes();

    /// <summary>The symbols that the file refers to, in the order of the text; documentation comments do not count.</summary>
    public IReadOnlyList<SymbolReference> References => _references ??= SymbolReference.FindAll(this);

    /// <summary>The types that the file declares or declares a part of, nested ones included.</summary>
    public IEnumerable<INamedTypeSymbol> DeclaredTypes
        => Nodes.OfType<BaseTypeDeclarationSyntax>().Select(type => (INamedTypeSymbol)model.GetDeclaredSymbol(type)!);

    public static string FolderOf(string path)
        => path.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? path[..slash] : "";

    /// <summary>The path and the number of the line at which a node begins.</summary>
    public string LocationOf(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
