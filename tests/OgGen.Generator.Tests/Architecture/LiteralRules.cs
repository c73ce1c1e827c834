using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>C# text is known to <c>Source/</c> alone: no string constant of another folder has a <c>::</c>.</summary>
internal static class LiteralRules
{
    private const string Qualifier = "::";

    /// <summary>The one folder that writes C#.</summary>
    private const string Printer = "Source";

    /// <summary>The string constants that have a <c>::</c>, in all folders but the one that writes C#.</summary>
    public static IReadOnlyList<string> Qualifiers(CodeBase code)
        =>
        [
            .. from file in code.Files
               where file.Folder != Printer
               from node in file.Nodes
               where HasQualifier(file, node)
               select $"{file.LocationOf(node)} has {node}",
        ];

    /// <summary>Literals of all kinds, the text of interpolated strings, and constants that are put together, each once.</summary>
    private static bool HasQualifier(CodeFile file, SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value is string text && text.Contains(Qualifier, StringComparison.Ordinal),
        InterpolatedStringTextSyntax text => text.TextToken.ValueText.Contains(Qualifier, StringComparison.Ordinal),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => file.Model.GetConstantValue(sum).Value is string text
            && text.Contains(Qualifier, StringComparison.Ordinal)
            && !sum.DescendantNodes().Any(part => HasQualifier(file, part)),
        _ => false,
    };
}
