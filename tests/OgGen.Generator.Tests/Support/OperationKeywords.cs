using static OgGen.Generator.Tests.Support.Versions;

namespace OgGen.Generator.Tests.Support;

/// <summary>The objects of calls: paths, operations, parameters, bodies, responses, headers.</summary>
internal static class OperationKeywords
{
    private const string Head = """
        openapi: {version}
        info: { title: Zoo, version: '1' }

        """;

    private const string Head2 = """
        swagger: '2.0'
        info: { title: Zoo, version: '1' }

        """;

    private const string Responses = "responses: { '204': { description: A. } }";

    private const string Operation = "{ operationId: a, responses: { '204': { description: A. } } }";

    private const string Payload = "application/json: { schema: { type: object, properties: { x: { type: string } } } }";

    private const string Url = "https://example.com/more";

    private const string ListParameter = "name: p, in: query, schema: { type: array, items: { type: string } }";

    private const string ThingSchema = "schema: { type: object, properties: { x: { type: string } } }";

    private static readonly string s_body = InOperation("requestBody: { § }, " + Responses, "post");

    private static readonly string s_media = InOperation("requestBody: { content: { multipart/form-data: { § } } }, "
        + "" + Responses, "post");

    private static readonly string s_stream = InOperation("responses: { '200': { description: A., content: { application/jsonl: { "
        + "§ } } } }");

    private static readonly string s_json = InOperation("responses: { '200': { description: A., content: { application/json: { "
        + "§ } } } }");

    private static readonly string s_example = InOperation(
        "responses: { '200': { description: A., content: { application/json: { schema: { type: integer }, examples: { e: { "
            + "§ } } } } } }");

    private static readonly string s_mixed = InOperation("requestBody: { content: { multipart/mixed: { § } } }, " + Responses, "post");

    private static readonly string s_form = InOperation(
        "requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { p: { type: array, items: "
        + "{ type: string } } } }, encoding: { p: { § } } } } }, " + Responses, "post");

    private static readonly string s_part = InOperation(
        "requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { p: { type: string, format: binary } } }, "
        + "encoding: { p: { § } } } } }, " + Responses, "post");

    public static IReadOnlyList<SpecObject> All { get; } =
    [
        new("Path Item", "", Head + "paths: { /a: { § } }", Head2 + "paths: { /a: { § } }",
            new(Versions.All, "$ref", "'#/paths/~1b'")
            {
                Document = Head + $"paths: {{ /b: {{ get: {{ {Responses} }} }}, /a: {{ § }} }}",
                Document2 = Head2 + $"paths: {{ /b: {{ get: {{ {Responses} }} }}, /a: {{ § }} }}",
                Note = "the other path item's operations",
            },
            new(Since30, "summary", "All of them.") { Given = "get: " + Operation },
            new(Since30, "description", "All of them.") { Given = "get: " + Operation },
            new(Versions.All, "get", Operation) { Note = "a method" },
            new(Versions.All, "put", Operation) { Note = "a method" },
            new(Versions.All, "post", Operation) { Note = "a method" },
            new(Versions.All, "delete", Operation) { Note = "a method" },
            new(Versions.All, "options", Operation) { Note = "a method" },
            new(Versions.All, "head", Operation) { Note = "a method" },
            new(Versions.All, "patch", Operation) { Note = "a method" },
            new(Since30, "trace", Operation) { Note = "a method, which sends no credential" },
            new(V32, "query", Operation) { Note = "a method" },
            new(V32, "additionalOperations", $"{{ LOCK: {Operation} }}") { Note = "a method for each" },
            new(Since30, "servers", "[{ url: 'https://zoo.example.com' }]")
            {
                Given = "get: " + Operation,
                Note = "where these operations are sent",
            },
            new(Since30, "parameters", "[{ name: p, in: query, schema: { type: string } }]")
            {
                Given = "get: " + Operation, Note = "parameters of each operation",
            },
            new(V20, "parameters", "[{ name: p, in: query, type: string }]") { Given = "get: " + Operation }),

        new("Operation", Responses, Head + "paths: { /a: { post: { § } } }", Head2 + "paths: { /a: { post: { § } } }",
            new(Versions.All, "tags", "[pets]") { Note = "the group that has the method" },
            new(Versions.All, "summary", "All of them.") { Note = "the method's comment" },
            new(Versions.All, "description", "All of them.") { Note = "the method's comment" },
            new(Versions.All, "externalDocs", $"{{ url: '{Url}' }}") { Note = "a link in the method's comment" },
            new(Versions.All, "operationId", "findPets") { Note = "the method's name" },
            new(V20, "consumes", "[text/plain]")
            {
                Given = "parameters: [{ in: body, name: b, schema: { type: string } }], "
                    + "" + Responses, Note = "the content types of the body",
            },
            new(V20, "produces", "[text/plain]")
            {
                Given = "responses: { 200: { description: A., schema: { type: string } } }", Note = "the content types of the response",
            },
            new(Since30, "parameters", "[{ name: p, in: query, schema: { type: string } }]") { Note = "parameters of the method" },
            new(V20, "parameters", "[{ name: p, in: query, type: string }]"),
            new(Since30, "requestBody", $"{{ content: {{ {Payload} }} }}") { Note = "a parameter of the method" },
            new(Versions.All, "responses", "{ '404': { description: None such. } }")
            {
                Given = "operationId: a",
                Note = "the result, the errors, the headers",
            },
            new(Since30, "callbacks", "{ done: { '{$request.query.url}': { post: { requestBody: { content: { "
                + "" + Payload + " } }, " + Responses + " } } } }")
            {
                Note = "the types of what arrives",
            },
            new(V20, "schemes", "[http]") { Document2 = Head2 + "host: localhost\npaths: { /a: { post: { § } } }" },
            new(Versions.All, "deprecated", "true") { Note = "`[Obsolete]`" },
            new(Since30, "security", "[{ key: [] }]")
            {
                Document = Head + "paths: { /a: { post: { § } } }\ncomponents: { securitySchemes: { key: { type: http, "
                    + "scheme: bearer } } }",
                Note = "which credentials the call needs",
            },
            new(V20, "security", "[{ key: [] }]")
            {
                Document2 = Head2 + "paths: { /a: { post: { § } } }\nsecurityDefinitions: { key: { type: basic } }",
            },
            new(Since30, "servers", "[{ url: 'https://zoo.example.com' }]") { Note = "where the operation is sent" }),

        new("Parameter", "name: p, in: query, schema: { type: string }", InOperation("parameters: [{ § }], " + Responses), "",
            new(Since30, "name", "p")
            {
                Other = "q",
                Given = "in: query, schema: { type: string }",
                Note = "the name, on the wire and in C#",
            },
            new(Since30, "in", "query")
            {
                Other = "header", Given = "name: p, schema: { type: string }", Note = "`query`, `header`, `path`, "
                    + "`cookie`; since 3.2 `querystring`",
            },
            new(Since30, "description", "One.") { Note = "the parameter's comment" },
            new(Since30, "required", "true") { Note = "a parameter without a default" },
            new(Since30, "deprecated", "true") { Note = "said in the parameter's comment" },
            new(Since30, "allowEmptyValue", "true") { Kept = Kept.Allowed, Note = "an empty string is sent as it is" },
            new(Since30, "style", "pipeDelimited")
            {
                Given = ListParameter + ", explode: false",
                Note = "how lists and objects are written",
            },
            new(Since30, "explode", "false") { Given = ListParameter, Note = "how lists and objects are written" },
            new(Since30, "allowReserved", "true") { Note = "which characters are not escaped" },
            new(Since30, "schema", "{ type: integer }") { Given = "name: p, in: query", Note = "the type" },
            new(Since30, "content", "{ application/json: { schema: { type: integer } } }")
            {
                Given = "name: p, in: query", Note = "the type, written as JSON",
            },
            new(Since30, "example", "1")
            {
                Given = "name: p, in: query, schema: { type: integer }",
                Wrong = "true",
                Note = "compared with the schema",
            },
            new(Since30, "examples", "{ e: { value: 1 } }")
            {
                Given = "name: p, in: query, schema: { "
                    + "type: integer }", Wrong = "{ e: { value: true } }", Note = "compared with the schema",
            }),

        new("Request Body", $"content: {{ {Payload} }}", s_body, "",
            new(Since30, "description", "A thing.") { Note = "the comment of the method's parameter" },
            new(Since30, "content", $"{{ {Payload} }}") { Given = "", Note = "the type; a method for each kind of content" },
            new(Since30, "required", "true") { Note = "a parameter without a default" }),

        new("Media Type", "", s_media, "",
            new(V32, "description", "A form.") { Given = ThingSchema },
            new(Since30, "schema", "{ type: object, properties: { x: { type: string } } }") { Note = "the type" },
            new(V32, "itemSchema", "{ type: object, properties: { x: { type: string } } }")
            {
                Document = s_stream, Note = "the type of each item of a stream: JSON Lines, JSON sequences, server-sent events",
            },
            new(Since30, "example", "{ x: text }")
            {
                Document = s_json, Given = ThingSchema, Wrong = "{ x: [] }", Note = "compared with the schema",
            },
            new(Since30, "examples", "{ e: { value: { x: text } } }")
            {
                Document = s_json, Given = ThingSchema, Wrong = "{ e: { value: { x: [] } } }", Note = "compared with the schema",
            },
            new(Since30, "encoding", "{ x: { contentType: application/json } }")
            {
                Given = ThingSchema, Note = "how parts and fields are written",
            },
            new(V32, "prefixEncoding", "[{ contentType: image/png }]")
            {
                Document = s_mixed, Given = "schema: { type: array, prefixItems: [{ type: string, format: binary }] }",
            },
            new(V32, "itemEncoding", "{ contentType: image/png }")
            {
                Document = s_mixed,
                Given = "itemSchema: { type: string, format: binary }",
            }),

        new("Encoding", "contentType: image/png", s_part, "",
            new(Since30, "contentType", "image/png") { Given = "", Note = "the content type of a part" },
            new(Since30, "headers", "{ X-H: { schema: { type: string } } }") { Note = "a parameter of the part" },
            new(Since30, "style", "pipeDelimited") { Document = s_form, Given = "explode: false", Note = "how a field is written" },
            new(Since30, "explode", "false") { Document = s_form, Given = "style: form", Note = "how a field is written" },
            new(Since30, "allowReserved", "true") { Document = s_form, Given = "style: form", Note = "which characters are not escaped" },
            new(V32, "encoding", "{ x: { contentType: image/png } }"),
            new(V32, "prefixEncoding", "[{ contentType: image/png }]"),
            new(V32, "itemEncoding", "{ contentType: image/png }")),

        new("Response", "description: All.", InOperation("responses: { '200': { § } }"), "",
            new(V32, "summary", "All animals.") { Given = "content: { text/plain: {} }" },
            new(Since30, "description", "All animals.")
            {
                Given = "content: { text/plain: {} }",
                Note = "the comment of the result, or of the exception",
            },
            new(Since30, "headers", "{ X-H: { schema: { type: integer } } }") { Note = "a type with a member for each header" },
            new(Since30, "content", $"{{ {Payload} }}") { Note = "the type of the result, or of `ApiException<T>`" },
            new(Since30, "links", "{ l: { operationId: a } }")),

        new("Responses", "'204': { description: A. }", InOperation("responses: { § }"), In2("responses: { § }"),
            [new(Versions.All, "default", "{ description: None such. }") { Note = "the errors that no status names" }]),

        new("Header", "schema: { type: integer }", InOperation("responses: { '204': { description: A., headers: { X-H: { § } } } }"), "",
            new(Since30, "description", "How many.") { Note = "the member's comment" },
            new(Since30, "required", "true") { Note = "the member's comment" },
            new(Since30, "deprecated", "true") { Note = "`[Obsolete]`" },
            new(V30, "allowEmptyValue", "true") { Kept = Kept.Meaningless },
            new(Since30, "style", "simple") { Wrong = "form", Note = "the one style that a header has" },
            new(Since30, "explode", "true") { Given = ThingSchema, Note = "how the value is read" },
            new(V30, "allowReserved", "true") { Kept = Kept.Meaningless },
            new(Since30, "schema", "{ type: integer }") { Given = "", Note = "the type" },
            new(Since30, "content", "{ application/json: { schema: { type: integer } } }")
            {
                Given = "",
                Note = "the type, read as JSON",
            },
            new(Since30, "example", "1") { Wrong = "true", Note = "compared with the schema" },
            new(Since30, "examples", "{ e: { value: 1 } }") { Wrong = "{ e: { value: true } }", Note = "compared with the schema" }),

        new("Example", "", s_example, "",
            new(Since30, "summary", "One.") { Given = "value: 1", Kept = Kept.ForReaders },
            new(Since30, "description", "One.") { Given = "value: 1", Kept = Kept.ForReaders },
            new(Since30, "value", "1") { Wrong = "text", Note = "compared with the schema" },
            new(V32, "dataValue", "1") { Wrong = "text", Note = "compared with the schema" },
            new(V32, "serializedValue", "'1'") { Kept = Kept.ForReaders },
            new(Since30, "externalValue", Url) { Kept = Kept.ForReaders }),

        new("Link", "operationId: a", InOperation("responses: { '204': { description: A., links: { next: { § } } } }"), "",
            new(Since30, "operationRef", "'#/paths/~1a/get'") { Given = "" },
            new(Since30, "operationId", "a") { Given = "" },
            new(Since30, "parameters", "{ p: $response.body#/id }"),
            new(Since30, "requestBody", "$response.body"),
            new(Since30, "description", "The next one."),
            new(Since30, "server", "{ url: 'https://zoo.example.com' }")),

        new("Reference", "$ref: '#/components/responses/R'",
            InOperation("responses: { '200': { § } }") + "\ncomponents: { responses: { R: { description: Shared., content: { "
                + "text/plain: {} } } } }",
            Head2 + "paths: { /a: { get: { operationId: a, responses: { 200: { § } } } } }\nresponses: { R: { description: Shared., "
                + "schema: { type: string } } }",
            new(Since30, "$ref", "'#/components/responses/R'")
            {
                Given = "",
                Note = "what it leads to, in the same file or in another `OpenApiSpec`",
            },
            new(V20, "$ref", "'#/responses/R'") { Given = "" },
            new(Since31, "summary", "All of them.") { Note = "in place of the summary of what it leads to" },
            new(Since31, "description", "All of them.") { Note = "in place of the description of what it leads to" }),

        new("Parameter (2.0)", "name: p, in: query, type: string", "", In2("parameters: [{ § }], " + Responses),
            [
                new(V20, "name", "p") { Other = "q", Given = "in: query, type: string", Note = "the name, on the wire and in C#" },
                new(V20, "in", "query")
                {
                    Other = "header",
                    Given = "name: p, type: string",
                    Note = "`query`, `header`, `path`, `formData`, `body`",
                },
                new(V20, "description", "One.") { Note = "the parameter's comment" },
                new(V20, "required", "true") { Note = "a parameter without a default" },
                new(V20, "schema", "{ type: integer }") { Given = "name: p, in: body", Note = "the type of the body" },
                new(V20, "allowEmptyValue", "true") { Kept = Kept.Allowed, Note = "an empty string is sent as it is" },
                .. Values2("name: p, in: query"),
            ]),

        new("Items (2.0)", "type: string", "", In2("parameters: [{ name: p, in: query, type: array, items: { § } }], "
            + "" + Responses), Values2("")),

        new("Response (2.0)", "description: All.", "", In2("responses: { 200: { § } }"),
            new(V20, "description", "All animals.")
            {
                Given = "schema: { type: string }",
                Note = "the comment of the result, or of the exception",
            },
            new(V20, "schema", "{ type: integer }") { Note = "the type of the result, or of `ApiException<T>`" },
            new(V20, "headers", "{ X-H: { type: integer } }") { Note = "a type with a member for each header" },
            new(V20, "examples", "{ application/json: 1 }")
            {
                Given = "description: All., schema: { "
                    + "type: integer }", Wrong = "{ application/json: text }", Note = "compared with the schema",
            }),

        new("Header (2.0)", "type: string", "", In2("responses: { 204: { description: A., headers: { X-H: { § } } } }"),
            [new(V20, "description", "How many.") { Note = "the member's comment" }, .. Values2("")]),
    ];

    private static string InOperation(string members, string method = "get") => Head + $"paths: {{ /a: {{ {method}: {{ "
        + $"operationId: a, {members} }} }} }}";

    private static string In2(string members) => Head2 + $"paths: {{ /a: {{ post: {{ operationId: a, {members} }} }} }}";

    /// <summary>What parameters, their items and headers have in place of a schema in Swagger 2.0.</summary>
    private static KeywordProbe[] Values2(string own)
    {
        string prefix = own.Length > 0 ? own + ", " : "";
        return
        [
            new(V20, "type", "integer") { Other = "string", Given = own, Note = "the type" },
            new(V20, "format", "date") { Given = prefix + "type: string", Note = "the type" },
            new(V20, "items", "{ type: integer }") { Given = prefix + "type: array", Note = "the type of the items" },
            new(V20, "collectionFormat", "pipes")
            {
                Given = prefix + "type: array, items: { type: string }",
                Note = "how lists are written",
            },
            new(V20, "default", "5")
            {
                Given = prefix + "type: integer",
                Wrong = "text",
                Note = "in the comment: what the service does without a value",
            },
            Checked("maximum", "9", "3"),
            Checked("exclusiveMaximum", "false", "true") with { Given = prefix + "type: integer, maximum: 5, default: 5" },
            Checked("minimum", "3", "9"),
            Checked("exclusiveMinimum", "false", "true") with { Given = prefix + "type: integer, minimum: 5, default: 5" },
            Text("maxLength", "9", "1"),
            Text("minLength", "1", "9"),
            Text("pattern", "^a", "^b"),
            List("maxItems", "9", "1"),
            List("minItems", "1", "9"),
            List("uniqueItems", "true", null),
            new(V20, "enum", "[a, b]") { Given = prefix + "type: string", Note = "the type: an extensible enum" },
            Checked("multipleOf", "5", "2"),
        ];

        KeywordProbe Checked(string keyword, string value, string? wrong)
            => new(V20, keyword, value) { Given = prefix + "type: integer, default: 5", Wrong = wrong };

        KeywordProbe Text(string keyword, string value, string? wrong)
            => new(V20, keyword, value) { Given = prefix + "type: string, default: abc", Wrong = wrong };

        KeywordProbe List(string keyword, string value, string? wrong)
            => new(V20, keyword, value) { Given = prefix + "type: array, items: { type: string }, default: [a, b]", Wrong = wrong };
    }
}
