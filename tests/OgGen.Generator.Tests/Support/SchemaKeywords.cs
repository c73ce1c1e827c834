using static OgGen.Generator.Tests.Support.Versions;

namespace OgGen.Generator.Tests.Support;

/// <summary>Schemas: those of OpenAPI 2.0 and 3.0, and JSON Schema 2020-12 with what OpenAPI adds to it.</summary>
internal static class SchemaKeywords
{
    private const Versions Before31 = V20 | V30;

    private const string Dictionary = "a dictionary, or `AdditionalProperties` of a class";

    private const string Url = "https://example.com/more";

    private const string Others =
        "Other: { type: object, properties: { x: { type: string } }, required: [x] }, "
        + "More: { type: object, properties: { y: { type: integer } }, required: [y] }";

    /// <summary>The keyword stands in the schema of a property.</summary>
    private static readonly string s_member = In($"Thing: {{ type: object, properties: {{ member: {{ § }} }} }}, {Others}");

    private static readonly string s_member2 = In2($"Thing: {{ type: object, properties: {{ member: {{ § }} }} }}, {Others}");

    /// <summary>The keyword stands in the schema of a component.</summary>
    private static readonly string s_thing = In($"Thing: {{ § }}, {Others}");

    private static readonly string s_thing2 = In2($"Thing: {{ § }}, {Others}");

    private static readonly string s_part = """
        openapi: {version}
        info: { title: Zoo, version: '1' }
        paths:
          /a:
            post:
              operationId: a
              requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { p: { § } } } } } }
              responses: { '204': { description: A. } }
        """;

    public static IReadOnlyList<SpecObject> All { get; } =
    [
        new("Schema", "type: string", s_member, s_member2,
            [.. Core(), .. Types(), .. Numbers(), .. Strings(), .. Arrays(), .. Objects(), .. Compositions(), .. Annotations()]),

        new("Discriminator", "propertyName: kind", Union("§"), "",
            new(Since30, "propertyName", "kind") { Given = "", Note = "which member tells the class" },
            new(Since30, "mapping", "{ o: '#/components/schemas/Other', m: '#/components/schemas/More' }")
            {
                Note = "the values of that member",
            },
            new(
                V32,
                "defaultMapping",
                "'#/components/schemas/Other'") { Note = "an object that no mapping names is kept whole, as the class for unknown ones" }),

        new("XML", "name: thing", InXml("{ § }"), InXml2("{ § }"),
            new(Versions.All, "name", "thing") { Given = "" },
            new(Versions.All, "namespace", Url) { Given = "" },
            new(Versions.All, "prefix", "t") { Given = "" },
            new(Versions.All, "attribute", "true") { Given = "" },
            new(Versions.All, "wrapped", "true") { Given = "" },
            new(V32, "nodeType", "attribute") { Given = "" }),
    ];

    private static KeywordProbe[] Core() =>
    [
        new(Since31, "$id", "https://example.com/thing")
        {
            Document = Refers("https://example.com/thing"), Given = ObjectOf("x"), Note = "a name for `$ref`",
        },
        new(Since31, "$schema", "https://json-schema.org/draft/2020-12/schema") { Wrong = "https://example.com/dialect" },
        new(Versions.All, "$ref", "'#/components/schemas/Other'") { Given = "", Note = "the type of what it leads to" },
        new(Since31, "$anchor", "there") { Document = Refers("#there"), Given = ObjectOf("x"), Note = "a name for `$ref`" },
        new(Since31, "$dynamicRef", "'#there'")
        {
            Document = In("Thing: { type: object, properties: { other: { § } } }, "
                + "Named: { $dynamicAnchor: there, type: object, properties: { x: { type: string } } }"),
            Given = "",
        },
        new(Since31, "$dynamicAnchor", "there") { Document = Refers("#there"), Given = ObjectOf("x"), Note = "a name for `$ref`" },
        new(Since31, "$vocabulary", "{ 'https://example.com/vocabulary': true }") { Kept = Kept.Meaningless },
        new(Since31, "$comment", "For later.") { Kept = Kept.ForReaders },
        new(Since31, "$defs", "{ Inner: { type: object, properties: { z: { type: string } } } }")
        {
            Document = s_thing,
            Given = "type: object, properties: { p: { $ref: '#/components/schemas/Thing/$defs/Inner' } }",
            Note = "types, where a `$ref` leads to them",
        },
    ];

    private static KeywordProbe[] Types() =>
    [
        new(Versions.All, "type", "integer")
        {
            Given = "",
            Note = "the C# type; since 3.1 a list of types, with `null` for what may be null",
        },
        new(V30, "nullable", "true") { Note = "`T?`" },
        new(Versions.All, "enum", "[a, b]") { Note = "an extensible enum" },
        new(Since31, "const", "a") { Note = "a value that is set and not asked for" },
        new(Versions.All, "format", "date-time") { Note = "`DateTimeOffset`, `Guid`, `int`, `byte[]`, …" },
    ];

    private static KeywordProbe[] Numbers() =>
    [
        Number(Versions.All, "multipleOf", "5", "2"),
        Number(Versions.All, "maximum", "9", "3") with { Note = "in the comment; a larger integer type where it needs one" },
        Number(Versions.All, "minimum", "3", "9") with { Note = "in the comment; a larger integer type where it needs one" },
        new(Before31, "exclusiveMaximum", "true") { Given = "type: integer, maximum: 5", Note = "in the comment" },
        new(Before31, "exclusiveMinimum", "true") { Given = "type: integer, minimum: 5" },
        Number(Since31, "exclusiveMaximum", "9", "5"),
        Number(Since31, "exclusiveMinimum", "3", "5"),
    ];

    private static KeywordProbe[] Strings() =>
    [
        Text("maxLength", "9", "1"),
        Text("minLength", "1", "9"),
        Text("pattern", "^a", "^b"),
        new(Since31, "contentEncoding", "base64") { Note = "`byte[]`" },
        new(Since31, "contentMediaType", "image/png") { Document = s_part, Note = "the content type of a part" },
        new(Since31, "contentSchema", "{ type: object, properties: { x: { type: string } } }")
        {
            Given = "type: string, contentMediaType: application/json",
        },
    ];

    private static KeywordProbe[] Arrays() =>
    [
        new(Versions.All, "items", "{ type: integer }") { Given = "type: array", Note = "the type of the items" },
        new(Since31, "prefixItems", "[{ type: integer }, { type: string }]")
        {
            Given = "type: array",
            Note = "one type for all positions",
        },
        List(Since31, "contains", "{ type: string }", "{ type: integer }"),
        List(Since31, "minContains", "1", "9") with
        {
            Given = "type: array, items: { type: string }, contains: { type: string }, default: [a, b]",
        },
        List(Since31, "maxContains", "9", "1") with
        {
            Given = "type: array, items: { type: string }, contains: { type: string }, default: [a, b]",
        },
        List(Versions.All, "maxItems", "9", "1"),
        List(Versions.All, "minItems", "1", "9"),
        List(Versions.All, "uniqueItems", "true", null),
        List(Since31, "unevaluatedItems", "false", null),
    ];

    private static KeywordProbe[] Objects() =>
    [
        new(Versions.All, "properties", "{ x: { type: string } }") { Given = "type: object", Note = "members of a class" },
        new(Versions.All, "additionalProperties", "{ type: integer }") { Given = "type: object", Note = Dictionary },
        new(Since31, "patternProperties", "{ '^x': { type: integer } }") { Given = "type: object", Note = Dictionary },
        Object(Since31, "propertyNames", "{ pattern: '^x' }", "{ pattern: '^y' }"),
        Object(Versions.All, "maxProperties", "9", "0"),
        Object(Versions.All, "minProperties", "1", "9"),
        new(Versions.All, "required", "[x]")
        {
            Document = s_thing,
            Document2 = s_thing2,
            Given = ObjectOf("x"),
            Note = "`required` members",
        },
        Object(Since31, "dependentRequired", "{ x: [x] }", "{ x: [y] }"),
        Object(Since31, "dependentSchemas", "{ x: { minProperties: 1 } }", "{ x: { minProperties: 9 } }"),
        Object(Since31, "unevaluatedProperties", "false", null),
    ];

    private static KeywordProbe[] Compositions() =>
    [
        new(Versions.All, "allOf", "[{ $ref: '#/components/schemas/Other' }, { type: object, properties: { z: { type: string } } }]")
        {
            Given = "", Document = s_thing, Document2 = s_thing2, Note = "a class with the members of all, or one that inherits",
        },
        new(Since30, "oneOf", "[{ $ref: '#/components/schemas/Other' }, { $ref: '#/components/schemas/More' }]")
        {
            Given = "", Document = s_thing, Note = "a union",
        },
        new(Since30, "anyOf", "[{ $ref: '#/components/schemas/Other' }, { $ref: '#/components/schemas/More' }]")
        {
            Given = "", Document = s_thing, Note = "a union",
        },
        new(Since30, "not", "{ type: integer }"),
        new(Since31, "if", "{ required: [x] }") { Document = s_thing, Given = ObjectOf("x") },
        new(Since31, "then", "{ required: [x] }") { Document = s_thing, Given = ObjectOf("x") + ", if: { required: [x] }" },
        new(Since31, "else", "{ required: [x] }") { Document = s_thing, Given = ObjectOf("x") + ", if: { required: [x] }" },
        new(Since30, "discriminator", "{ propertyName: kind }")
        {
            Document = Union("§", isWhole: true),
            Given = "",
            Note = "which class a JSON object is",
        },
        new(V20, "discriminator", "kind")
        {
            Document2 = In2("Thing: { type: object, required: [kind], properties: { kind: { type: string } }, § }, "
                + "Cat: { allOf: [{ $ref: '#/definitions/Thing' }, { type: object, properties: { lives: { type: integer } } }] }"),
            Given = "", Note = "which class a JSON object is",
        },
    ];

    private static KeywordProbe[] Annotations() =>
    [
        new(Versions.All, "title", "A thing.") { Note = "the comment, where there is no description" },
        new(Versions.All, "description", "A thing.") { Note = "the comment" },
        new(Versions.All, "default", "text") { Note = "in the comment: what the service does without a value" },
        new(Since30, "deprecated", "true") { Note = "`[Obsolete]`" },
        new(Versions.All, "readOnly", "true") { Note = "a member that requests leave out" },
        new(Since30, "writeOnly", "true") { Note = "in the comment; never required in responses" },
        new(Versions.All, "example", "text") { Wrong = "[]", Note = "compared with the schema" },
        new(Since31, "examples", "[text]") { Wrong = "[[]]", Note = "compared with the schema" },
        new(Versions.All, "externalDocs", $"{{ url: '{Url}' }}") { Note = "a link in the comment" },
        new(Versions.All, "xml", "{ name: thing }")
        {
            Document = InXml("§", isWhole: true),
            Document2 = InXml2("§", isWhole: true),
            Given = "",
        },
    ];

    private static KeywordProbe Number(Versions versions, string keyword, string value, string? wrong)
        => new(versions, keyword, value) { Given = "type: integer, default: 5", Wrong = wrong };

    private static KeywordProbe Text(string keyword, string value, string? wrong)
        => new(Versions.All, keyword, value) { Given = "type: string, default: abc", Wrong = wrong };

    private static KeywordProbe List(Versions versions, string keyword, string value, string? wrong)
        => new(versions, keyword, value) { Given = "type: array, items: { type: string }, default: [a, b]", Wrong = wrong };

    private static KeywordProbe Object(Versions versions, string keyword, string value, string? wrong)
        => new(versions, keyword, value) { Given = ObjectOf("x") + ", default: { x: a }", Wrong = wrong };

    private static string ObjectOf(string member) => $"type: object, properties: {{ {member}: {{ type: string }} }}";

    private static string In(string schemas)
        => $$"""
            openapi: {version}
            info: { title: Zoo, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  responses: { '200': { description: A., content: { application/json: {
                      schema: { $ref: '#/components/schemas/Thing' } } } } }
            components: { schemas: { {{schemas}} } }
            """;

    private static string In2(string schemas)
        => $$"""
            swagger: '2.0'
            info: { title: Zoo, version: '1' }
            paths: { /a: { get: { operationId: a, responses: { 200: { description: A., schema: { $ref: '#/definitions/Thing' } } } } } }
            definitions: { {{schemas}} }
            """;

    /// <summary>A schema that another one refers to by a name of its own.</summary>
    private static string Refers(string reference)
        => In($"Thing: {{ type: object, properties: {{ other: {{ $ref: '{reference}' }} }} }}, Named: {{ § }}");

    private static string Union(string discriminator, bool isWhole = false)
        => In("Other: { type: object, required: [kind], properties: { kind: { type: string }, x: { type: string } } }, "
            + "More: { type: object, required: [kind], properties: { kind: { type: string }, y: { type: string } } }, "
            + "Thing: { oneOf: [{ $ref: '#/components/schemas/Other' }, { $ref: '#/components/schemas/More' }], "
            + (isWhole ? discriminator : $"discriminator: {{ {discriminator} }}") + " }");

    /// <summary>XML: the one place where <c>xml</c> has a meaning.</summary>
    private static string InXml(string xml, bool isWhole = false)
        => In($"Thing: {{ type: object, properties: {{ member: {{ type: string, {(isWhole ? xml : "xml: " + xml)} }} }} }}")
            .Replace("application/json", "application/xml", StringComparison.Ordinal);

    private static string InXml2(string xml, bool isWhole = false)
        => "produces: [application/xml]\n"
            + In2($"Thing: {{ type: object, properties: {{ member: {{ type: string, {(isWhole ? xml : "xml: " + xml)} }} }} }}");
}
