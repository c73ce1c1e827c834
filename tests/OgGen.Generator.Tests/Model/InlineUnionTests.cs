using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Model;

/// <summary>Inline alternatives that are all variants of a discriminated union: that union, and no type of their own.</summary>
[TestClass]
public sealed class InlineUnionTests
{
    private const string Both = "{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }";
    private const string Mapping = "mapping: { circle: '#/components/schemas/Circle', square: '#/components/schemas/Square' }";

    private static readonly string[] s_base =
    [
        "Shape: { type: object, required: [ form ], properties: { form: { type: string } }, discriminator: { propertyName: form, "
            + $"{Mapping} }} }}",
        "Circle: { allOf: [ { $ref: '#/components/schemas/Shape' }, { type: object, properties: { radius: { type: number } } } ] }",
        "Square: { allOf: [ { $ref: '#/components/schemas/Shape' }, { type: object, properties: { side: { type: number } } } ] }",
    ];

    private static readonly string[] s_alternatives =
    [
        $"Shape: {{ oneOf: [ {Both} ], discriminator: {{ propertyName: form, {Mapping} }} }}",
        "Circle: { type: object, required: [ form ], properties: { form: { type: string }, radius: { type: number } } }",
        "Square: { type: object, required: [ form ], properties: { form: { type: string }, side: { type: number } } }",
    ];

    [TestMethod]
    [DataRow($"oneOf: [ {Both} ]", "Shape")]
    [DataRow($"anyOf: [ {Both} ]", "Shape")]
    [DataRow(
        "oneOf: [ { $ref: '#/components/schemas/Square' }, { $ref: '#/components/schemas/Circle' } ]",
        "Shape",
        DisplayName = "in another order")]
    [DataRow($"oneOf: [ {{ $ref: '#/components/schemas/Shape' }}, {Both} ]", "Shape", DisplayName = "with the base")]
    [DataRow($"oneOf: [ {Both}, {{ type: 'null' }} ]", "Shape?")]
    [DataRow($"type: object, required: [ form ], description: A shape, oneOf: [ {Both} ]", "Shape", DisplayName = "with more said of all")]
    [DataRow($"oneOf: [ {Both} ], discriminator: {{ propertyName: form, {Mapping} }}", "Shape")]
    [DataRow($"type: array, items: {{ oneOf: [ {Both} ] }}", "Shape[]")]
    [DataRow($"type: object, additionalProperties: {{ oneOf: [ {Both} ] }}", "Shape{}")]
    [DataRow($"allOf: [ {{ oneOf: [ {Both} ] }} ]", "Shape")]
    public void All_variants_of_a_union_are_the_union(string schema, string expected)
    {
        AssertType(expected, schema, s_base);
        AssertType(expected, schema, s_alternatives);
    }

    [TestMethod]
    [DataRow("oneOf: [ { $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Note' } ]", DisplayName = "some of them")]
    [DataRow($"oneOf: [ {Both}, {{ $ref: '#/components/schemas/Note' }} ]", DisplayName = "and another one")]
    [DataRow($"oneOf: [ {Both}, {{ type: string }} ]", DisplayName = "and a string")]
    [DataRow($"oneOf: [ {Both} ], discriminator: {{ propertyName: kind }}", DisplayName = "told apart by another member")]
    [DataRow($"oneOf: [ {Both} ], discriminator: {{ propertyName: form }}", DisplayName = "told apart by names")]
    [DataRow(
        $"oneOf: [ {Both} ], discriminator: {{ propertyName: form, mapping: {{ round: '#/components/schemas/Circle' }} }}",
        DisplayName = "told apart by other values")]
    [DataRow($"oneOf: [ {Both} ], properties: {{ more: {{ type: string }} }}", DisplayName = "with members of its own")]
    [DataRow($"oneOf: [ {Both} ], x-oggen-name: TheValue", "TheValue", DisplayName = "with a name of its own")]
    public void Others_have_a_type_of_their_own(string schema, string expected = "DrawingValue")
    {
        AssertType(expected, schema, s_base);
        AssertType(expected, schema, s_alternatives);
    }

    [TestMethod]
    public void Alternatives_that_need_not_name_their_variant_have_a_type_of_their_own()
        => AssertType(
            "DrawingValue",
            $"oneOf: [ {Both} ]",
            [.. s_base.Select(static schema => schema.Replace("required: [ form ], ", "", StringComparison.Ordinal))]);

    [TestMethod]
    public void A_component_with_the_same_alternatives_keeps_its_name()
    {
        CompiledDocument document = Compile($"$ref: '#/components/schemas/Figure'", [.. s_base, $"Figure: {{ oneOf: [ {Both} ] }}"]);

        Assert.AreEqual("Figure", TypeOf(document));
        Assert.IsInstanceOfType<UntaggedUnionModel>(document.Types["Figure"]);
    }

    [TestMethod]
    [DataRow(
        "{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }, { $ref: '#/components/schemas/Red' }",
        "Shape",
        DisplayName = "the classes")]
    [DataRow(
        "{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Coloured' }, { $ref: '#/components/schemas/Square' }",
        "Shape",
        DisplayName = "the inner union")]
    [DataRow(
        "{ $ref: '#/components/schemas/Coloured' }, { $ref: '#/components/schemas/Red' }",
        "Coloured",
        DisplayName = "the inner union with its variant")]
    public void A_union_among_the_variants_stands_for_its_own(string alternatives, string expected) => AssertType(
        expected,
        $"oneOf: [ {alternatives} ]",
        [
            .. s_base,
            "Coloured: { allOf: [ { $ref: '#/components/schemas/Shape' }, { type: object, required: [ colour ], properties: { colour: { "
                + "type: string } }, discriminator: { propertyName: colour } } ] }",
            "Red: { allOf: [ { $ref: '#/components/schemas/Coloured' } ] }",
        ]);

    [TestMethod]
    public void Bodies_responses_and_what_they_hold_are_the_union_everywhere()
    {
        CompiledDocument document = CompiledDocument.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: 'https://api.example.com' } ]
            paths:
              /shapes:
                post:
                  operationId: draw
                  requestBody: { required: true, content: { application/json: { schema: { oneOf: [ {{Both}} ] } } } }
                  responses: { '200': { description: Drawn., content: {
                      application/json: { schema: { type: array, items: { oneOf: [ {{Both}} ] } } } } } }
            components:
              schemas:
                {{string.Join("\n    ", s_base)}}
            """);

        OperationModel draw = document.Operations["draw"].Single();
        Assert.AreEqual(new ModelRef("Shape", IsStruct: false), draw.Body!.Type);
        Assert.AreEqual((SendMethod.List, new ModelRef("Shape", IsStruct: false)), (draw.Result.Method, ((ListRef)draw.Result.Type!).Item));
        CollectionAssert.AreEquivalent(new[] { "Shape", "Circle", "Square" }, document.Types.Keys.ToArray());
    }

    private static void AssertType(string expected, string schema, string[] schemas)
    {
        CompiledDocument document = Compile(schema, schemas);

        Assert.AreEqual(expected, TypeOf(document));
        Assert.AreEqual(
            expected.TrimEnd('?', '[', ']', '{', '}') is "DrawingValue" or "TheValue",
            document.Types.Keys.Any(static name => name is "DrawingValue" or "TheValue"));
    }

    private static string TypeOf(CompiledDocument document)
    {
        PropertyModel value = ((ObjectModel)document.Types["Drawing"]).Properties.Single();
        return value.Type switch
        {
            ListRef list => ((ModelRef)list.Item).Name + "[]",
            MapRef map => ((ModelRef)map.Value).Name + "{}",
            _ => ((ModelRef)value.Type).Name + (value.Access == MemberAccess.OptionalKeepsNull ? "?" : ""),
        };
    }

    private static CompiledDocument Compile(string schema, string[] schemas) => CompiledDocument.Of($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        servers: [ { url: 'https://api.example.com' } ]
        paths: {}
        components:
          schemas:
            Drawing: { type: object, properties: { value: { {{schema}} } } }
            Note: { type: object, properties: { text: { type: string } } }
            {{string.Join("\n    ", schemas)}}
        """);
}
