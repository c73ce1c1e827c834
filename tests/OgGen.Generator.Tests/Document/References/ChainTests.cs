using OgGen.Generator.Tests.Harness;
using static OgGen.Generator.Tests.Document.References.Given;

namespace OgGen.Generator.Tests.Document.References;

/// <summary>A reference to a reference stands for what is at the end, and the nearest description counts.</summary>
[TestClass]
public sealed class ChainTests
{
    [TestMethod]
    public void A_component_that_is_a_reference_is_the_one_at_the_end_with_the_nearest_description()
    {
        GeneratorRun run = Compiled(Root(Head31 + """
            paths:
              /a:
                get:
                  operationId: getA
                  parameters:
                    - { $ref: '#/components/parameters/First' }
                    - { $ref: '#/components/parameters/Other', description: The use itself. }
                  responses: { '200': { $ref: '#/components/responses/First' } }
            components:
              parameters:
                First: { $ref: '#/components/parameters/Second' }
                Second: { $ref: '#/components/parameters/Third', description: The second one. }
                Third: { $ref: '#/components/parameters/Last', description: The third one. }
                Last: { name: last, in: query, description: The last one., schema: { type: integer, format: int32 } }
                Other: { name: other, in: query, description: The other one., schema: { type: string } }
              responses:
                First: { $ref: '#/components/responses/Last' }
                Last: { description: Done., content: { application/json: { schema: { type: array, items: { type: string } } } } }
            """));

        string client = run.Files["Sample.DefaultClient.g.cs"];
        Assert.Contains("GetAAsync(int? last = null, string? other = null,", client);
        Assert.Contains("The second one.", client);
        Assert.DoesNotContain("The third one.", client);
        Assert.DoesNotContain("The last one.", client);
        Assert.Contains("The use itself.", client);
    }

    [TestMethod]
    public void A_circle_of_components_is_reported_once_at_the_first_of_them()
    {
        GeneratorRun run = GeneratorHarness.Run(Root(Head + """
            paths:
              /a: { get: { operationId: getA, parameters: [ { $ref: '#/components/parameters/Into' } ],
                  responses: { '204': { description: Done. } } } }
            components:
              parameters:
                Into: { $ref: '#/components/parameters/B' }
                A: { $ref: '#/components/parameters/B' }
                B: { $ref: '#/components/parameters/C' }
                C: { $ref: '#/components/parameters/A' }
            """));

        string[] circles =
        [
            .. run.Diagnostics.Select(static diagnostic => diagnostic.ToString())
                .Where(static text => text.Contains("leads back to itself", StringComparison.Ordinal)),
        ];
        Assert.StartsWith("/spec/api.yaml(9,10): warning OGG006", circles.Single());
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_path_item_has_the_operations_of_all_that_it_leads_to_whatever_their_order(bool isReversed)
    {
        string[] items =
        [
            "  /a: { $ref: '#/paths/~1b', get: { operationId: getA, responses: { '204': { description: Done. } } } }",
            "  /b: { $ref: 'c.yaml#/c', put: { operationId: putB, responses: { '204': { description: Done. } } } }",
        ];
        GeneratorRun run = Run(
            Root(Head31 + "paths:\n" + string.Join('\n', isReversed ? items.Reverse() : items)),
            Part("/spec/c.yaml", """
                c: { $ref: '#/d', delete: { operationId: deleteC, responses: {
                    '200': { description: Done., content: { application/json: { schema: { $ref: '#/text' } } } } } } }
                d: { get: { operationId: getD, responses: { '204': { description: Done. } } },
                    delete: { operationId: deleteD, responses: { '204': { description: Done. } } } }
                text: { type: string }
                """));

        string client = run.Files["Sample.DefaultClient.g.cs"];
        string[] methods = ["Task GetAAsync(", "Task PutBAsync(", "Task<string> DeleteCAsync("];
        foreach (string method in methods)
        {
            Assert.Contains(method, client);
        }

        Assert.Contains("GetDAsync(", client, "Of /b, which has no GET of its own.");
        Assert.DoesNotContain("DeleteDAsync(", client);
    }

    [TestMethod]
    public void A_pointer_goes_on_where_the_references_in_its_way_lead()
    {
        GeneratorRun run = Compiled(
            Root(Head + """
                paths: {}
                components:
                  schemas:
                    Use: { type: object, properties: { x: { $ref: '#/components/schemas/Far/properties/inner/properties/deep' } } }
                    Far: { $ref: '#/components/schemas/Farther' }
                    Farther: { $ref: 'part.yaml#/far' }
                """),
            Part("/spec/part.yaml", """
                far: { $ref: '#/all/0' }
                all: [ { type: object, properties: { inner: { $ref: '#/inner' } } } ]
                inner: { type: object, properties: { deep: { type: integer, format: int32 } } }
                """));

        Assert.Contains("public int? X", TextOf(run, "Use"));
    }

    [TestMethod]
    public void A_circle_of_allOf_through_the_middle_of_schemas_is_reported_and_ends()
    {
        GeneratorRun run = Run(Root(Head + """
            paths: {}
            components:
              schemas:
                A: { type: object, allOf: [ { $ref: '#/components/schemas/B/allOf/0' } ], properties: { a: { type: string } } }
                B: { type: object, allOf: [ { allOf: [ { $ref: '#/components/schemas/A' } ], properties: { b: { type: string } } } ] }
            """));

        Assert.IsTrue(run.Diagnostics.Any(static diagnostic => diagnostic.Id == "OGG006"), string.Join('\n', run.Diagnostics));
        Assert.Contains("public string? A", TextOf(run, "A"));
    }

    [TestMethod]
    public void Elements_that_references_nest_deeper_than_the_limit_are_reported_where_they_stand()
    {
        string levels = string.Join('\n', Enumerable.Range(0, 30).Select(static i => $"p{i}: {{ a: {{ $ref: '#/p{i + 1}' }} }}"))
            + "\np30: { c: 1 }\n";

        GeneratorRun run = GeneratorHarness.Run(Root(Head + """
            paths: {}
            other: { $ref: 'parts.yaml#/p0' }
            """), Part("/spec/parts.yaml", levels));

        CollectionAssert.Contains(Places(run), "/spec/parts.yaml(16,13): error OGG030");
    }
}
