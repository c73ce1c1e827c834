using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>What types are called that have no name in the document, as <c>generator/Naming/NAMING.md</c> says.</summary>
[TestClass]
public sealed class TypeNameTests
{
    [TestMethod]
    [DataRow("{ type: object, properties: { address: { type: object, properties: { a: { type: string } } } } }", "OrderAddress")]
    [DataRow("{ type: array, items: { type: object, properties: { a: { type: string } } } }", "OrderItem")]
    [DataRow("{ type: object, additionalProperties: { type: object, properties: { a: { type: string } } } }", "OrderValue")]
    [DataRow(
        "{ type: object, properties: { address: { x-oggen-name: Place, type: object, properties: { a: { type: string } } } } }", "Place")]
    [DataRow("{ oneOf: [ { title: by card, type: object, properties: { a: { type: string } } }, { type: string } ] }", "OrderByCard")]
    [DataRow("{ oneOf: [ { title: Order by card, type: object, properties: { a: { type: string } } }, { type: string } ] }", "OrderByCard")]
    [DataRow(
        "{ properties: { a: { type: string } }, oneOf: [ { $ref: '#/components/schemas/Card' }, { type: object, properties: { c: {} } } ] "
            + "}",
        "OrderCard")]
    [DataRow(
        "{ oneOf: [ { type: object, required: [ kind ], properties: { kind: { const: by-card }, b: {} } }, { type: string } ] }",
        "OrderByCard")]
    [DataRow("{ oneOf: [ { type: object, properties: { number: { type: string } } }, { type: string } ] }", "OrderNumber")]
    [DataRow(
        "{ oneOf: [ { type: object, required: [ number ], properties: { number: { type: string }, b: {} } }, { type: string } ] }",
        "OrderNumber")]
    [DataRow("{ oneOf: [ { type: object, properties: { a: {}, b: {} } }, { type: integer } ] }", "OrderObject")]
    [DataRow(
        "{ oneOf: [ { type: object, properties: { a: {}, b: {} } }, { type: object, properties: { a: {}, b: {}, c: {}, d: {} } } ] }",
        "OrderVariant1")]
    [DataRow(
        "{ oneOf: [ { type: object, properties: { a: {}, b: {} } }, { type: object, properties: { a: {}, b: {}, c: {}, d: {} } } ] }",
        "OrderC")]
    [DataRow(
        "{ oneOf: [ { type: object, properties: { a: {}, b: {} } }, { type: object, required: [ a, d ], properties: { a: {}, b: {}, c: {}, "
            + "d: {} } } ] }",
        "OrderD")]
    [DataRow(
        "{ oneOf: [ { title: it, type: object, properties: { a: {}, b: {} } }, { title: it, type: object, properties: { a: {}, c: {} } } ] "
            + "}",
        "OrderB")]
    [DataRow(
        "{ oneOf: [ { type: object, required: [ kind ], properties: { kind: { const: x }, b: {} } }, { type: object, required: [ kind ], "
            + "properties: { kind: { const: x }, c: {} } } ] }",
        "OrderC")]
    [DataRow("{ oneOf: [ { type: string, enum: [ big, small ] }, { type: string, enum: [ red, blue ] }, { type: integer } ] }", "OrderRed")]
    [DataRow(
        "{ properties: { tags: { oneOf: [ { type: array, items: { type: object, properties: { a: {} } } }, { type: string } ] } } }",
        "OrderTag")]
    [DataRow(
        "{ properties: { tags: { oneOf: [ { type: array, items: { enum: [ a ] } }, { type: object, additionalProperties: { enum: [ b ] } } "
            + "] } } }",
        "OrderTag")]
    [DataRow(
        "{ properties: { tags: { oneOf: [ { type: array, items: { enum: [ a ] } }, { type: object, additionalProperties: { enum: [ b ] } } "
            + "] } } }",
        "OrderTagsValue")]
    [DataRow(
        "{ properties: { way: { oneOf: [ { title: Way, type: object, properties: { a: {} } }, { type: string } ] } } }", "OrderWayValue")]
    [DataRow(
        "{ properties: { way: { oneOf: [ { title: Order way by air, type: object, properties: { a: {} } }, { type: string } ] } } }",
        "OrderWayByAir")]
    [DataRow(
        "{ properties: { payment_way: { oneOf: [ { title: payment card, type: object, properties: { a: {} } }, { type: string } ] } } }",
        "OrderPaymentWayCard")]
    [DataRow("{ properties: { tags: { type: array, items: { enum: [ a ] } } } }", "OrderTag")]
    [DataRow("{ properties: { data: { type: array, items: { enum: [ a ] } } } }", "OrderDataItem")]
    [DataRow("{ properties: { prices: { type: object, additionalProperties: { type: object, properties: { a: {} } } } } }", "OrderPrice")]
    [DataRow("{ properties: { rest: { type: object, additionalProperties: { type: object, properties: { a: {} } } } } }", "OrderRestValue")]
    [DataRow("{ properties: { rows: { type: array, items: { type: array, items: { enum: [ a ] } } } } }", "OrderRowItem")]
    [DataRow("{ properties: { orders: { type: array, items: { enum: [ a ] } } } }", "OrderItem")]
    [DataRow("{ properties: { order_kind: { enum: [ a ] } } }", "OrderKind")]
    [DataRow("{ properties: { order: { enum: [ a ] } } }", "OrderValue")]
    [DataRow("{ properties: { value: { type: object, properties: { value: { enum: [ a ] } } } } }", "OrderValueContent")]
    [DataRow("{ properties: { -1: { enum: [ a ] } } }", "OrderMinus1")]
    [DataRow("{ oneOf: [ { type: string, enum: [ a ] }, { type: integer } ] }", "OrderText")]
    public void A_type_without_a_name_is_called_by_its_place_and_what_tells_it_from_others(string schema, string expected)
    {
        var document = CompiledDocument.Of(Document($$"""
            Order: {{schema}}
            Card: { type: object, properties: { b: { type: string } } }
            """));

        Assert.Contains(expected, document.TypeNames);
    }

    [TestMethod]
    [DataRow(
        "Orders", "type: array, items: { type: object, properties: { a: {} } }", "OrdersItem", DisplayName = "the document's own plural")]
    [DataRow(
        "PetErrors",
        "properties: { errors: { type: array, items: { enum: [ a ] } } }",
        "PetError",
        DisplayName = "a list that its place names")]
    [DataRow("Task", "properties: { kind: { enum: [ a ] } }", "TaskKind", DisplayName = "in a type that had to be renamed")]
    public void An_inline_type_is_called_by_the_name_that_the_document_has(string component, string schema, string expected)
    {
        var document = CompiledDocument.Of(Document($"{component}: {{ {schema} }}"));

        Assert.Contains(expected, document.TypeNames);
    }

    [TestMethod]
    [DataRow("pets", "list", "PetsListResponse")]
    [DataRow("pets", "pets/list", "PetsListResponse")]
    [DataRow("pets", "pets/pets-of-day", "PetsOfDayResponse")]
    [DataRow("pets", "listPets", "ListPetsResponse")]
    [DataRow("pets", "createPet", "CreatePetResponse")]
    [DataRow("pet shop", "shop_list", "PetShopListResponse")]
    [DataRow("", "list", "ListResponse")]
    [DataRow("pets", "makeResponse", "PetsMakeResponseBody")]
    [DataRow("pets", "Pets_Export", "PetsExportResponse")]
    public void What_an_operation_has_is_called_by_its_group_and_method_where_that_does_not_say_the_group(
        string tag, string id, string expected)
    {
        var document = CompiledDocument.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  operationId: {{id}}
                  {{(tag.Length > 0 ? $"tags: [{tag}]" : "")}}
                  responses: { '200': { description: A., content: { application/json: {
                      schema: { type: object, properties: { a: {} } } } } } }
            """);

        Assert.AreEqual(expected, document.ResultOf(id));
        Assert.Contains(expected, document.TypeNames);
    }

    [TestMethod]
    public void A_method_does_not_begin_with_its_group_however_often_that_is_said()
    {
        GroupModel group = CompiledDocument.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a: { get: { operationId: pets/pets-of-day, tags: [pets],
                  responses: { '200': { description: A., content: { application/json: {} } } } } }
            """).Groups.Single();

        Assert.AreEqual(("PetsClient", "OfDay"), (group.Name, group.Operations.Single().Name));
    }

    [TestMethod]
    public void Of_two_places_with_one_name_the_longer_one_has_every_word_of_its_way()
    {
        var document = CompiledDocument.Of(Document("Apple: { properties: { apple_kind: { enum: [ a ] }, kind: { enum: [ b ] } } }"));

        CollectionAssert.AreEqual(
            new[] { "AppleAppleKind AppleKind", "AppleKind Kind" },
            ((ObjectModel)document.Types["Apple"]).Properties
                .Select(static property => $"{CompiledDocument.NameOf(property.Type)} {property.Name}").ToArray());
    }

    [TestMethod]
    public void A_way_of_any_length_has_a_name_that_the_compiler_bears()
    {
        string schema = Enumerable.Range(0, 25).Reverse().Aggregate(
            "{ enum: [ a ] }",
            static (inner, i) => $"{{ type: object, properties: {{ aMemberWithAnExceptionallyLongName{(char)('A' + i)}{i}: {inner} }} }}");

        var document = CompiledDocument.Of(Document("Order: " + schema));

        Assert.HasCount(26, document.TypeNames);
        Assert.IsTrue(document.TypeNames.All(static type => type.Length <= 200));
    }

    [TestMethod]
    [DataRow("Card", "OrderByCard ByCard", "{ oneOf: [ { title: by card, type: object, properties: { a: {} } }, { type: string } ] }")]
    [DataRow("OrderCard", "OrderCard Card", "{ oneOf: [ { $ref: '#/components/schemas/OrderCard' }, { type: string } ] }")]
    [DataRow("Card", "Card Card", "{ oneOf: [ { $ref: '#/components/schemas/Card' }, { type: string } ] }")]
    [DataRow(
        "OrderCard",
        "OrderCard[] CardList",
        "{ oneOf: [ { type: array, items: { $ref: '#/components/schemas/OrderCard' } }, { type: string } ] }")]
    [DataRow("Order2", "Order2 Order2", "{ oneOf: [ { $ref: '#/components/schemas/Order2' }, { type: string } ] }")]
    public void A_case_is_called_by_what_its_choice_does_not_say(string other, string expected, string schema)
    {
        var document = CompiledDocument.Of(Document($$"""
            Order: {{schema}}
            {{other}}: { type: object, properties: { b: {} } }
            """));

        UntaggedUnionCase first = ((UntaggedUnionModel)document.Types["Order"]).Cases[0];
        Assert.AreEqual(expected, $"{CompiledDocument.NameOf(first.Type)} {first.Name}");
    }

    [TestMethod]
    public void What_is_added_elsewhere_renames_nothing()
    {
        const string order = "Order: { type: object, properties: { address: { type: object, properties: { a: { type: string } } } } }";
        const string other = "Another: { type: object, properties: { address: { type: object, properties: { b: { type: string } } } } }";

        foreach (string[] schemas in new string[][] { [order], [order, other], [other, order] })
        {
            Assert.AreEqual(
                "OrderAddress",
                CompiledDocument.Of(Document(string.Join('\n', schemas))).TypeOf("Order", "address"),
                string.Join('\n', schemas));
        }
    }

    private static string Document(string schemas) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths: {}
        components:
          schemas:
            {{schemas.Replace("\n", "\n    ", StringComparison.Ordinal)}}
        """;
}
