using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Document;

/// <summary>Lists of types and of item schemas say the same in every version of the specification.</summary>
[TestClass]
public sealed class TypeListTests
{
    private const string Swagger = """
        swagger: '2.0'
        info: { title: T, version: '1' }
        paths: {}
        definitions:
          A: { type: object, required: [ p ], properties: { p: { X } } }

        """;
    private const string Old = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths: {}
        components: { schemas: {
          A: { type: object, required: [ p ], properties: { p: { X } } } } }

        """;

    [TestMethod]
    [DataRow("type: [ string, 'null' ], format: date-time")]
    [DataRow("type: [ integer, 'null' ]")]
    [DataRow("type: [ object, 'null', array ], items: { type: object }")]
    [DataRow("type: [ string, integer, boolean ]")]
    [DataRow("type: [ number ]")]
    [DataRow("type: array, items: { type: [ string, 'null' ] }")]
    [DataRow("type: object, additionalProperties: { type: [ integer, 'null' ] }")]
    [DataRow("type: [ string, 'null' ], enum: [ a, b, null ]")]
    [DataRow("allOf: [ { type: object, properties: { q: { type: [ string, 'null' ] } } } ]")]
    public void A_list_of_types_is_that_of_3_1(string schema)
    {
        string expected = Print(Old.Replace("3.0.3", "3.1.0", StringComparison.Ordinal), schema, reported: 0);

        Assert.AreEqual(expected, Print(Swagger, schema, reported: 0));
        Assert.AreEqual(expected, Print(Old, schema, reported: 1));
    }

    [TestMethod]
    [DataRow(
        "type: array, items: [ { type: string }, { type: 'null' } ]", "type: array, prefixItems: [ { type: string }, { type: 'null' } ]")]
    [DataRow(
        "type: array, items: [ { type: integer }, { type: string } ], additionalItems: false",
        "type: array, prefixItems: [ { type: integer }, { type: string } ], items: false")]
    [DataRow(
        "type: array, items: [ { type: integer } ], additionalItems: { type: string }",
        "type: array, prefixItems: [ { type: integer } ], items: { type: string }")]
    public void A_list_of_item_schemas_is_what_prefixItems_are(string before, string since)
    {
        string expected = Print(Old.Replace("3.0.3", "3.1.0", StringComparison.Ordinal), since, reported: 0);

        Assert.AreEqual(expected, Print(Swagger, before, reported: 0));
        Assert.AreEqual(expected, Print(Old, before, reported: 1));
        Assert.AreEqual(expected, Print(Old.Replace("3.0.3", "3.1.0", StringComparison.Ordinal), before, reported: 1));
    }

    [TestMethod]
    public void A_parameter_of_Swagger_2_may_have_a_list_of_types()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of("""
            swagger: '2.0'
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  parameters:
                    - { name: n, in: query, type: [ integer, 'null' ] }
                    - { name: l, in: query, type: array, items: { type: [ string ] } }
                  responses: { 204: { description: Done., headers: { X-N: { type: [ integer ] } } } }
            """));

        Assert.IsEmpty(run.Diagnostics);
        string client = run.Files["Sample.DefaultClient.g.cs"];
        Assert.Contains("long? n = null", client);
        Assert.Contains("IEnumerable<string>? l = null", client);
    }

    [TestMethod]
    [DataRow("type: [ string, null ]", "type: [ string, 'null' ]")]
    [DataRow("type: [ array, null ], items: { type: integer }", "type: [ array, 'null' ], items: { type: integer }")]
    [DataRow("type: null", "type: 'null'")]
    [DataRow("type: [ string, null ], enum: [ a, null ]", "type: [ string, 'null' ], enum: [ a, null ]")]
    [DataRow("anyOf: [ { type: string }, { type: null } ]", "anyOf: [ { type: string }, { type: 'null' } ]")]
    public void Null_without_quotes_is_the_type_null(string written, string meant)
    {
        string document = Old.Replace("3.0.3", "3.1.0", StringComparison.Ordinal);

        Assert.AreEqual(Print(document, meant, reported: 0), Print(document, written, reported: 1));
    }

    [TestMethod]
    public void In_3_0_a_list_is_reported_at_its_place()
        => Assert.AreEqual(
            "/spec/api.yaml(5,58): warning OGG002: 'type' is a list, which OpenAPI 3.0 does not have; it is understood as in 3.1",
            GeneratorHarness.Run(Declared.Of(Old.Replace("X", "type: [ string ]", StringComparison.Ordinal)))
                .Diagnostics.Single()
                .ToString());

    private static string Print(string document, string schema, int reported)
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(document.Replace("X", schema, StringComparison.Ordinal)));
        Assert.HasCount(reported, run.Diagnostics, string.Join('\n', run.Diagnostics));
        Assert.IsTrue(run.Diagnostics.All(static diagnostic => diagnostic.Id == Descriptors.Invalid));
        return string.Join(
            '\n', run.Files.Where(static file => file.Key.Contains(".A", StringComparison.Ordinal)).Select(static file => file.Value))
            .Replace("#/definitions/", "#/components/schemas/", StringComparison.Ordinal);
    }
}
