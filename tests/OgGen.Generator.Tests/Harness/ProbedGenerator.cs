using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Generator.Tests.Harness;

/// <summary>
/// The generator, compiled once more from its sources with a call before each check of a cancellation token: so a test can cancel at
/// exactly one of them, and the generator itself knows nothing of that.
/// </summary>
internal sealed class ProbedGenerator
{
    private const string Probe = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading;
        public static class Probe
        {
            public static Action<string>? Reached;

            public static void Check(string place, CancellationToken token)
            {
                Reached?.Invoke(place);
                token.ThrowIfCancellationRequested();
            }
        }
        """;

    private readonly FieldInfo _reached;

    private ProbedGenerator(Assembly assembly, IReadOnlyList<string> places)
    {
        _reached = assembly.GetType("Probe")!.GetField("Reached")!;
        Generator = (IIncrementalGenerator)Activator.CreateInstance(assembly.GetType(typeof(OpenApiClientGenerator).FullName!)!)!;
        Places = places;
    }

    public IIncrementalGenerator Generator { get; }

    /// <summary>Where the sources check a token: file and number of the check in it.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Is called before each check, with its place.</summary>
    public Action<string>? Reached
    {
        set => _reached.SetValue(null, value);
    }

    public static ProbedGenerator Compile()
    {
        var rewriter = new Rewriter();
        CSharpParseOptions options = new(LanguageVersion.Latest);
        SyntaxTree[] trees =
        [
            CSharpSyntaxTree.ParseText(Probe, options),
            .. Resources.Folder("source/generator")
                .Select(file => CSharpSyntaxTree.Create(
                    (CSharpSyntaxNode)rewriter.Rewrite(file.Key, CSharpSyntaxTree.ParseText(file.Value, options)), options)),
        ];
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("OgGen", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "OgGen.Probed",
            trees,
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.IsTrue(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return new ProbedGenerator(Assembly.Load(image.ToArray()), rewriter.Places);
    }

    private sealed class Rewriter : CSharpSyntaxRewriter
    {
        private string _file = "";

        public List<string> Places { get; } = [];

        public SyntaxNode Rewrite(string file, SyntaxTree tree)
        {
            _file = file;
            return Visit(tree.GetRoot());
        }

        public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
        {
            if (node.Expression is not MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(
                CancellationToken.ThrowIfCancellationRequested) } access)
            {
                return base.VisitInvocationExpression(node);
            }

            string place = $"{_file} #{Places.Count(place => place.StartsWith(_file + " #", StringComparison.Ordinal)) + 1}";
            Places.Add(place);
            return SyntaxFactory.ParseExpression(
                $"global::Probe.Check({SymbolDisplay.FormatLiteral(place, quote: true)}, {access.Expression})");
        }
    }
}
