using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OgGen.Fuzz;

/// <summary>
/// What a generated file may consist of, whatever its document says. Everything is an allow-list: what the generator begins to
/// print has to be added here by someone who has thought about it.
/// </summary>
internal static partial class Inspection
{
    /// <summary>What hostile texts carry: it may stand in literals and documentation comments, and be part of a longer name.</summary>
    public const string Canary = "OGPWN";

    private static readonly HashSet<string> s_attributes =
    [
        "GeneratedCode",
        "JsonConverter",
        "system::Obsolete",
        "SetsRequiredMembers",
        "system::ComponentModel.TypeConverter",
    ];

    private static readonly HashSet<string> s_aliases =
    [
        "using CancellationToken = global::System.Threading.CancellationToken;",
        "using GeneratedCode = global::System.CodeDom.Compiler.GeneratedCodeAttribute;",
        "using JsonConverter = global::System.Text.Json.Serialization.JsonConverterAttribute;",
        "using JsonWriteMode = global::OgGen.Json.JsonWriteMode;",
        "using SetsRequiredMembers = global::System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute;",
        "using Utf8JsonReader = global::System.Text.Json.Utf8JsonReader;",
        "using Utf8JsonWriter = global::System.Text.Json.Utf8JsonWriter;",
        "using api = global::OgGen;",
        "using gen = global::OgGen.Generated;",
        "using generic = global::System.Collections.Generic;",
        "using json = global::OgGen.Json;",
        "using system = global::System;",
        "using tasks = global::System.Threading.Tasks;",
    ];

    private static readonly HashSet<string> s_documentation =
    [
        "summary", "remarks", "para", "param", "returns", "exception", "c", "see", "inheritdoc",
        "b", "br", "code", "description", "i", "item", "list", "listheader", "term",
    ];

    private static readonly HashSet<SyntaxKind> s_modifiers =
    [
        SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword,
        SyntaxKind.StaticKeyword, SyntaxKind.SealedKeyword,
        SyntaxKind.AbstractKeyword, SyntaxKind.VirtualKeyword,
        SyntaxKind.OverrideKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.PartialKeyword, SyntaxKind.NewKeyword,
        SyntaxKind.ConstKeyword,
        SyntaxKind.RequiredKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.RefKeyword, SyntaxKind.InKeyword, SyntaxKind.OutKeyword,
        SyntaxKind.ParamsKeyword,
        SyntaxKind.ScopedKeyword, SyntaxKind.ThisKeyword,
    ];

    /// <summary>What is wrong with a generated file, in lines; none if nothing is.</summary>
    public static IReadOnlyList<string> Of(string hintName, string text)
        => Of(hintName, CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose)));

    /// <summary>The same, of a file that the compiler has parsed, documentation included.</summary>
    public static IReadOnlyList<string> Of(string hintName, SyntaxTree file)
    {
        var findings = new List<string>();
        if (!HintName().IsMatch(hintName) || hintName.Length > 100)
        {
            findings.Add("hint name: " + hintName);
        }

        SyntaxNode root = file.GetRoot();
        findings.AddRange(
            root.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning).Take(3).Select(static d => "syntax: " + d));
        if (findings.Count > 0)
        {
            // A tree with errors may hold anything; one finding tells enough.
            return findings;
        }

        findings.AddRange(root.DescendantTokens(descendIntoTrivia: true).Select(Token).OfType<string>());
        findings.AddRange(root.DescendantTrivia().Where(static trivia => !trivia.HasStructure).Select(Comment).OfType<string>());
        findings.AddRange(root.DescendantNodes(descendIntoTrivia: true).Select(Node).OfType<string>());
        return findings;
    }

    private static string? Token(SyntaxToken token)
    {
        bool isLiteral = token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.Utf8StringLiteralToken);
        if (!Ascii.IsValid(token.Text)
            && !(token.IsKind(SyntaxKind.IdentifierToken)
                && token.Text.All(static c => char.IsAsciiDigit(c) || c is '_' or '@' || char.IsLetter(c))))
        {
            return "not ASCII: " + token.Text;
        }

        if (isLiteral && !(token.Text.StartsWith('"') && !token.Text.StartsWith("\"\"\"", StringComparison.Ordinal)))
        {
            return "no regular literal: " + token.Text;
        }

        return token.Text.Contains(Canary, StringComparison.Ordinal) && !isLiteral && !token.IsKind(SyntaxKind.XmlTextLiteralToken)
            && (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText == Canary) ? "a text became code: " + token.Text : null;
    }

    private static string? Comment(SyntaxTrivia trivia) => trivia.Kind() switch
    {
        SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia =>
            trivia.ToString().Trim(' ', '\n').Length == 0 ? null : "white space that is none: " + (int)trivia.ToString()[0],
        SyntaxKind.SingleLineCommentTrivia when trivia.ToString() == "// <auto-generated/>" => null,
        SyntaxKind.DocumentationCommentExteriorTrivia => null,
        _ => "trivia: " + trivia,
    };

    private static string? Node(SyntaxNode node) => node switch
    {
        NullableDirectiveTriviaSyntax nullable when nullable.ToString() is "#nullable disable warnings" or "#nullable enable annotations" =>
            null,
        PragmaWarningDirectiveTriviaSyntax pragma when pragma.ToString()
            == "#pragma warning disable CS0419, CS0612, CS0618, CS1573, CS1591, CS8981, CS9042" => null,
        DirectiveTriviaSyntax directive => "directive: " + directive,
        AttributeListSyntax { Target: not null } list => "attribute: " + list,
        AttributeSyntax attribute => s_attributes.Contains(attribute.Name.ToString()) ? null : "attribute: " + attribute,
        XmlElementStartTagSyntax tag => s_documentation.Contains(tag.Name.ToString()) ? null : "documentation: " + tag,
        XmlEmptyElementSyntax tag => s_documentation.Contains(tag.Name.ToString()) ? null : "documentation: " + tag,
        ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(SyntaxKind.StaticKeyword) =>
            "static constructor: " + constructor.Identifier,
        ClassDeclarationSyntax or RecordDeclarationSyntax =>
            IsOurs((TypeDeclarationSyntax)node) ? Modifiers((MemberDeclarationSyntax)node) : "declaration: " + node,
        TypeDeclarationSyntax
            or EnumDeclarationSyntax
            or DelegateDeclarationSyntax
            or DestructorDeclarationSyntax
            or NamespaceDeclarationSyntax
            or GlobalStatementSyntax => "declaration: " + node,
        MemberDeclarationSyntax member => Modifiers(member),
        UsingDirectiveSyntax directive when s_aliases.Contains(directive.ToString()) => null,
        UsingDirectiveSyntax or ExternAliasDirectiveSyntax or UnsafeStatementSyntax or InterpolatedStringExpressionSyntax =>
            "construct: " + node,
        IdentifierNameSyntax { Identifier.Text: "dynamic" } when !node.IsPartOfStructuredTrivia() => "dynamic",
        AliasQualifiedNameSyntax { Alias.Identifier.Text: not ("global"
            or "api"
            or "gen"
            or "generic"
            or "json"
            or "system"
            or "tasks") } alias => "alias: " + alias,
        _ => null,
    };

    private static bool IsOurs(TypeDeclarationSyntax type)
        => type.Parent is TypeDeclarationSyntax
            ? type.Identifier.Text == "Known"
            : type.AttributeLists.Any(static list => list.ToString().Contains("GeneratedCode", StringComparison.Ordinal));

    private static string? Modifiers(MemberDeclarationSyntax member)
        => member.Modifiers.Where(static modifier => !s_modifiers.Contains(modifier.Kind()))
            .Select(static modifier => "modifier: " + modifier)
            .FirstOrDefault();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.]*\.g\.cs\z")]
    private static partial Regex HintName();
}
