using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Schemas;

/// <summary>Which C# type a scalar has.</summary>
[TestClass]
public sealed class ScalarTypeTests
{
    private const string Integer = @"^-?(?:0|[1-9]\d*)$";
    private const string Fraction = @"^-?(?:0|[1-9]\d*)(?:\.\d+)?$";
    private const string Floating = @"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$";
    private const string Pydantic = @"^(?!^[-+.]*$)[+-]?0*\d*\.?\d*$";

    [TestMethod]
    [DataRow($"pattern: '{Integer}', type: [ integer, string ], format: int32", "Int32")]
    [DataRow($"pattern: '{Integer}', type: [ 'null', integer, string ], format: int64", "Int64?")]
    [DataRow($"pattern: '{Integer}', type: [ integer, string ], format: uint64", "UInt64")]
    [DataRow($"pattern: '{Integer}', type: [ integer, string ]", "Int64")]
    [DataRow($"pattern: '{Floating}', type: [ number, string ], format: double", "Double")]
    [DataRow($"pattern: '{Floating}', type: [ number, string, 'null' ], format: float", "Single?")]
    [DataRow($"pattern: '{Fraction}', type: [ number, string ], format: double", "Decimal", DisplayName = "a decimal of ASP.NET Core")]
    [DataRow(
        $"pattern: '{Fraction}', type: [ number, string, 'null' ], format: double",
        "Decimal?",
        DisplayName = "a decimal of ASP.NET Core, or null")]
    [DataRow($"pattern: '{Fraction}', type: [ number, string ]", "Decimal")]
    [DataRow($"pattern: '{Fraction}', type: [ number, string ], format: float", "Single")]
    [DataRow($"pattern: '{Integer}', type: [ number, string ], format: double", "Double")]
    [DataRow($"pattern: '{Fraction}', format: double", "Decimal?", DisplayName = "a decimal of ASP.NET Core in 3.0")]
    [DataRow($"pattern: '{Fraction}', type: [ number, string ], format: decimal", "Decimal")]
    [DataRow($"pattern: '{Fraction}', type: [ integer, number, string ]", "Decimal")]
    [DataRow($"pattern: '{Integer}', format: int32", "Int32?", DisplayName = "ASP.NET Core in 3.0")]
    [DataRow($"pattern: '{Integer}', format: int64, nullable: true", "Int64?", DisplayName = "ASP.NET Core in 3.0, or null")]
    [DataRow($"pattern: '{Floating}', format: float", "Single?", DisplayName = "ASP.NET Core in 3.0, single precision")]
    [DataRow($"pattern: '{Integer}', minimum: 1", "Int64?")]
    [DataRow($"anyOf: [ {{ type: number }}, {{ type: string, pattern: '{Pydantic}' }} ]", "Decimal", DisplayName = "Pydantic")]
    [DataRow(
        $"anyOf: [ {{ type: number }}, {{ type: string, pattern: '{Pydantic}' }}, {{ type: 'null' }} ]",
        "Decimal?",
        DisplayName = "Pydantic, or null")]
    [DataRow($"anyOf: [ {{ type: number }}, {{ type: string, pattern: '{Floating}' }} ]", "Double")]
    [DataRow($"anyOf: [ {{ type: [ number, string ], pattern: '{Floating}' }}, {{ type: string, pattern: '{Fraction}' }} ]", "Double")]
    [DataRow($"oneOf: [ {{ type: string, pattern: '{Integer}' }}, {{ type: integer, format: int32 }} ]", "Int32")]
    [DataRow(
        $"oneOf: [ {{ $ref: '#/components/schemas/Digits' }}, {{ $ref: '#/components/schemas/Count' }} ]",
        "Int32",
        DisplayName = "references")]
    [DataRow($"anyOf: [ {{ type: integer }}, {{ type: number }}, {{ type: string, pattern: '{Fraction}' }} ]", "Decimal")]
    [DataRow($"anyOf: [ {{ type: [ number, string ], pattern: '{Fraction}' }}, {{ enum: [ NaN, Infinity, -Infinity ] }} ]", "NamedDouble")]
    [DataRow("anyOf: [ { type: number }, { enum: [ NaN, Infinity, -Infinity ] } ], format: double", "NamedDouble")]
    [DataRow(
        $"anyOf: [ {{ type: [ number, string ], pattern: '{Floating}' }}, {{ enum: [ NaN, Infinity, -Infinity ] }} ], format: float",
        "NamedSingle")]
    [DataRow($"anyOf: [ {{ type: [ number, string ], pattern: '{Fraction}', format: decimal }}, {{ enum: [ NaN ] }} ]", "Decimal")]
    [DataRow("$ref: '#/components/schemas/Count'", "Int32", DisplayName = "a component without a type of its own")]
    [DataRow("type: array, items: { $ref: '#/components/schemas/Count' }", "Int32[]")]
    [DataRow($"type: array, items: {{ type: [ integer, string, 'null' ], pattern: '{Integer}' }}", "Int64?[]")]
    [DataRow($"type: object, additionalProperties: {{ type: [ number, string ], pattern: '{Floating}' }}", "Double{}")]
    public void A_number_that_may_be_a_string_is_that_number(string schema, string expected) => AssertType(expected, schema);

    [TestMethod]
    [DataRow($"pattern: '{Integer}', anyOf: [ {{ type: integer }}, {{ type: string }} ], format: int32", "Int32")]
    [DataRow(
        $"pattern: '{Integer}', anyOf: [ {{ type: integer }}, {{ type: string }}, {{ enum: [ null ], nullable: true }} ], format: uint64",
        "UInt64?")]
    [DataRow($"pattern: '{Floating}', anyOf: [ {{ type: number }}, {{ type: string }}, {{ enum: [ null ] }} ], nullable: true", "Double?")]
    [DataRow($"pattern: '{Fraction}', anyOf: [ {{ type: number }}, {{ type: string }} ], format: double", "Decimal")]
    [DataRow(
        $"pattern: '{Fraction}', anyOf: [ {{ type: number }}, {{ type: string }}, {{ enum: [ null ] }} ], nullable: true, format: double",
        "Decimal?")]
    [DataRow("anyOf: [ { type: number }, { type: string }, { enum: [ null ] } ], nullable: true", "SValue?")]
    public void A_list_of_types_that_is_written_as_alternatives_in_3_0_is_one(string schema, string expected)
        => AssertType(expected, CompiledDocument.Of($$"""
            openapi: 3.0.4
            info: { title: T, version: '1' }
            servers: [ { url: 'https://api.example.com' } ]
            paths: {}
            components: { schemas: { S: { type: object, properties: { value: { {{schema}} } } } } }
            """));

    [TestMethod]
    [DataRow("type: [ integer, string ]")]
    [DataRow("type: [ integer, string ], format: int32")]
    [DataRow("type: [ integer, string ], pattern: '^[a-z]+$'")]
    [DataRow(@"type: [ integer, string ], pattern: '^\d{4}-\d{2}-\d{2}$'", DisplayName = "a date")]
    [DataRow($"type: [ integer, string, boolean ], pattern: '{Integer}'")]
    [DataRow("anyOf: [ { type: integer }, { type: string } ]")]
    [DataRow($"anyOf: [ {{ type: integer }}, {{ type: string, pattern: '{Integer}' }}, {{ type: boolean }} ]")]
    [DataRow("anyOf: [ { type: number }, { enum: [ NaN, none ] } ]")]
    [DataRow("anyOf: [ { type: integer }, { enum: [ NaN ] } ]")]
    [DataRow(
        $"anyOf: [ {{ type: integer, format: int32 }}, {{ type: integer, format: uint64 }}, {{ type: string, pattern: '{Integer}' }} ]")]
    public void A_number_and_another_string_are_two_values(string schema) => AssertType("SValue", schema);

    [TestMethod]
    public void A_number_that_may_be_a_string_is_an_alternative_for_both()
    {
        var document = Compile(
            $"value: {{ anyOf: [ {{ type: [ integer, string ], pattern: '{Integer}' }}, {{ type: object, properties: {{ a: {{}} }} }} ] "
                + "}");

        var choice = (UntaggedUnionModel)document.Types["SValue"];
        Assert.AreEqual(JsonKinds.Number | JsonKinds.String, choice.Cases[0].Kinds);
    }

    [TestMethod]
    public void A_workflow_of_GitHub_is_a_number_or_a_name_of_a_file()
    {
        var document = CompiledDocument.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /workflows/{workflow_id}:
                get:
                  operationId: get
                  tags: [ w ]
                  parameters: [ { name: workflow_id, in: path, required: true,
                      schema: { oneOf: [ { type: integer }, { type: string } ] } } ]
                  responses: { '204': { description: None. } }
            """);

        var choice = (UntaggedUnionModel)document.Types["WGetWorkflowId"];
        CollectionAssert.AreEqual(
            new[] { "Int64", "String" }, choice.Cases.Select(static one => CompiledDocument.NameOf(one.Type)).ToArray());
    }

    [TestMethod]
    [DataRow("type: string, format: guid", "Guid")]
    [DataRow("type: string, format: GUID", "Guid")]
    [DataRow("type: string, format: uuid4", "Guid")]
    [DataRow("type: string, format: dateTime", "DateTime")]
    [DataRow("type: string, format: date_time", "DateTime")]
    [DataRow("type: string, format: url", "Uri")]
    [DataRow("type: string, format: base64", "Bytes")]
    [DataRow("type: string, format: int64", "String", DisplayName = "digits that are a string")]
    [DataRow("type: string, format: uri-template", "String")]
    [DataRow("type: number, format: int32", "Int32")]
    [DataRow("type: number, format: int64", "Int64")]
    [DataRow("type: number, format: byte", "Double")]
    [DataRow("type: integer, format: byte", "Int32")]
    [DataRow("type: integer, format: decimal", "Int64")]
    [DataRow("type: array, items: { type: string, format: guid }", "Guid[]")]
    public void A_format_has_the_names_that_documents_give_it(string schema, string expected) => AssertType(expected, schema);

    [TestMethod]
    [DataRow("minimum: -9223372036854776000, maximum: 9223372036854776000", "Int64")]
    [DataRow("minimum: -9.223372036854776e+18, maximum: 9.223372036854776e18", "Int64")]
    [DataRow("maximum: 9223372036854776000", "Int64")]
    [DataRow("minimum: 0, maximum: 18446744073709552000", "UInt64")]
    [DataRow("minimum: 0, maximum: 18446744073709551615", "UInt64")]
    [DataRow("minimum: 0, exclusiveMaximum: 18446744073709551616", "UInt64")]
    [DataRow("exclusiveMaximum: 9223372036854775808", "Int64")]
    [DataRow("minimum: 0, maximum: 9223372036854775808", "UInt64")]
    [DataRow("maximum: 18446744073709552000", "BigInteger")]
    [DataRow("minimum: 0, maximum: 18446744073709551616", "BigInteger")]
    [DataRow("minimum: 0, maximum: 9223372036854776001", "UInt64")]
    [DataRow("minimum: -9223372036854776001", "BigInteger")]
    public void A_limit_that_JavaScript_rounded_is_the_limit_of_64_bits(string limits, string expected)
        => AssertType(expected, "type: integer, " + limits);

    [TestMethod]
    [DataRow("minLength: 1, maxLength: 64, pattern: '^[A-Z]+$'", "String?")]
    [DataRow(@"pattern: '^\d+$'", "String?", DisplayName = "digits that nothing calls a number")]
    [DataRow("minimum: 1, maximum: 9", "Double?")]
    [DataRow("multipleOf: 5", "Double?")]
    [DataRow("exclusiveMinimum: 0, format: int32", "Int32?")]
    [DataRow("format: date-time", "DateTime?")]
    [DataRow("format: email", "String?")]
    [DataRow("format: decimal", "Decimal?")]
    [DataRow("contentEncoding: base64", "Bytes?")]
    [DataRow("maxItems: 3", "AnyJsonRef[]?")]
    [DataRow("maxProperties: 3", "AnyJsonRef{}?")]
    [DataRow("items: { type: string }", "String[]?")]
    [DataRow("allOf: [ { pattern: '^a' }, { minLength: 1 } ]", "String?")]
    [DataRow("anyOf: [ { format: ipv4 }, { format: ipv6 } ]", "String?")]
    [DataRow("anyOf: [ { format: date-time }, { type: 'null' } ]", "DateTime?")]
    [DataRow("allOf: [ { type: integer }, { pattern: '^a' } ]", "Int64")]
    [DataRow("minLength: 1, minimum: 1", "AnyJsonRef")]
    [DataRow("minLength: 1, maxItems: 1", "AnyJsonRef")]
    [DataRow("anyOf: [ { format: ipv4 }, { description: or else } ]", "AnyJsonRef")]
    [DataRow("anyOf: [ { minimum: 1 }, { minLength: 1 } ]", "AnyJsonRef")]
    [DataRow("required: [ a ]", "AnyJsonRef")]
    [DataRow("format: unheard-of", "AnyJsonRef")]
    [DataRow("description: a thing, example: x", "AnyJsonRef")]
    public void Keywords_imply_a_type_where_only_one_has_them(string schema, string expected) => AssertType(expected, schema);

    private static void AssertType(string expected, string schema)
        => AssertType(expected, Compile($"value: {{ {schema} }}"));

    private static void AssertType(string expected, CompiledDocument document)
    {
        var properties = ((ObjectModel)document.Types["S"]).Properties;

        PropertyModel value = properties.Single(static property => property.JsonName == "value");
        string suffix = value.KeepsNull || value.Access == MemberAccess.RequiredOrNull ? "?" : "";
        Assert.AreEqual(expected, Name(value.Type) + suffix);
    }

    private static string Name(TypeRef type) => type switch
    {
        ListRef list => Name(list.Item) + "[]",
        MapRef map => Name(map.Value) + "{}",
        _ => CompiledDocument.NameOf(type) + (type.IsNullable ? "?" : ""),
    };

    private static CompiledDocument Compile(string properties)
    {
        var document = CompiledDocument.Of($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: 'https://api.example.com' } ]
            paths: {}
            components:
              schemas:
                Digits: { type: string, pattern: '{{Integer}}' }
                Count: { type: [ integer, string ], pattern: '{{Integer}}', format: int32 }
                S:
                  type: object
                  properties: { {{properties}} }
            """);
        Assert.IsFalse(document.Diagnostics.Any(static one => one.Id != Descriptors.Unsupported), string.Join('\n', document.Diagnostics));
        return document;
    }
}
