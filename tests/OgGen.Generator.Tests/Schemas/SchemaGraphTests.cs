using Microsoft.OpenApi;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Document.References;
using OgGen.Generator.Schemas;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Schemas;

/// <summary>What <see cref="SchemaGraph"/> needs of a document, and that its answers do not depend on the order of questions.</summary>
[TestClass]
public sealed class SchemaGraphTests
{
    private const string Head = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:

        """;

    [TestMethod]
    [DataRow("A: { allOf: [ { $ref: '#/components/schemas/A' } ] }", DisplayName = "itself")]
    [DataRow(
        "A: { allOf: [ { $ref: '#/components/schemas/B' } ] }, B: { allOf: [ { $ref: '#/components/schemas/A' } ], properties: { x: {} } }",
        DisplayName = "by another one")]
    [DataRow(
        "A: { allOf: [ { allOf: [ { $ref: '#/components/schemas/A' } ] } ], properties: { x: {} } }",
        DisplayName = "below an inline schema")]
    public void No_schema_is_part_of_itself_when_the_graph_is_asked(string schemas)
        => Assert.IsEmpty(Circles(Read(schemas).Document));

    [TestMethod]
    public void That_check_finds_a_schema_that_is_part_of_itself()
    {
        var document = new OpenApiDocument();
        document.AddComponent(
            "A", new OpenApiSchema { AllOf = [new OpenApiSchema { AllOf = [new OpenApiSchemaReference("A", document)] }] });

        CollectionAssert.AreEqual(new[] { "A" }, Circles(document).ToArray());
    }

    [TestMethod]
    [DataRow("A: { oneOf: [ { $ref: '#/components/schemas/A' } ] }, B: { properties: { a: { $ref: '#/components/schemas/A' } } }")]
    [DataRow(
        "A: { anyOf: [ { $ref: '#/components/schemas/B' }, { type: 'null' } ] }, B: { $ref: '#/components/schemas/A' }, C: { anyOf: [ { "
            + "$ref: '#/components/schemas/B' } ] }")]
    [DataRow(
        "A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/C' }, C: { $ref: '#/components/schemas/A' }, D: { allOf: "
            + "[ { $ref: '#/components/schemas/A' } ] }")]
    [DataRow(
        "A: { properties: { a: { $ref: '#/components/schemas/A' }, b: { $ref: '#/components/schemas/B' } } }, B: { allOf: [ { $ref: "
            + "'#/components/schemas/A' } ], required: [ a ] }")]
    [DataRow(
        "A: { oneOf: [ { $ref: '#/components/schemas/B' }, { type: string } ] }, B: { oneOf: [ { $ref: '#/components/schemas/A' }, { type: "
            + "array, items: { $ref: '#/components/schemas/A' } } ] }")]
    [DataRow(
        "A: { allOf: [ { $ref: '#/components/schemas/B' }, { oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/C' "
            + "} ] } ] }, B: { properties: { a: { $ref: '#/components/schemas/A' } } }, C: { allOf: [ { $ref: '#/components/schemas/B' } ] "
            + "}")]
    [DataRow(
        "A: { additionalProperties: { $ref: '#/components/schemas/B' } }, B: { anyOf: [ { $ref: '#/components/schemas/A' }, { type: 'null' "
            + "} ] }, C: { allOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ] }")]
    public void The_order_of_questions_does_not_matter(string schemas)
    {
        SpecDocument document = Read(schemas);
        string[] names = [.. SchemaGraph.Of(document).Components.Keys];

        string[] answers = [.. Permutations(names).Select(order => Answers(SchemaGraph.Of(document), order))];

        Assert.HasCount(1, answers.Distinct(), string.Join('\n', answers.Distinct()));
    }

    private static SpecDocument Read(string schemas)
    {
        var file = new SpecFile
        {
            Path = "/spec/api.yaml",
            Text = Head.TrimEnd('\n') + $" {{ {schemas} }}\n",
            Reference = "",
            Namespace = "T",
            Client = "",
            Access = "",
            Tags = default,
            Paths = default,
        };
        return SpecDocument.Read(new SpecSources(file, default), new SourceMap(file), new List<Problem>(), default)!;
    }

    private static string Answers(SchemaGraph schemas, IEnumerable<string> order)
    {
        Dictionary<string, string> answers = [];
        foreach (string name in order)
        {
            SchemaNode node = schemas.Components[name];
            string members = string.Join(',', schemas.Flatten(node).Members.Select(static member => member.Name));
            answers[name] =
                $"{name}: {schemas.KindOf(node)} of {members}, {schemas.Variants(node).Count} variants, {schemas.AllowsNull(node)}, "
                    + $"{schemas.JsonKindsOf(node)}";
        }

        return string.Join(
            "; ", answers.OrderBy(static answer => answer.Key, StringComparer.Ordinal).Select(static answer => answer.Value));
    }

    /// <summary>The components that are part of themselves through <c>allOf</c>.</summary>
    private static IEnumerable<string> Circles(OpenApiDocument document)
    {
        return document.Components!.Schemas!.Where(static component => IsPartOf(component.Value, []))
            .Select(static component => component.Key);

        static bool IsPartOf(IOpenApiSchema? schema, HashSet<IOpenApiSchema> around)
        {
            if (schema is OpenApiSchemaReference reference)
            {
                return IsPartOf(reference.Target, around);
            }

            if (schema is not OpenApiSchema own)
            {
                return false;
            }

            if (!around.Add(own))
            {
                return true;
            }

            bool isPart = (own.AllOf ?? []).Any(part => IsPartOf(part, around));
            around.Remove(own);
            return isPart;
        }
    }

    private static IEnumerable<string[]> Permutations(string[] names)
        => names.Length == 0
            ? [[]]
            : names.SelectMany(name => Permutations([.. names.Where(other => other != name)]).Select(rest => (string[])[name, .. rest]));
}
