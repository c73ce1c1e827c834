using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>What types are called that have no name in the document, as <c>generator/Model/NAMING.md</c> says.</summary>
[TestClass]
public sealed class TypeNameTests
{
    private const string Head = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n";

    [TestMethod]
    [DataRow("{ type: object, properties: { address: { type: object, properties: { a: { type: string } } } } }", "OrderAddress")]
    [DataRow("{ type: array, items: { type: object, properties: { a: { type: string } } } }", "OrderItem")]
    [DataRow("{ type: object, additionalProperties: { type: object, properties: { a: { type: string } } } }", "OrderValue")]
    [DataRow("{ type: object, properties: { address: { x-oggen-name: Place, type: object, properties: { a: { type: string } } } } }", "Place")]
    [DataRow("{ oneOf: [ { title: by card, type: object, properties: { a: { type: string } } }, { type: string } ] }", "OrderByCard")]
    [DataRow("{ oneOf: [ { title: Order by card, type: object, properties: { a: { type: string } } }, { type: string } ] }", "OrderByCard")]
    [DataRow("{ properties: { a: { type: string } }, oneOf: [ { $ref: '#/components/schemas/Card' }, { type: object, properties: { c: {} } } ] }", "OrderCard")]
    [DataRow("{ oneOf: [ { type: object, required: [ kind ], properties: { kind: { const: by-card }, b: {} } }, { type: string } ] }", "OrderByCard")]
    [DataRow("{ oneOf: [ { type: object, properties: { number: { type: string } } }, { type: string } ] }", "OrderNumber")]
    [DataRow("{ oneOf: [ { type: object, required: [ number ], properties: { number: { type: string }, b: {} } }, { type: string } ] }", "OrderNumber")]
    [DataRow("{ oneOf: [ { type: object, properties: { a: {}, b: {} } }, { type: integer } ] }", "OrderVariant1")]
    [DataRow("{ oneOf: [ { type: string, enum: [ a ] }, { type: integer } ] }", "OrderText")]
    public void A_type_without_a_name_is_called_by_its_place_and_what_tells_it_from_others(string schema, string expected)
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of(Head + "    Order: " + schema + "\n    Card: { type: object, properties: { b: { type: string } } }\n"));

        Assert.IsTrue(run.HasType(expected), string.Join('\n', run.Files.Keys));
    }

    [TestMethod]
    public void What_is_added_elsewhere_renames_nothing()
    {
        const string order = "    Order: { type: object, properties: { address: { type: object, properties: { a: { type: string } } } } }\n";
        const string other = "    Another: { type: object, properties: { address: { type: object, properties: { b: { type: string } } } } }\n";

        foreach (string document in new[] { order, order + other, other + order })
        {
            Assert.IsTrue(GeneratorHarness.Run(Declared.Of(Head + document)).HasType("OrderAddress"), document);
        }
    }
}
