using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;
using static OgGen.Generator.Tests.Document.References.Given;

namespace OgGen.Generator.Tests.Document.References;

/// <summary>Schemas are found by their <c>$id</c>, <c>$anchor</c> and <c>$dynamicAnchor</c>, and stay one type.</summary>
[TestClass]
public sealed class SchemaIdTests
{
    private const string Document = Head31 + """
        paths: {}
        components:
          schemas:
            Pet:
              $id: https://pets.example/schemas/pet
              type: object
              $defs:
                Leg: { $anchor: leg, type: object, properties: { length: { type: integer }, pet: { $ref: pet },
                    toy: { $ref: '/schemas/toy' } } }
              properties:
                a: { X }
                q: { type: object, properties: { r: { type: string } } }
            Toy: { $id: https://pets.example/schemas/toy, type: object, properties: { name: { type: string } } }
            Urn: { $id: 'urn:example:urn', type: object, properties: { name: { type: string } } }
            Beside: { $id: beside.json, type: object, properties: { name: { type: string } } }
            Node: { $dynamicAnchor: node, type: object, properties: { name: { type: string } } }
            User: { type: object, properties: { a: { Y } } }
        """;

    [TestMethod]
    [DataRow("$ref: '#leg'", "Leg")]
    [DataRow("$ref: '#/$defs/Leg'", "Leg")]
    [DataRow("$ref: 'pet#leg'", "Leg")]
    [DataRow("$ref: toy", "Toy")]
    [DataRow("$ref: 'https://pets.example/schemas/toy'", "Toy")]
    [DataRow("$ref: 'https://pets.example/schemas/toy#'", "Toy")]
    [DataRow("$ref: '#/properties/q'", "PetQ")]
    [DataRow("$ref: '#/components/schemas/Toy'", "Toy")]
    public void A_reference_within_a_schema_counts_from_its_id(string reference, string type) => AssertType("X", reference, "Pet", type);

    [TestMethod]
    [DataRow("$ref: 'https://pets.example/schemas/pet'", "Pet")]
    [DataRow("$ref: 'https://pets.example/schemas/pet#/properties/q'", "PetQ")]
    [DataRow("$ref: 'https://pets.example/schemas/pet#leg'", "Leg")]
    [DataRow("$ref: '#leg'", "Leg")]
    [DataRow("$ref: 'urn:example:urn'", "Urn")]
    [DataRow("$ref: beside.json", "Beside")]
    [DataRow("$ref: '#node'", "Node")]
    [DataRow("$dynamicRef: '#node'", "Node")]
    [DataRow("$dynamicRef: '#/components/schemas/Toy'", "Toy")]
    public void A_reference_from_elsewhere_finds_the_schema(string reference, string type) => AssertType("Y", reference, "User", type);

    [TestMethod]
    [DataRow("$ref: 'https://pets.example/schemas/cat'", "leads out of the project")]
    [DataRow("$ref: 'https://pets.example/schemas/pet#tail'", "leads out of the project")]
    [DataRow("$ref: '#tail'", "leads nowhere in this document")]
    [DataRow("$dynamicRef: '#nowhere'", "leads nowhere in this document")]
    public void A_name_that_no_schema_has_is_an_error_at_its_place(string reference, string reason)
    {
        GeneratorRun run = Run(
            Root(Document.Replace("X", "type: string", StringComparison.Ordinal).Replace("Y", reference, StringComparison.Ordinal)));

        Assert.StartsWith($"/spec/api.yaml(19,46): error {Descriptors.UnresolvedReference}: ", run.Diagnostics.Single().ToString());
        Assert.Contains(reason, run.Diagnostics.Single().ToString());
    }

    [TestMethod]
    public void A_dynamic_reference_to_several_schemas_is_any_JSON_and_a_warning()
    {
        GeneratorRun run = Run(Root(Head31 + """
            paths: {}
            components:
              schemas:
                List: { type: object, properties: { item: { $dynamicRef: '#T' } }, $defs: { T: { $dynamicAnchor: T, type: object } } }
                Pets: { $id: pets, $defs: { T: { $dynamicAnchor: T, type: string } }, type: object,
                    properties: { list: { $ref: '#/components/schemas/List' } } }
            """));

        Assert.StartsWith(
            $"/spec/api.yaml(6,49): warning {Descriptors.Unsupported}: Several schemas have the anchor",
            run.Diagnostics.Single().ToString());
        Assert.Contains("JsonElement? Item", TextOf(run, "List"));
    }

    [TestMethod]
    public void A_property_that_is_called_like_a_keyword_names_nothing()
        => Compiled(Root(Head31 + """
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { $id: { type: string }, $anchor: { type: string } } }
            """));

    private static void AssertType(string mark, string reference, string owner, string type)
    {
        string text = Document.Replace(mark, reference, StringComparison.Ordinal)
            .Replace(mark == "X" ? "Y" : "X", "type: string", StringComparison.Ordinal);

        Assert.Contains($"public {type}? A ", TextOf(Compiled(Root(text)), owner));
    }
}
