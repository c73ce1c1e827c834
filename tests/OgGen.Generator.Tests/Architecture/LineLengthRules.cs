using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>How long a line may be.</summary>
internal static class LineLengthRules
{
    public const int MaxColumns = 140;

    /// <summary>The lines that are too long.</summary>
    /// <param name="path">The path of the file, for the report.</param>
    /// <param name="text">The text of the file.</param>
    /// <returns>Path and number of each line, and its length.</returns>
    public static IReadOnlyList<string> Long(string path, string text)
    {
        var source = SourceText.From(text);
        TextLine[] lines = [.. source.Lines.Where(static line => line.Span.Length > MaxColumns)];
        if (lines.Length == 0)
        {
            return [];
        }

        SyntaxNode root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        return
        [
            .. lines.Where(line => !IsText(root, line))
                .Select(line => $"{path.Replace('\\', '/')}:{line.LineNumber + 1} has {line.Span.Length} columns"),
        ];
    }

    /// <summary>
    /// Whether a line is one of a literal of several lines. Its text is a value, such as a document or generated code, and a value has the
    /// lines that it has. A directive has one line only.
    /// </summary>
    private static bool IsText(SyntaxNode root, TextLine line)
        => line.ToString().TrimStart().StartsWith('#')
            || root.FindToken(line.Start).Parent!.AncestorsAndSelf().Any(node
                => node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
                    && node.SpanStart < line.Start
                    && node.Span.End >= line.Start + MaxColumns);
}
