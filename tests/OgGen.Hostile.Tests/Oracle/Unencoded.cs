using System.Net;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Fuzz;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>
/// Generated files as they would be if nothing were escaped: the twin of every test that a text is. A judge that accepts these
/// would accept anything.
/// </summary>
internal static class Unencoded
{
    public static IReadOnlyList<string> Findings(IReadOnlyDictionary<string, string> files)
        => [.. files.SelectMany(static file => Findings(file.Key, file.Value, Of(file.Value)))];

    public static string Of(string file)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Latest)).GetRoot();
        return root
            .ReplaceTokens(
                root.DescendantTokens().Where(IsLiteral),
                static (token, _) => Raw(token))
            .ToFullString()
            .Split('\n')
            .Select(Raw)
            .Aggregate((text, line) => text + "\n" + line);
    }

    /// <summary>A line of a comment as its document has it: markup is markup, and what follows a line end is no comment.</summary>
    private static string Raw(string line)
    {
        string comment = line.TrimStart();
        return !comment.StartsWith("///", StringComparison.Ordinal) ? line
            : WebUtility.HtmlDecode(
                comment.StartsWith("/// <", StringComparison.Ordinal) && !comment.StartsWith("/// <para>", StringComparison.Ordinal)
                    ? line
                    : comment["///".Length..].Replace("<para>", "", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Findings(string hintName, string file, string unencoded)
        => Values(unencoded).SequenceEqual(Values(file), StringComparer.Ordinal)
            ? Inspection.Of(hintName, unencoded)
            : ["A literal means something else."];

    private static IEnumerable<string> Values(string file)
        => CSharpSyntaxTree.ParseText(file).GetRoot().DescendantTokens().Where(IsLiteral).Select(static token => token.ValueText);

    private static bool IsLiteral(SyntaxToken token)
        => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.Utf8StringLiteralToken);

    private static SyntaxToken Raw(SyntaxToken token)
    {
        string text = "\"" + token.ValueText + "\"" + (token.IsKind(SyntaxKind.Utf8StringLiteralToken) ? "u8" : "");
        return SyntaxFactory.Token(token.LeadingTrivia, token.Kind(), text, text, token.TrailingTrivia);
    }
}
