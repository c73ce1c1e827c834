using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OgGen.Docs.Tests.Programs;

/// <summary>The program of a section, compiled as a project of a user is.</summary>
internal static class CompiledPage
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    /// <summary>Compiles a program.</summary>
    /// <param name="document">The OpenAPI document whose client it uses, or none.</param>
    /// <param name="program">The program.</param>
    /// <param name="given">Declarations of what a page speaks of and no block declares, by name.</param>
    /// <exception cref="AssertFailedException">Something was reported, by the generator or by the compiler.</exception>
    public static Assembly Compile(string? document, PageProgram program, IReadOnlyDictionary<string, string> given)
    {
        CSharpCompilation project = CSharpCompilation.Create(
            "Page" + Guid.NewGuid().ToString("N"),
            [],
            document is null ? GeneratedClient.Surroundings : [.. GeneratedClient.Surroundings, GeneratedClient.Of(document).Reference],
            new CSharpCompilationOptions(
                program.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));

        IEnumerable<string> declarations = Undeclared(project, program.TextWith("")).Select(given.GetValueOrDefault).OfType<string>();
        string text = program.TextWith(string.Join('\n', declarations));
        using MemoryStream assembly = new();
        ImmutableArray<Diagnostic> problems =
        [
            .. project.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, ParseOptions)).Emit(assembly).Diagnostics
                .Where(static problem => problem.Severity >= DiagnosticSeverity.Warning),
        ];
        Assert.IsEmpty(problems, $"{string.Join('\n', problems)}\n\n{text}");

        assembly.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(assembly);
    }

    /// <summary>The names that the compiler does not find.</summary>
    private static IEnumerable<string> Undeclared(CSharpCompilation project, string text)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, ParseOptions);
        return project.AddSyntaxTrees(tree).GetSemanticModel(tree).GetDiagnostics()
            .Where(static problem => problem.Id == "CS0103")
            .Select(problem => tree.GetText().ToString(problem.Location.SourceSpan))
            .Distinct();
    }
}
