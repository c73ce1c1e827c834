using OgGen.Generator.Tests.Harness;
using static OgGen.Generator.Tests.Document.References.Given;

namespace OgGen.Generator.Tests.Document.References;

/// <summary>References into the middle of a document resolve, and one schema stays one type.</summary>
[TestClass]
public sealed class LocalReferenceTests
{
    [TestMethod]
    public void A_reference_into_a_component_and_the_original_are_one_type()
    {
        GeneratorRun run = Compiled(Root(Head + """
            paths: {}
            components:
              schemas:
                Pet:
                  type: object
                  properties:
                    name: { type: string }
                    address: { type: object, properties: { street: { type: string } } }
                    tags: { type: array, items: { type: object, properties: { text: { type: string } } } }
                Copy:
                  type: object
                  properties:
                    name: { $ref: '#/components/schemas/Pet/properties/name' }
                    address: { $ref: '#/components/schemas/Pet/properties/address' }
                    tag: { $ref: '#/components/schemas/Pet/properties/tags/items' }
                    street: { $ref: '#/components/schemas/Copy/properties/address/properties/street' }
            """));

        CollectionAssert.AreEqual(new[] { "Copy", "Pet", "PetAddress", "PetTagsItem" }, Types(run));
        Assert.Contains("public PetAddress? Address", TextOf(run, "Pet"));
        Assert.Contains("public PetAddress? Address", TextOf(run, "Copy"));
        Assert.Contains("List<PetTagsItem>? Tags", TextOf(run, "Pet"));
        Assert.Contains("public PetTagsItem? Tag", TextOf(run, "Copy"));
        Assert.Contains("public string? Name", TextOf(run, "Copy"));
        Assert.Contains("public string? Street", TextOf(run, "Copy"));
    }

    [TestMethod]
    public void A_reference_into_an_operation_resolves()
    {
        GeneratorRun run = Compiled(Root(Head + """
            paths:
              /pets:
                get:
                  operationId: listPets
                  parameters:
                    - { name: limit, in: query, schema: { type: integer, format: int32 } }
                  responses:
                    '200':
                      description: Pets.
                      content: { application/json: { schema: { type: object, properties: { count: { type: integer } } } } }
              /toys:
                get:
                  operationId: listToys
                  parameters:
                    - $ref: '#/paths/~1pets/get/parameters/0'
                  responses: { '200': { $ref: '#/paths/~1pets/get/responses/200' } }
              /sums:
                get:
                  operationId: listSums
                  responses: { '200': { description: Sums., content: {
                      application/json: { schema: { $ref: '#/paths/~1pets/get/responses/200/content/application~1json/schema' } } } } }
            """));

        string client = run.Files["Sample.DefaultClient.g.cs"];
        string type = Types(run).Single();
        Assert.Contains($"Task<{type}> ListPetsAsync(int? limit = null,", client);
        Assert.Contains($"Task<{type}> ListToysAsync(int? limit = null,", client);
        Assert.Contains($"Task<{type}> ListSumsAsync(", client);
    }

    [TestMethod]
    public void Definitions_within_a_schema_are_found_from_the_schema_around_them()
    {
        GeneratorRun run = Compiled(Root(Head31 + """
            paths: {}
            components:
              schemas:
                Pet:
                  type: object
                  $defs:
                    Leg: { type: object, properties: { length: { type: integer }, next: { $ref: '#/$defs/Leg' } } }
                  properties:
                    front: { $ref: '#/$defs/Leg' }
                    back: { $ref: '#/components/schemas/Pet/$defs/Leg' }
            """));

        CollectionAssert.AreEqual(new[] { "Leg", "Pet" }, Types(run));
        Assert.Contains("public Leg? Front", TextOf(run, "Pet"));
        Assert.Contains("public Leg? Back", TextOf(run, "Pet"));
        Assert.Contains("public Leg? Next", TextOf(run, "Leg"));
    }

    [TestMethod]
    public void A_component_s_name_may_need_escaping()
    {
        GeneratorRun run = Run(Root(Head + """
            paths: {}
            components:
              schemas:
                'a/b': { type: object, properties: { c: { type: string } } }
                'With Space': { type: object, properties: { d: { type: string } } }
                Use: { type: object, properties: { x: { $ref: '#/components/schemas/a~1b' },
                    y: { $ref: '#/components/schemas/With%20Space' } } }
            """));

        Assert.IsFalse(run.Diagnostics.Any(static diagnostic => diagnostic.Id == "OGG003"), string.Join('\n', run.Diagnostics));
        CollectionAssert.AreEqual(new[] { "AB", "Use", "WithSpace" }, Types(run));
        Assert.Contains("public AB? X", TextOf(run, "Use"));
        Assert.Contains("public WithSpace? Y", TextOf(run, "Use"));
    }

    [TestMethod]
    public void A_path_item_may_stand_among_the_components_and_a_part_of_one_beside_it()
    {
        GeneratorRun run = Compiled(Root(Head31 + """
            paths:
              /a:
                $ref: '#/components/pathItems/Shared'
                post: { operationId: addA, responses: { '204': { description: Done. } } }
            components:
              pathItems:
                Shared:
                  get: { operationId: getA, parameters: [{ name: q, in: query, schema: { type: string } }],
                      responses: { '204': { description: Done. } } }
                  post: { operationId: hidden, responses: { '204': { description: Done. } } }
            """));

        string client = run.Files["Sample.DefaultClient.g.cs"];
        Assert.Contains("GetAAsync(string? q = null,", client);
        Assert.Contains("AddAAsync(", client);
        Assert.DoesNotContain("HiddenAsync", client);
    }

    [TestMethod]
    public void Swagger_2_has_its_components_elsewhere()
    {
        GeneratorRun run = Compiled(
            Root("""
                swagger: '2.0'
                info: { title: T, version: '1' }
                produces: [application/json]
                paths:
                  /a:
                    get:
                      operationId: getA
                      parameters: [{ $ref: 'c.yaml#/parameters/Limit' }]
                      responses: { 200: { description: A., schema: { $ref: 'c.yaml#/definitions/A' } } }
                definitions: { B: { type: object, properties: { x: { $ref: '#/definitions/B/properties/y' },
                    y: { type: integer, format: int32 } } } }
                """),
            Part("/spec/c.yaml", """
                parameters: { Limit: { name: limit, in: query, type: integer, format: int32 } }
                definitions: { A: { type: object, properties: { n: { type: string } } } }
                """));

        CollectionAssert.AreEqual(new[] { "A", "B" }, Types(run));
        Assert.Contains("Task<A> GetAAsync(int? limit = null,", run.Files["Sample.DefaultClient.g.cs"]);
        Assert.Contains("public int? X", TextOf(run, "B"));
    }
}
