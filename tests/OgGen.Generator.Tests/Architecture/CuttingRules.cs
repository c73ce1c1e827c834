using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>
/// The printer writes strings and takes none apart: what it would look for in a name or in printed code is data that the model lacks.
/// </summary>
internal static class CuttingRules
{
    private const string Printer = "Source";

    /// <summary>
    /// Where the prose of a document becomes C#: literals, and comments, whose paragraphs and lines are told apart. Neither sees code.
    /// </summary>
    private static readonly string[] s_encoders =
    [
        "Source/CSharpText.cs", "Source/CodeWriter.cs", "Source/HtmlTag.cs", "Source/MarkdownBlocks.cs", "Source/MarkdownInlines.cs",
        "Source/MarkdownLine.cs",
        "Source/MarkdownScan.cs", "Source/MarkdownTable.cs",
    ];

    private static readonly string[] s_cutters =
        ["Substring", "Split", "Trim", "TrimStart", "TrimEnd", "Remove", "Replace", "AsSpan", "AsMemory", "EnumerateRunes", "ToCharArray"];

    /// <summary>The uses of a method, or of a range, that takes a string apart.</summary>
    public static IReadOnlyList<string> Cuts(CodeBase code)
        =>
        [
            .. from file in code.Files
               where file.Folder == Printer && !s_encoders.Contains(file.Path)
               from cut in Methods(file).Concat(Ranges(file))
               orderby file.Path, cut.Node.SpanStart
               select $"{file.LocationOf(cut.Node)} takes a string apart by {cut.Member}",
        ];

    private static IEnumerable<(SyntaxNode Node, string Member)> Methods(CodeFile file)
        => file.References
            .Where(static reference => reference.Node is SimpleNameSyntax
                && reference.Symbol is IMethodSymbol method
                && s_cutters.Contains(method.Name)
                && TakesString(method))
            .Select(static reference => (reference.Node, reference.Symbol.Name));

    /// <summary>A method of strings, or an extension of them.</summary>
    private static bool TakesString(IMethodSymbol method)
        => IsString(method.ContainingType) || method is { IsExtensionMethod: true, Parameters: [{ } first, ..] } && IsString(first.Type);

    private static IEnumerable<(SyntaxNode Node, string Member)> Ranges(CodeFile file)
        => file.Nodes.OfType<ElementAccessExpressionSyntax>()
            .Where(element => IsString(file.Model.GetTypeInfo(element.Expression).Type)
                && element.ArgumentList.Arguments is [{ Expression: { } index }]
                && file.Model.GetTypeInfo(index).Type is { Name: "Range", ContainingNamespace.Name: "System" })
            .Select(static element => ((SyntaxNode)element, "a range"));

    private static bool IsString(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;
}
