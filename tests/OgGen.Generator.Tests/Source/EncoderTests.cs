using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OgGen.Generator.Source;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Source;

/// <summary>No text of a document reaches the compiler as code: whatever goes in, a literal or a comment comes out.</summary>
[TestClass]
public sealed class EncoderTests
{
    [TestMethod]
    public void A_literal_is_ASCII_and_parses_back_to_its_text()
        => Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, static text => IsLiteralOf(CSharpText.Literal(text), text)));

    [TestMethod]
    public void The_property_refutes_an_encoder_that_knows_quotes_and_backslashes_alone()
        => Assert.Throws<Exception>(() => Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, static text => IsLiteralOf(Naive(text), text))));

    [TestMethod]
    public void A_literal_of_bytes_has_the_UTF8_form_of_every_well_formed_text()
        => Check.QuickThrowOnFailure(Prop.ForAll(Texts.WellFormed, static text => Utf8Of(CSharpText.Utf8Literal(text)) is { } bytes
            && bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text))));

    [TestMethod]
    public void A_literal_of_bytes_is_legal_for_every_text_as_UTF8_encoders_see_it()
        => Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, static text => Utf8Of(CSharpText.Utf8Literal(text)) is { } bytes
            && bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text))));

    [TestMethod]
    public void The_property_refutes_a_literal_of_bytes_that_keeps_lone_surrogates()
        => Assert.Throws<Exception>(() => Check.QuickThrowOnFailure(Prop.ForAll(
            Texts.Any,
            static text => Utf8Of(CSharpText.Literal(text) + "u8") is { } bytes
                && bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)))));

    [TestMethod]
    public void A_comment_is_one_line_of_ASCII_and_well_formed()
    {
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Texts.Any,
                static text => IsComment(CSharpText.Xml(text)) && IsComment(string.Concat(MarkdownBlocks.Print(text, default)))));
    }

    [TestMethod]
    public void The_property_refutes_a_comment_that_escapes_markup_alone()
        => Assert.Throws<Exception>(() => Check.QuickThrowOnFailure(
            Prop.ForAll(
                Texts.Any,
                static text =>
                    IsComment(text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)))));

    [TestMethod]
    public void A_comment_shows_the_text_of_its_document()
        => Check.QuickThrowOnFailure(
            Prop.ForAll(
                Texts.Printable,
                static text => XElement.Parse("<d>" + CSharpText.Xml(text) + "</d>", LoadOptions.PreserveWhitespace).Value == text));

    [TestMethod]
    [DataRow("plain", "plain")]
    [DataRow("one `code` here", "one <c>code</c> here")]
    [DataRow("`a` and `b`", "<c>a</c> and <c>b</c>")]
    [DataRow("a lonely ` here", "a lonely ` here")]
    [DataRow("`<b>`", "<c>&lt;b&gt;</c>")]
    [DataRow("``", "``")]
    public void Backticks_mark_code(string text, string expected) => Assert.AreEqual(expected, MarkdownInlines.Print(text, default));

    [TestMethod]
    public void Texts_that_would_end_a_literal_or_a_comment_stay_inside_of_it()
    {
        const string attack =
            "\"; System.Diagnostics.Process.Start(\"x\"); //\u2028*/ </summary>\r\n#error planted\n/// <see "
                + "cref=\"X\"/>\u0085\0\u202E{0}{{x}}";
        Declared document = Declared.Of($$"""
            openapi: 3.0.3
            info: { title: {{Quoted(attack)}}, version: {{Quoted(attack)}}, description: {{Quoted(attack)}} }
            paths:
              /a:
                get:
                  operationId: {{Quoted(attack)}}
                  tags: [{{Quoted(attack)}}]
                  summary: {{Quoted(attack)}}
                  parameters: [{ name: {{Quoted("q" + attack)}}, in: query, description: {{Quoted(attack)}},
                      schema: { type: string, default: {{Quoted(attack)}} } }]
                  responses: { '200': { description: {{Quoted(attack)}},
                      content: { application/json: { schema: { type: object,
                          properties: { {{Quoted(attack)}}: { type: string, description: {{Quoted(attack)}},
                              enum: [{{Quoted(attack)}}] } } } } } } }
            """);

        GeneratorHarness.Driver([document])
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compilation(), out Compilation output, out var diagnostics);

        Assert.IsEmpty(diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning));
        Assert.IsEmpty(output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning));
        foreach (SyntaxTree tree in output.SyntaxTrees.Skip(1))
        {
            Assert.IsFalse(
                tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Any(static name => name.Identifier.Text == "Process"),
                "the text became code");
            Assert.IsTrue(Ascii.IsValid(tree.ToString()), tree.FilePath);
        }
    }

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string Naive(string text)
        => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static bool IsLiteralOf(string literal, string text)
        => Ascii.IsValid(literal)
            && SyntaxFactory.ParseExpression(literal) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } parsed
            && !parsed.ContainsDiagnostics
            && parsed.FullSpan.Length == literal.Length
            && parsed.Token.ValueText == text;

    private static byte[]? Utf8Of(string literal)
        => Ascii.IsValid(literal)
            && SyntaxFactory.ParseExpression(
                literal) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.Utf8StringLiteralExpression } parsed
            && !parsed.ContainsDiagnostics
            && parsed.FullSpan.Length == literal.Length
            && Strict(parsed.Token.ValueText) is { } bytes ? bytes : null;

    // The compiler refuses half a surrogate pair in a u8 literal (CS9026), which only shows when it is bound.
    private static byte[]? Strict(string text)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static bool IsComment(string xml)
    {
        if (!Ascii.IsValid(xml) || xml.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            return false;
        }

        try
        {
            XElement.Parse("<d>" + xml + "</d>");
            return true;
        }
        catch (System.Xml.XmlException)
        {
            return false;
        }
    }
}
