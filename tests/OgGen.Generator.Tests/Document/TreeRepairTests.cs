using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Document;

/// <summary>What is broken in one place is reported there and taken out, and what only looks broken is left alone.</summary>
[TestClass]
public sealed class TreeRepairTests
{
    private const string Head = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:

        """;

    [TestMethod]
    public void A_null_or_a_scalar_where_a_schema_belongs_is_any_JSON()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(Head + """
                A:
                  type: object
                  properties:
                    forgotten:
                    number: 5
                    list: { type: array, items: text }
                    fine: { type: string }
                Empty:
            """));

        CollectionAssert.AreEqual(
            new[] { (9, Descriptors.Invalid), (10, Descriptors.Invalid), (11, Descriptors.Invalid), (13, Descriptors.Invalid) },
            run.Diagnostics.Select(static d => (d.Location.GetLineSpan().StartLinePosition.Line + 1, d.Id)).ToArray());
        string text = run.Files["Sample.A.g.cs"];
        Assert.Contains("JsonElement? Forgotten", text);
        Assert.Contains("JsonElement? Number", text);
        Assert.Contains("List<system::Text.Json.JsonElement>? List", text);
        Assert.Contains("string? Fine", text);
    }

    [TestMethod]
    public void A_null_member_counts_as_left_out()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(Head + """
                A:
                  type: object
                  description:
                  required:
                  properties: { p: { type: string } }
            """));

        Assert.HasCount(2, run.Diagnostics);
        Assert.IsTrue(run.Diagnostics.All(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning));
        Assert.Contains("public string? P", run.Files["Sample.A.g.cs"]);
    }

    [TestMethod]
    public void Data_is_left_alone_whatever_it_looks_like()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(Head + """
                A:
                  type: object
                  x-anything: { $ref: '#/nowhere', nothing: null }
                  example: { $ref: '#/nowhere', nothing: null }
                  properties:
                    p: { type: string, nullable: true, default: null, enum: [a, null] }
                    default: { type: string }
                    example: { type: integer }
                    enum: { type: string, enum: [x, y] }
                    $ref: { type: string }
                    x-ray: { type: string }
            """));

        Assert.IsEmpty(run.Diagnostics, string.Join('\n', run.Diagnostics));
        string text = run.Files["Sample.A.g.cs"];
        foreach (string member in new[] { "string? Default", "long? Example", "AEnum? Enum", "string? Ref", "string? XRay" })
        {
            Assert.Contains("public " + member, text);
        }
    }

    [TestMethod]
    public void Properties_that_are_named_like_what_holds_data_are_repaired_too()
    {
        GeneratorRun run = GeneratorHarness.Run(
            Declared.Of(
                Head
                    + "    A: { type: object, properties: { default: { $ref: '#/components/schemas/Lost' }, fine: { type: string } } }\n"));

        Assert.AreEqual(Descriptors.UnresolvedReference, run.Diagnostics.Single().Id);
    }

    [TestMethod]
    [DataRow("#/components/true/B")]
    [DataRow("#/null/schemas/B")]
    [DataRow("#B")]
    [DataRow("b.yaml#/B")]
    [DataRow("")]
    public void A_reference_that_is_none_to_a_component_is_reported_once_and_any_JSON_stands_for_it(string reference)
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(Head + $$"""
                A: { $ref: '{{reference}}' }
                User: { type: object, properties: { a: { $ref: '#/components/schemas/A' } } }

            """));

        Assert.AreEqual(Descriptors.UnresolvedReference, run.Diagnostics.Single().Id);
        Assert.Contains("JsonElement? A", run.Files["Sample.User.g.cs"]);
    }

    [TestMethod]
    public void True_and_false_are_schemas()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of("""
            { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {},
              "components": { "schemas": { "A": { "type": "object", "properties": { "any": true, "list": { "type": "array", "items": true },
                  "map": { "type": "object", "additionalProperties": true } } } } } }
            """));

        Assert.IsEmpty(run.Diagnostics, string.Join('\n', run.Diagnostics));
        Assert.Contains("JsonElement? Any", run.Files["Sample.A.g.cs"]);
    }

    [TestMethod]
    public void Extensions_of_paths_and_responses_are_no_paths_and_responses()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              x-note: 5
              /a: { get: { operationId: a, responses: { x-note: 6, '204': { description: Done. } } } }
            """));

        Assert.IsEmpty(run.Diagnostics, string.Join('\n', run.Diagnostics));
        Assert.Contains("AAsync(", run.Files["Sample.DefaultClient.g.cs"]);
    }
}
