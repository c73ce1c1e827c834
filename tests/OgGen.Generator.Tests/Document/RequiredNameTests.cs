using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;
using static OgGen.Generator.Tests.Document.References.Given;

namespace OgGen.Generator.Tests.Document;

/// <summary>
/// A name in <c>required</c> that nothing describes is reported at its place and ignored; one that a combined schema describes is required.
/// </summary>
[TestClass]
public sealed class RequiredNameTests
{
    private const string Start = Head + """
        paths: {}
        components:
          schemas:

        """;

    [TestMethod]
    [DataRow(
        "    A: { type: object, required: [ id, §request_id ], properties: { id: { type: string }, approval_request_id: { type: string } } "
            + "}\n",
        "(is 'approval_request_id' meant?)")]
    [DataRow(
        "    A: { type: object, required: [ §nmae ], properties: { name: { type: string } } }\n",
        "'nmae' is required, and no property is called so; it is ignored (is 'name' meant?)")]
    [DataRow(
        "    A: { type: object, required: [ §stale ], properties: { name: { type: string } } }\n",
        "'stale' is required, and no property is called so; it is ignored")]
    [DataRow(
        "    A: { type: object, additionalProperties: false, required: [ §Name ], properties: { name: { type: string } } }\n",
        "(is 'name' meant?)")]
    [DataRow(
        "    A: { type: object, properties: { b: { type: object, required: [ §lost ], properties: { c: { type: string } } } } }\n",
        "'lost'")]
    [DataRow("""
            A: { allOf: [ { $ref: '#/components/schemas/B' }, { type: object, required: [ §lost ] } ] }
            B: { type: object, properties: { b: { type: string } } }
        """, "'lost'")]
    public void A_name_that_nothing_describes_is_ignored(string schemas, string expected)
    {
        var @case = new Diagnostics.Case(Descriptors.Invalid, Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, expected, Start + schemas);
        GeneratorRun run = Run(@case.Document);

        Assert.StartsWith(@case.Line, run.Diagnostics.Single().ToString());
        Assert.Contains(expected, run.Diagnostics.Single().ToString());
        Assert.DoesNotContain("JsonElement", TextOf(run, "A"));
    }

    [TestMethod]
    [DataRow("""
            A: { allOf: [ { $ref: '#/components/schemas/B' }, { type: object, required: [ b ], properties: { a: { type: string } } } ] }
            B: { type: object, properties: { b: { type: string } } }
        """, DisplayName = "by a base")]
    [DataRow(
        "    A: { required: [ b ], allOf: [ { type: object, properties: { b: { type: string } } } ] }\n", DisplayName = "by a subschema")]
    [DataRow(
        "    A: { allOf: [ { type: object, properties: { b: { type: string } } }, { required: [ b ] } ] }\n", DisplayName = "by a sibling")]
    [DataRow("""
            A: { type: object, required: [ b ], allOf: [ { $ref: '#/components/schemas/C' } ] }
            C: { $ref: '#/components/schemas/B' }
            B: { type: object, properties: { b: { type: string } } }
        """, DisplayName = "behind an alias")]
    [DataRow("""
            A: { type: object, properties: { b: { type: string } }, allOf: [ { $ref: '#/components/schemas/B' } ] }
            B: { type: object, required: [ b ] }
        """, DisplayName = "by the schema that a component is a subschema of")]
    public void A_name_that_a_combined_schema_describes_is_required(string schemas)
        => Assert.Contains("public required string B ", TextOf(Compiled(Root(Start + schemas)), "A"));

    [TestMethod]
    [DataRow(
        "    A: { type: object, properties: { a: { type: string }, b: { type: string } }, anyOf: [ { required: [ a ] }, { required: [ b ] "
            + "} ] }\n",
        DisplayName = "alternatives")]
    [DataRow(
        "    A: { type: object, properties: { a: { type: string } }, not: { required: [ b ] } }\n", DisplayName = "what must not be there")]
    [DataRow(
        "    A: { type: object, required: [ kind ], discriminator: { propertyName: kind }, properties: { a: { type: string } } }\n",
        DisplayName = "a discriminator")]
    [DataRow("    A: { type: object, required: [ b ], additionalProperties: { type: string } }\n", DisplayName = "a map")]
    [DataRow("    A: { type: object, required: [ b ] }\n", DisplayName = "an object of which nothing is described")]
    [DataRow("""
            A: { required: [ b ], oneOf: [ { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' } ] }
            B: { type: object, properties: { b: { type: string } } }
            C: { type: object, properties: { b: { type: string }, c: { type: string } } }
        """, DisplayName = "variants")]
    public void A_name_that_is_described_otherwise_is_not_reported(string schemas)
        => Assert.IsFalse(
            Run(Root(Start + schemas))
                .Diagnostics.Any(static diagnostic => diagnostic.ToString().Contains("is required", StringComparison.Ordinal)));

    [TestMethod]
    public void A_response_without_such_a_member_is_read_and_one_with_it_keeps_it()
    {
        GeneratorRun run = Run(
            Root(Start + "    A: { type: object, required: [ id, request_id ], properties: { id: { type: string } } }\n"));

        string text = TextOf(run, "A");
        Assert.Contains("public required string Id", text);
        Assert.DoesNotContain("request_id", text);
    }

    [TestMethod]
    public void An_example_without_such_a_member_fits()
        => Assert.HasCount(
            1,
            GeneratorHarness.Run(
                Declared.Of(
                    Start
                        + "    A: { type: object, required: [ lost ], properties: { id: { type: string } }, example: { id: x } "
                        + "}\n")).Result.Diagnostics);
}
