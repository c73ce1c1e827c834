using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Names;

/// <summary>Which inline schemas of one owner are of one type, as <c>generator/Naming/NAMING.md</c> says.</summary>
[TestClass]
public sealed class SharedTypeTests
{
    private const string Head = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        components:
          schemas:
            Cat: { type: object, required: [ kind ], properties: { kind: { type: string }, purrs: { type: boolean } } }
            Dog: { type: object, required: [ kind ], properties: { kind: { type: string }, barks: { type: boolean } } }

        """;

    [TestMethod]
    [DataRow("{ enum: [ a ] }", "{ enum: [ a, b ] }", DisplayName = "enum")]
    [DataRow("{ enum: [ a, b ] }", "{ enum: [ b, a ] }", DisplayName = "the order of constants")]
    [DataRow("{ type: string, enum: [ a ] }", "{ type: string, enum: [ a ], maxLength: 3 }", DisplayName = "a limit")]
    [DataRow(
        "{ properties: { a: { type: integer } } }",
        "{ properties: { a: { type: integer, minimum: 0 } } }",
        DisplayName = "a limit of a member")]
    [DataRow(
        "{ properties: { a: { type: integer } } }",
        "{ properties: { a: { type: integer } }, maxProperties: 3 }",
        DisplayName = "a limit of the object")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: {} }, x-anything: 1 }", DisplayName = "an extension")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: {} }, unevaluatedItems: false }", DisplayName = "a keyword without use")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: {} }, required: [ a ] }", DisplayName = "required")]
    [DataRow(
        "{ properties: { a: {} } }",
        "{ properties: { a: {} }, additionalProperties: { type: integer } }",
        DisplayName = "additionalProperties")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: { x-oggen-name: B } } }", DisplayName = "the name of a member")]
    [DataRow(
        "{ enum: [ 1, 2 ], x-enum-varnames: [ One, Two ] }",
        "{ enum: [ 1, 2 ], x-enum-varnames: [ Low, High ] }",
        DisplayName = "the names of constants")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: { title: A } } }", DisplayName = "the title of a member")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: { description: A } } }", DisplayName = "the description of a member")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: { default: 1 } } }", DisplayName = "the default of a member")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: { deprecated: true } } }", DisplayName = "a deprecated member")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: { readOnly: true } } }", DisplayName = "a member that is only read")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: { writeOnly: true } } }", DisplayName = "a member that is only written")]
    [DataRow(
        "{ properties: { a: { type: string } } }",
        "{ properties: { a: { type: [ string, 'null' ] } } }",
        DisplayName = "a member that may be null")]
    [DataRow(
        "{ properties: { a: { $ref: '#/components/schemas/Cat' } } }",
        "{ properties: { a: { $ref: '#/components/schemas/Dog' } } }",
        DisplayName = "the target of a reference")]
    [DataRow(
        "{ oneOf: [ { type: string }, { type: integer } ] }",
        "{ anyOf: [ { type: string }, { type: integer } ] }",
        DisplayName = "oneOf and anyOf")]
    [DataRow(
        "{ type: object, properties: { a: {} }, allOf: [ { $ref: '#/components/schemas/Cat' } ] }",
        "{ type: object, properties: { a: {} }, allOf: [ { $ref: '#/components/schemas/Dog' } ] }",
        DisplayName = "allOf")]
    public void Schemas_that_differ_in_any_keyword_are_two_types(string first, string second) => AssertTypes(first, second, isOne: false);

    [TestMethod]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: {} }, title: A }", DisplayName = "title")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: {} }, description: A }", DisplayName = "description")]
    [DataRow("{ enum: [ a ] }", "{ enum: [ a ], default: a }", DisplayName = "default")]
    [DataRow("{ enum: [ a ] }", "{ enum: [ a ], deprecated: true }", DisplayName = "deprecated")]
    [DataRow("{ enum: [ a ] }", "{ enum: [ a ], readOnly: true }", DisplayName = "readOnly")]
    [DataRow("{ enum: [ a ] }", "{ enum: [ a ], writeOnly: true }", DisplayName = "writeOnly")]
    [DataRow(
        "{ type: string, enum: [ a ] }", "{ type: [ string, 'null' ], enum: [ a, null ] }", DisplayName = "null among types and constants")]
    [DataRow(
        "{ type: object, properties: { a: {} } }",
        "{ type: [ object, 'null' ], properties: { a: {} } }",
        DisplayName = "null among the types of an object")]
    [DataRow(
        "{ oneOf: [ { type: string }, { type: integer } ] }",
        "{ oneOf: [ { type: string }, { type: integer }, { type: 'null' } ] }",
        DisplayName = "null among alternatives")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: {} }, example: { a: 1 } }", DisplayName = "example")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: {} }, examples: [ { a: 1 } ] }", DisplayName = "examples")]
    [DataRow("{ properties: { a: {} } }", "{ properties: { a: { example: 1 } } }", DisplayName = "the example of a member")]
    [DataRow(
        "{ properties: { a: {}, b: { type: string } } }",
        "{ properties: { b: { type: string }, a: {} } }",
        DisplayName = "the order of members")]
    [DataRow("{ type: string, enum: [ a ] }", "{ enum: [ a ], type: string }", DisplayName = "the order of keywords")]
    public void What_belongs_to_the_place_of_a_schema_makes_no_other_type(string first, string second)
        => AssertTypes(first, second, isOne: true);

    [TestMethod]
    public void Nullable_of_3_0_belongs_to_the_place()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Order: { type: object, properties: { a: { type: string, enum: [ x ] }, b: { type: string, enum: [ x ], nullable: true } } }
            """);

        Assert.AreEqual("Order OrderA", string.Join(' ', document.TypeNames));
    }

    [TestMethod]
    public void A_limit_that_makes_another_number_is_not_lost()
    {
        CompiledDocument document = Compile(
            "{ properties: { n: { type: integer } } }",
            "{ properties: { n: { type: integer, minimum: 0, maximum: 18446744073709551615 } } }");

        Assert.AreEqual("Int64", document.TypeOf("OrderFirst", "n"));
        Assert.AreEqual("UInt64", document.TypeOf("OrderSecond", "n"));
    }

    [TestMethod]
    public void Untagged_unions_that_differ_in_the_mapping_of_their_discriminator_have_each_its_own_constants()
    {
        const string choice =
            "{ oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, "
                + "mapping: § } }";
        string first = choice.Replace("§", "{ c: '#/components/schemas/Cat', d: '#/components/schemas/Dog' }", StringComparison.Ordinal);
        string second = choice.Replace(
            "§", "{ meow: '#/components/schemas/Cat', woof: '#/components/schemas/Dog' }", StringComparison.Ordinal);

        CompiledDocument document = Compile(first, second);

        Assert.AreEqual("c d", Constants("OrderFirst"));
        Assert.AreEqual("meow woof", Constants("OrderSecond"));

        string Constants(string type)
            => string.Join(
                ' ',
                ((UntaggedUnionModel)document.Types[type]).Cases.SelectMany(static @case => @case.Constants)
                    .SelectMany(static member => member.Values));
    }

    [TestMethod]
    public void Enumerations_that_differ_in_the_names_of_their_constants_have_each_its_own()
    {
        CompiledDocument document = Compile(
            "{ enum: [ 1, 2 ], x-enum-varnames: [ One, Two ] }", "{ enum: [ 1, 2 ], x-enum-varnames: [ Low, High ] }");

        Assert.AreEqual("One Two", document.ConstantsOf("OrderFirst"));
        Assert.AreEqual("Low High", document.ConstantsOf("OrderSecond"));
    }

    [TestMethod]
    [DataRow("Where it is.", "Where it is.", "Where it is.", DisplayName = "where all agree")]
    [DataRow(
        "Where it is.",
        "Where it was.",
        @"Schema: \#\/components\/schemas\/Order\/properties\/first",
        DisplayName = "not where two differ")]
    public void A_type_has_a_summary_only_where_all_its_places_agree_and_each_member_keeps_its_own(
        string first, string second, string expected)
    {
        CompiledDocument document = Compile(
            $"{{ description: {first}, properties: {{ a: {{}} }} }}", $"{{ description: {second}, properties: {{ a: {{}} }} }}");

        Assert.AreEqual(expected, document.SummaryOf("OrderFirst"));
        string[] summaries = ((ObjectModel)document.Types["Order"]).Properties.Select(static property => property.Doc.Summary).ToArray();
        CollectionAssert.AreEqual(new[] { first, second }, summaries);
    }

    [TestMethod]
    public void Among_components_the_place_that_is_first_in_ordinal_order_names_a_type_whatever_the_order_of_the_document()
    {
        const string head = """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:

            """;
        const string b = """
                B: { type: object, properties: { kind: { enum: [ a ] } } }

            """;
        const string a = """
                Another: { type: object, properties: { kind: { enum: [ a ] } } }

            """;

        foreach (string schemas in new[] { a + b, b + a })
        {
            CompiledDocument document = CompiledDocument.Of(head + schemas);

            Assert.AreEqual("AnotherKind", document.TypeOf("B", "kind"), schemas);
            Assert.AreEqual("AnotherKind", document.TypeOf("Another", "kind"), schemas);
        }
    }

    [TestMethod]
    public void Within_an_operation_the_place_that_is_first_in_the_document_names_a_type()
    {
        CompiledDocument document = CompiledDocument.Of("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  operationId: getA
                  responses: { '200': { description: A., content: { application/json: {
                      schema: { type: object, properties: { zoo: { enum: [ a ] }, ape: { enum: [ a ] } } } } } } }
            """);

        Assert.AreEqual("GetAResponseZoo", document.TypeOf("GetAResponse", "ape"));
        Assert.AreEqual("GetAResponseZoo", document.TypeOf("GetAResponse", "zoo"));
    }

    [TestMethod]
    public void Equal_schemas_with_one_given_name_are_one_type_wherever_they_stand()
    {
        const string place = "{ type: object, x-oggen-name: Place, properties: { city: { type: string } } }";

        CompiledDocument document = CompiledDocument.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a: { get: { operationId: getA, responses: { '200': { description: A.,
                  content: { application/json: { schema: {{place}} } } } } } }
              /b: { get: { operationId: getB, responses: { '200': { description: A.,
                  content: { application/json: { schema: {{place}} } } } } } }
            webhooks:
              moved: { post: { requestBody: { content: { application/json: { schema: {{place}} } } },
                  responses: { '200': { description: A. } } } }
            components: { schemas: { Order: { type: object, properties: { to: {{place}} } } } }
            """);

        Assert.AreEqual("Order Place", string.Join(' ', document.TypeNames));
        Assert.AreEqual("Place", document.ResultOf("getA"));
        Assert.AreEqual("Place", document.ResultOf("getB"));
        Assert.AreEqual("Place", document.TypeOf("Order", "to"));
        Assert.IsEmpty(document.Renamed);
    }

    [TestMethod]
    public void Schemas_that_differ_share_no_type_although_they_are_given_one_name()
    {
        CompiledDocument document = Compile("{ enum: [ a ], x-oggen-name: Place }", "{ enum: [ b ], x-oggen-name: Place }");

        (string wanted, string name, string holder) = document.Renamed.Single();
        Assert.AreEqual("Place PlaceValue by '#/components/schemas/Order/properties/first'", $"{wanted} {name} {holder}");
    }

    [TestMethod]
    public void Items_values_and_alternatives_share_types_as_members_do()
    {
        const string @object = "{ type: object, properties: { a: {} } }";

        CompiledDocument document = CompiledDocument.Of(Head + $$"""
                Order:
                  type: object
                  properties:
                    one: {{@object}}
                    list: { type: array, items: {{@object}} }
                    map: { type: object, additionalProperties: {{@object}} }
                    way: { oneOf: [ {{@object}}, { type: string } ] }
            """);

        Assert.AreEqual("OrderOne[]", document.TypeOf("Order", "list"));
        Assert.AreEqual("OrderOne{}", document.TypeOf("Order", "map"));
        Assert.AreEqual("OrderOne", CompiledDocument.NameOf(((UntaggedUnionModel)document.Types["OrderWay"]).Cases[0].Type));
    }

    private static void AssertTypes(string first, string second, bool isOne)
    {
        CompiledDocument document = Compile(first, second);
        Assert.AreEqual("OrderFirst", document.TypeOf("Order", "first"));
        Assert.AreEqual(isOne ? "OrderFirst" : "OrderSecond", document.TypeOf("Order", "second"));
    }

    private static CompiledDocument Compile(string first, string second)
        => CompiledDocument.Of(Head + $$"""
                Order: { type: object, properties: { first: {{first}}, second: {{second}} } }
            """);
}
