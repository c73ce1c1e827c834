using static OgGen.Generator.Tests.Support.Versions;

namespace OgGen.Generator.Tests.Support;

/// <summary>The objects at the top of a document: what it is about, where it is served, how it is grouped.</summary>
internal static class DocumentKeywords
{
    private const string Paths = "paths: { /a: { get: { operationId: a, tags: [pets], responses: { '204': { description: A. } } } } }";

    private const string Paths2 = "paths: { /a: { get: { operationId: a, tags: [pets], responses: { 204: { description: A. } } } } }";

    private const string Info = "info: { title: Zoo, version: '1' }";

    private const string Thing = "{ type: object, properties: { x: { type: string } } }";

    private const string InBlocks = "openapi: {version}\n" + Info + "\n" + Paths + "\n";

    private const string InBlocks2 = "swagger: '2.0'\n" + Info + "\n" + Paths2 + "\n";

    /// <summary>An operation whose response is the component <c>Thing</c>.</summary>
    private const string GetsThing =
        "paths: { /a: { get: { operationId: a, responses: { '200': { description: A., content: { application/json: "
        + "{ schema: { $ref: '#/components/schemas/Thing' } } } } } } } }";

    private const string GetsThing2 =
        "paths: { /a: { get: { operationId: a, responses: { 200: { description: A., schema: { $ref: '#/definitions/Thing' } } } } } }";

    private const string Url = "https://example.com/more";

    public static IReadOnlyList<SpecObject> All { get; } =
    [
        new("Document", $"openapi: {{version}}, {Info}, {Paths}", "# A document in one object.\n{ § }", "",
            new(Since30, "openapi", "{version}") { Given = $"{Info}, {Paths}", Note = "which rules the document is read by" },
            new(V32, "$self", "https://example.com/api/main.yaml")
            {
                Kept = Kept.ForReaders,
                Note = "what relative identifiers of schemas are resolved against; an address in a `$ref` is an error at its place",
            },
            new(Since30, "info", "{ title: Zoo, version: '1' }")
            {
                Given = $"openapi: {{version}}, {Paths}",
                Note = "the client's name and comment",
            },
            new(Since31, "jsonSchemaDialect", "https://spec.openapis.org/oas/3.1/dialect/base") { Wrong = "https://example.com/dialect" },
            new(Since30, "servers", "[{ url: 'https://zoo.example.com' }]") { Note = "a type with a member for each server" },
            new(Since30, "paths", "{ /a: { get: { operationId: a, responses: { '204': { description: A. } } } } }")
            {
                Given = $"openapi: {{version}}, {Info}", Note = "methods",
            },
            new(Since31, "webhooks", "{ born: { post: { requestBody: { content: { application/json: { schema: { type: object, "
                + "properties: "
                + "{ x: { type: string } } } } } }, responses: { '204': { description: A. } } } } }")
            {
                Note = "the types of what arrives; a handler reads them with `JsonSerializer`",
            },
            new(Since30, "components", $"{{ schemas: {{ Thing: {Thing} }} }}") { Note = "types, and what references lead to" },
            new(Since30, "security", "[{ key: [] }]")
            {
                Given = $"openapi: {{version}}, {Info}, {Paths}, components: {{ securitySchemes: {{ key: {{ type: http, "
                    + $"scheme: bearer }} }} }}",
                Note = "which credentials calls need",
            },
            new(Since30, "tags", "[{ name: pets, description: Animals. }]") { Note = "the comments and the order of groups" },
            new(Since30, "externalDocs", $"{{ url: '{Url}' }}") { Note = "a link in the client's comment" }),

        new("Document (2.0)", $"swagger: '2.0', {Info}, {Paths2}", "", "# A document in one object.\n{ § }",
            new(V20, "swagger", "'2.0'") { Given = $"{Info}, {Paths2}", Note = "which rules the document is read by" },
            new(V20, "info", "{ title: Zoo, version: '1' }")
            {
                Given = $"swagger: '2.0', {Paths2}",
                Note = "the client's name and comment",
            },
            new(V20, "host", "zoo.example.com") { Note = "the server" },
            new(V20, "basePath", "/v1") { Note = "the server's path" },
            new(V20, "schemes", "[http]")
            {
                Given = $"swagger: '2.0', {Info}, {Paths2}, host: localhost",
                Note = "the server's scheme; `https` where there is a choice",
            },
            new(V20, "consumes", "[text/plain]")
            {
                Given = $"swagger: '2.0', {Info}, paths: {{ /a: {{ post: {{ operationId: a, parameters: [{{ in: body, name: b, "
                    + $"schema: {{ type: string }} }}], "
                    + "responses: { 204: { description: A. } } } } }",
                Note = "the content types of bodies",
            },
            new(V20, "produces", "[text/plain]")
            {
                Given = $"swagger: '2.0', {Info}, paths: {{ /a: {{ get: {{ operationId: a, "
                    + "responses: { 200: { description: A., schema: { type: string } } } } } }",
                Note = "the content types of responses",
            },
            new(V20, "paths", "{ /a: { get: { operationId: a, responses: { 204: { description: A. } } } } }")
            {
                Given = $"swagger: '2.0', {Info}", Note = "methods",
            },
            new(V20, "definitions", $"{{ Thing: {Thing} }}") { Note = "types" },
            new(V20, "parameters", "{ P: { name: p, in: query, type: integer } }")
            {
                Given = $"swagger: '2.0', {Info}, paths: {{ /a: {{ get: {{ operationId: a, parameters: [{{ $ref: '#/parameters/P' }}], "
                    + "responses: { 204: { description: A. } } } } }",
                Note = "what references lead to",
            },
            new(V20, "responses", "{ R: { description: A., schema: { type: string } } }")
            {
                Given = $"swagger: '2.0', {Info}, paths: {{ /a: {{ get: {{ operationId: a, responses: {{ 200: {{ "
                    + $"$ref: '#/responses/R' }} }} }} }} }}",
                Note = "what references lead to",
            },
            new(V20, "securityDefinitions", "{ key: { type: basic } }") { Note = "credentials" },
            new(V20, "security", "[{ key: [] }]")
            {
                Given = $"swagger: '2.0', {Info}, {Paths2}, securityDefinitions: {{ key: {{ "
                    + $"type: basic }} }}", Note = "which credentials calls need",
            },
            new(V20, "tags", "[{ name: pets, description: Animals. }]") { Note = "the comments of groups" },
            new(V20, "externalDocs", $"{{ url: '{Url}' }}") { Note = "a link in the client's comment" }),

        new("Info", "title: Zoo, version: '1'", "openapi: {version}\ninfo: { § }\n" + Paths, "swagger: '2.0'\ninfo: { § }\n" + Paths2,
            new(Versions.All, "title", "Zoo") { Given = "version: '1'", Note = "the client's name, unless the project says `Client`" },
            new(Since31, "summary", "All animals.") { Note = "the client's comment" },
            new(Versions.All, "description", "All animals.") { Note = "the client's comment" },
            new(Versions.All, "termsOfService", Url),
            new(Versions.All, "contact", "{ name: Ada }"),
            new(Versions.All, "license", "{ name: MIT }"),
            new(Versions.All, "version", "'2'") { Given = "title: Zoo", Note = "the version that the client names in `User-Agent`" }),

        new("Contact", "name: Ada",
            $"openapi: {{version}}\ninfo: {{ title: Zoo, version: '1', contact: {{ § }} }}\n{Paths}",
            $"swagger: '2.0'\ninfo: {{ title: Zoo, version: '1', contact: {{ § }} }}\n{Paths2}",
            new(Versions.All, "name", "Ada") { Given = "email: ada@example.com" },
            new(Versions.All, "url", Url),
            new(Versions.All, "email", "ada@example.com")),

        new("License", "name: MIT",
            $"openapi: {{version}}\ninfo: {{ title: Zoo, version: '1', license: {{ § }} }}\n{Paths}",
            $"swagger: '2.0'\ninfo: {{ title: Zoo, version: '1', license: {{ § }} }}\n{Paths2}",
            new(Versions.All, "name", "MIT") { Other = "Apache-2.0", Given = $"url: '{Url}'" },
            new(Since31, "identifier", "MIT") { Given = "name: The MIT License", Note = "in the client's comment" },
            new(Versions.All, "url", Url)),

        new("Server", "url: 'https://zoo.example.com'", InBlocks + "servers: [{ § }]", "",
            new(Since30, "url", "'https://zoo.example.com'") { Given = "description: Here.", Note = "the base address" },
            new(Since30, "description", "Here.") { Note = "the member's comment and name" },
            new(V32, "name", "here") { Note = "the member's name" },
            new(Since30, "variables", "{ region: { default: eu } }")
            {
                Given = "url: 'https://{region}.example.com'", Note = "parameters of the member, which is a method then",
            }),

        new("Server Variable", "default: eu", InBlocks + "servers: [{ url: 'https://{region}.example.com', variables: { region: { "
            + "§ } } }]", "",
            new(Since30, "enum", "[eu, us]") { Note = "values that are refused before a call" },
            new(Since30, "default", "eu") { Other = "us", Given = "description: Here.", Note = "the default of the parameter" },
            new(Since30, "description", "Here.") { Note = "the parameter's comment" }),

        new("Components", "x-none: 1", "openapi: {version}\n" + Info + "\n" + Paths + "\ncomponents: { § }", "",
            new(Since30, "schemas", $"{{ Thing: {Thing} }}")
            {
                Given = "", Document = $"openapi: {{version}}\n{Info}\n{GetsThing}\ncomponents: {{ § }}", Note = "a type each",
            },
            new(Since30, "responses", "{ R: { description: A., content: { text/plain: {} } } }")
            {
                Given = "",
                Document = Refers("responses: { '200': { $ref: '#/components/responses/R' } }"),
                Note = "what references lead to",
            },
            new(Since30, "parameters", "{ P: { name: p, in: query, schema: { type: string } } }")
            {
                Given = "",
                Document = Refers("parameters: [{ $ref: '#/components/parameters/P' }], responses: { '204': { description: A. } }"),
                Note = "what references lead to",
            },
            new(Since30, "examples", "{ E: { value: 1 } }")
            {
                Given = "", Wrong = "{ E: { value: text } }",
                Document = Refers("responses: { '200': { description: A., content: { application/json: "
                    + "{ schema: { type: integer }, examples: { e: { $ref: '#/components/examples/E' } } } } } }"),
                Note = "compared with the schema",
            },
            new(Since30, "requestBodies", "{ B: { content: { text/plain: {} } } }")
            {
                Given = "",
                Document = Refers("requestBody: { $ref: '#/components/requestBodies/B' }, responses: { '204': { "
                    + "description: A. } }", "post"),
                Note = "what references lead to",
            },
            new(Since30, "headers", "{ H: { schema: { type: integer } } }")
            {
                Given = "",
                Document = Refers("responses: { '204': { description: A., headers: { X-H: { $ref: '#/components/headers/H' } } } }"),
                Note = "what references lead to",
            },
            new(Since30, "securitySchemes", "{ key: { type: http, scheme: bearer } }") { Given = "", Note = "credentials" },
            new(Since30, "links", "{ L: { operationId: a } }")
            {
                Given = "",
                Document = Refers("responses: { '204': { description: A., links: { l: { $ref: '#/components/links/L' } } } }"),
            },
            new(Since30, "callbacks", "{ C: { '{$request.query.url}': { post: { requestBody: { content: { application/json: { "
                + "schema: { type: object, "
                + "properties: { x: { type: string } } } } } }, responses: { '204': { description: A. } } } } } }")
            {
                Given = "",
                Document = Refers("callbacks: { c: { $ref: '#/components/callbacks/C' } }, responses: { '204': { description: A. } }"),
                Note = "what references lead to",
            },
            new(Since31, "pathItems", "{ I: { get: { operationId: b, responses: { '204': { description: A. } } } } }")
            {
                Given = "",
                Document = $"openapi: {{version}}\n{Info}\npaths: {{ /b: {{ $ref: '#/components/pathItems/I' }} }}\ncomponents: {{ § }}",
                Note = "what references lead to",
            },
            new(V32, "mediaTypes", "{ M: { schema: { type: integer } } }")
            {
                Given = "",
                Document = Refers("responses: { '200': { description: A., content: { application/json: { "
                    + "$ref: '#/components/mediaTypes/M' } } } }"),
                Note = "what references lead to",
            }),

        new("Tag", "name: pets", InBlocks + "tags: [{ § }]", InBlocks2 + "tags: [{ § }]",
            new(Versions.All, "name", "pets")
            {
                Other = "plants",
                Given = "description: Animals.",
                Note = "which group the comment is of",
            },
            new(V32, "summary", "Animals.") { Note = "the group's comment" },
            new(Versions.All, "description", "Animals.") { Note = "the group's comment" },
            new(Versions.All, "externalDocs", $"{{ url: '{Url}' }}") { Note = "a link in the group's comment" },
            new(V32, "parent", "beings")
            {
                Document = InBlocks + "tags: [{ § }, { name: beings }]",
                Note = "named in the group's comment; the filter `Tags` includes what is below a tag",
            },
            new(V32, "kind", "badge")
            {
                Document = InBlocks.Replace("[pets]", "[pets, wards]", StringComparison.Ordinal) + "tags: [{ § }, { name: wards }]",
                Note = "only tags of the kind `nav` make groups, where an operation has one",
            }),

        new("External Documentation", $"url: '{Url}'", InBlocks + "externalDocs: { § }", InBlocks2 + "externalDocs: { § }",
            new(Versions.All, "description", "More.") { Note = "the text of the link" },
            new(Versions.All, "url", Url) { Given = "description: More.", Note = "a link in the comment, if it is `http` or `https`" }),
    ];

    /// <summary>A document with an operation of these members, and components in place of <c>§</c>.</summary>
    private static string Refers(string operation, string method = "get")
        => $"openapi: {{version}}\n{Info}\npaths: {{ /a: {{ {method}: {{ operationId: a, {operation} }} }} }}\ncomponents: {{ § }}";
}
