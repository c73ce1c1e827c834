using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Document;

/// <summary>
/// A member of another shape than the specification gives it is reported once, by its name and at its place, and is left out.
/// </summary>
[TestClass]
public sealed class MemberShapeTests
{
    private const string Head = """
        openapi: 3.0.3
        info: { title: T, version: '1' }

        """;
    private const string Schema = Head + """
        paths: {}
        components:
          schemas:
            A: { type: object, properties: { p: { §X } } }

        """;
    private const string Operation = Head + """
        paths:
          /a:
            get:
              operationId: a
              §X
              responses: { '204': { description: Done. } }

        """;

    [TestMethod]
    [DataRow(Operation, "description: [ b ]", "'description' is a string, and a list stands here")]
    [DataRow(Operation, "tags: pets", "'tags' is a list, and \"pets\" stands here")]
    [DataRow(Operation, "tags: { a: b }", "'tags' is a list, and an object stands here")]
    [DataRow(Operation, "parameters: { a: b }", "'parameters' is a list, and an object stands here")]
    [DataRow(Operation, "requestBody: [ b ]", "'requestBody' is an object, and a list stands here")]
    [DataRow(Operation, "security: { a: [] }", "'security' is a list, and an object stands here")]
    [DataRow(Operation, "externalDocs: https://a.example", "'externalDocs' is an object, and \"https://a.example\" stands here")]
    [DataRow(Schema, "properties: [ b ]", "'properties' is an object, and a list stands here")]
    [DataRow(Schema, "allOf: { type: object }", "'allOf' is a list, and an object stands here")]
    [DataRow(Schema, "enum: b", "'enum' is a list, and \"b\" stands here")]
    [DataRow(Schema, "required: true", "'required' is a list, and true stands here")]
    [DataRow(Schema, "xml: true", "'xml' is an object, and true stands here")]
    [DataRow(Schema, "title: { a: b }", "'title' is a string, and an object stands here")]
    [DataRow(Schema, "type: { a: b }", "'type' is a string, and an object stands here")]
    [DataRow(Schema, "type: strng", "'strng' is no type; it is ignored (is 'string' meant?)")]
    [DataRow(Schema, "type: 5", "'5' is no type; it is ignored")]
    [DataRow(Head + """
        §X
        paths: {}
        """, "components: []", "'components' is an object, and a list stands here")]
    [DataRow(Head + "§X\n", "paths: [ a ]", "'paths' is an object, and a list stands here")]
    [DataRow(Head + """
        §X
        paths: {}
        """, "servers: { url: 'https://a.example' }", "'servers' is a list, and an object stands here")]
    [DataRow(Head + """
        tags: [ §X ]
        paths: {}
        """, "a", "An object belongs here")]
    [DataRow("""
        openapi: 3.0.3
        info: { title: T, version: '1', §X }
        paths: {}
        """, "description: { a: b }", "'description' is a string, and an object stands here")]
    public void A_member_of_another_shape(string document, string member, string expected)
        => AssertOnly(document.Replace("X", member, StringComparison.Ordinal), expected);

    [TestMethod]
    [DataRow("style: commaDelimited", "'commaDelimited' is no style; it is ignored")]
    [DataRow("style: frm", "'frm' is no style; it is ignored (is 'form' meant?)")]
    [DataRow("style: [ form ]", "'style' is a string, and a list stands here")]
    public void A_word_that_the_keyword_does_not_know(string member, string expected)
        => AssertOnly(
            Operation.Replace(
                "§X", $"parameters: [ {{ name: q, in: query, schema: {{ type: string }}, §{member} }} ]", StringComparison.Ordinal),
            expected);

    [TestMethod]
    public void A_place_that_no_parameter_has_names_the_one_that_is_meant()
    {
        GeneratorRun run = GeneratorHarness.Run(
            Declared.Of(
                Operation.Replace("§X", "parameters: [ { name: q, in: quer, schema: { type: string } } ]", StringComparison.Ordinal)));

        Assert.Contains(
            "/spec/api.yaml(7,32): warning OGG002: 'quer' is no location of a parameter; it is ignored (is 'query' meant?)",
            run.Diagnostics.Select(static d => d.ToString()).ToArray());
    }

    [TestMethod]
    public void A_discriminator_as_Swagger_2_has_it_is_understood()
    {
        const string text = Head + """
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { kind: { type: string } } }
                B: { type: object, properties: { kind: { type: string } } }
                U: { oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ], §discriminator: kind }
            """;

        GeneratorRun run = AssertOnly(text, "it is taken for its 'propertyName'");

        Assert.Contains("abstract partial class U", run.Files["Sample.U.g.cs"]);
    }

    [TestMethod]
    public void What_looks_like_a_keyword_in_data_or_among_names_is_left_alone()
        => Assert.IsEmpty(GeneratorHarness.Run(Declared.Of(Head + """
            paths: {}
            x-a: { description: [ b ], parameters: {}, type: strng }
            components:
              schemas:
                A:
                  type: object
                  example: { type: [ 1 ], title: { a: b } }
                  properties:
                    type: { type: object }
                    title: { type: array, items: { type: string } }
                    enum: { type: string }
            """)).Diagnostics);

    private static GeneratorRun AssertOnly(string marked, string expected)
    {
        var @case = new Diagnostics.Case(Descriptors.Invalid, Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, expected, marked);
        GeneratorRun run = GeneratorHarness.Run(@case.Document);
        string reported = string.Join('\n', run.Diagnostics.Select(static diagnostic => diagnostic.ToString()));
        Assert.HasCount(1, run.Diagnostics, reported);
        Assert.StartsWith(@case.Line, reported);
        Assert.Contains(expected, reported);
        return run;
    }
}
