using OgGen.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>For each diagnostic that has a place in a document, the mistake in YAML and in JSON where both can express it.</summary>
internal static class Cases
{
    private const string Yaml = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";
    private const string Json = "{\n  \"openapi\": \"3.0.3\", \"info\": { \"title\": \"T\", \"version\": \"1\" },\n";

    private const string Schema = Yaml + "paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n";

    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.Unreadable, Error, "no valid YAML", Yaml + "paths:\n  /a: { get: §] }\n"),
        new(Descriptors.Unreadable, Error, "no valid JSON", Json + "  \"päths\": { §] }\n}"),
        new(Descriptors.Unreadable, Error, "no OpenAPI document", "§a: 1\nb: 2\n"),
        new(Descriptors.Unreadable, Error, "no OpenAPI document", "§{ \"a\": 1 }"),
        new(Descriptors.Unreadable, Error, "no anchor before it", Yaml + "paths: §*nowhere\n"),

        new(Descriptors.Unreadable, Error, "'<<' merges an object", Yaml + "paths: { §<<: text }\n"),
        new(Descriptors.Unreadable, Error, "indent line 5 by more than 2 spaces", Yaml + "paths:\n  /a: §\"b\n  c\"\n"),

        new(Descriptors.Unreadable, Error, "'99'", "§openapi: 99\npaths: {}\n"),
        new(Descriptors.Unreadable, Error, "'2.7'", "{ §\"swagger\": \"2.7\" }"),

        new(Descriptors.Invalid, Warning, "foo", Yaml + "paths: {}\ncomponents:\n  schemas:\n    A:\n      §foo: 1\n"),
        new(Descriptors.Invalid, Warning, "foo", Json + "  \"paths\": {},\n  \"components\": { \"schemas\": { \"A\": { §\"foo\": 1 } } }\n}"),

        new(Descriptors.Invalid, Warning, "'webhooks' is not known here", Yaml + "paths: {}\n§webhooks: { done: { post: { responses: { '204': { description: Done. } } } } }\n"),
        new(Descriptors.Invalid, Warning, "'description' is a string, and a list stands here", Yaml + "paths: {}\ntags:\n  - name: a\n    §description: [ b ]\n"),
        new(Descriptors.Invalid, Warning, "'description' is a string, and the reference 'texts.yaml#/intro' leads to a file", Yaml + "paths: {}\ntags:\n  - name: a\n    §description: { $ref: 'texts.yaml#/intro' }\n"),
        new(Descriptors.Invalid, Warning, "null wants quotes", "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    A: { type: object, properties: { a: { type: [string, §null] } } }\n"),
        new(Descriptors.Invalid, Warning, "that is 'first'; 'second' is ignored", "swagger: '2.0'\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    post:\n      operationId: a\n      parameters:\n        - { in: body, name: first, schema: { type: string } }\n        - §{ in: body, name: second, schema: { type: string } }\n      responses: { 204: { description: Done. } }\n"),
        new(Descriptors.Invalid, Warning, "'schema' is used, and 'content' is ignored", Yaml + "paths:\n  /a:\n    get:\n      operationId: a\n      parameters:\n        - name: q\n          in: query\n          schema: { type: string }\n          §content: { application/json: { schema: { type: object } } }\n      responses: { default: { description: Done. } }\n"),

        new(Descriptors.UnresolvedReference, Error, "(is '#/components/schemas/Pet' meant?)", Yaml + """
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: A.
                      content:
                        application/json:
                          schema:
                            §$ref: '#/components/schemas/Pett'
            components: { schemas: { Pet: { type: object, properties: { a: { type: string } } } } }
            """),
        new(Descriptors.UnresolvedReference, Error, "#/components/schemas/Pett", Json + """
              "paths": {},
              "components": { "schemas": {
                "Pet": { "type": "object", "properties": { "a": { §"$ref": "#/components/schemas/Pett" } } }
              } }
            }
            """),
        new(Descriptors.UnresolvedReference, Error, "#/components/parameters/Lost", Yaml + "paths:\n  /a:\n    get:\n      parameters:\n        - §$ref: '#/components/parameters/Lost'\n      responses: { default: { description: Done. } }\n"),
        new(Descriptors.UnresolvedReference, Error, "#/components/responses/Lost", Json + "  \"paths\": { \"/a\": { \"get\": { \"responses\": {\n    \"200\": { §\"$ref\": \"#/components/responses/Lost\" } } } } }\n}"),
        new(Descriptors.UnresolvedReference, Error, "#/components/requestBodies/Lost", Yaml + "paths:\n  /a:\n    post:\n      requestBody: { §$ref: '#/components/requestBodies/Lost' }\n      responses: { default: { description: Done. } }\n"),

        new(Descriptors.UnresolvedReference, Error, "other.yaml#/A", Yaml + "paths: {}\ncomponents:\n  schemas:\n    B: { type: array, items: { §$ref: 'other.yaml#/A' } }\n"),

        new(Descriptors.DuplicateKey, Warning, "'title'", "openapi: 3.0.3\ninfo:\n  title: A\n  version: '1'\n  §title: B\npaths: {}\n"),
        new(Descriptors.DuplicateKey, Warning, "'title'", "{ \"openapi\": \"3.0.3\",\n  \"info\": { \"title\": \"Ä\", §\"title\": \"B\", \"version\": \"1\" },\n  \"paths\": {} }"),

        new(Descriptors.UndeclaredPathParameter, Warning, "'petId'", Yaml + "paths:\n  /pets/{petId}:\n    §get: { responses: { default: { description: Done. } } }\n"),
        new(Descriptors.UndeclaredPathParameter, Warning, "'petId'", Json + "  \"paths\": { \"/pets/{petId}\": {\n    §\"get\": { \"responses\": { \"204\": { \"description\": \"Done.\" } } } } }\n}"),

        new(Descriptors.Unsupported, Warning, "'text/xml'", Yaml + "paths:\n  /a:\n    post:\n      requestBody: { content: { §text/xml: { schema: { type: string } } } }\n      responses: { default: { description: Done. } }\n"),
        new(Descriptors.Unsupported, Warning, "'Host'", Json + "  \"paths\": { \"/a\": { \"get\": { \"responses\": { \"204\": { \"description\": \"Done.\" } }, \"parameters\": [\n    §{ \"name\": \"Host\", \"in\": \"header\", \"schema\": { \"type\": \"string\" } } ] } } }\n}"),

        new(Descriptors.Unsupported, Warning, "no content type that HTTP allows; it is returned as bytes", Yaml + "paths:\n  /a:\n    get:\n      operationId: a\n      responses:\n        '200':\n          description: A.\n          §content: { 'all kinds': { schema: { type: string } } }\n"),
        new(Descriptors.Unsupported, Warning, "no content type that HTTP allows; it is returned as bytes", Json + "  \"paths\": { \"/a\": { \"get\": { \"operationId\": \"a\", \"responses\": { \"200\": { \"description\": \"A.\",\n    §\"content\": { \"\": {}, \"a/b/c\": {} } } } } } }\n}"),
        new(Descriptors.Unsupported, Warning, "the response 'text/xml' is returned as text", Yaml + "paths:\n  /a:\n    get:\n      operationId: a\n      responses:\n        '200':\n          description: A.\n          content:\n            §text/xml: { schema: { type: object, properties: { a: { type: string } } } }\n"),

        new(Descriptors.Unsupported, Warning, "are no members of an object; they are added by hand", "openapi: 3.2.0\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    post:\n      operationId: a\n      requestBody:\n        content:\n          multipart/mixed:\n            §itemSchema: { type: object, properties: { n: { type: integer } } }\n      responses: { '204': { description: Done. } }\n"),

        new(Descriptors.Unsupported, Warning, "back to itself", Yaml + "paths: {}\ncomponents:\n  schemas:\n    A: { §$ref: '#/components/schemas/A' }\n"),

        new(Descriptors.SkippedOperation, Error, "'/a/}b'", Yaml + "paths:\n  /a/}b:\n    §get: { responses: { default: { description: Done. } } }\n"),
        new(Descriptors.SkippedOperation, Error, "'/a/{b'", Json + "  \"paths\": { \"/a/{b\": { §\"get\": { \"responses\": { \"204\": { \"description\": \"Done.\" } } } } }\n}"),

        new(Descriptors.BadDiscriminator, Warning, "'c'", Yaml + """
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { kind: { type: string } } }
                C: { type: object, properties: { kind: { type: string } } }
                B: { type: object, properties: { kind: { type: string } } }
                U:
                  oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/C' }]
                  discriminator:
                    propertyName: kind
                    mapping:
                      a: '#/components/schemas/A'
                      d: '#/components/schemas/C'
                      §c: '#/components/schemas/B'
            """),
        new(Descriptors.BadDiscriminator, Warning, "'c'", Json + """
              "paths": {},
              "components": { "schemas": {
                "A": { "type": "object", "properties": { "kind": { "type": "string" } } },
                "C": { "type": "object", "properties": { "kind": { "type": "string" } } },
                "B": { "type": "object", "properties": { "kind": { "type": "string" } } },
                "U": {
                  "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/C" } ],
                  "discriminator": { "propertyName": "kind", "mapping": { "a": "#/components/schemas/A", "d": "#/components/schemas/C", §"c": "#/components/schemas/B" } }
                }
              } }
            }
            """),

        new(Descriptors.BadDefault, Warning, "0 breaks 'minimum', which is 1", Yaml + "paths: {}\ncomponents:\n  schemas:\n    A: { type: object, properties: { n: { type: integer, minimum: 1, §default: 0 } } }\n"),
        new(Descriptors.BadDefault, Warning, "\"red\" is none of the values", Json + "  \"paths\": {}, \"components\": { \"schemas\": {\n    \"A\": { \"type\": \"string\", \"enum\": [\"blue\"],\n      §\"default\": \"red\" } } }\n}"),
        new(Descriptors.BadDefault, Warning, "\"x\" is not of the type integer", "swagger: '2.0'\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    get:\n      operationId: a\n      parameters: [{ name: n, in: query, type: integer, §default: x }]\n      responses: { 204: { description: Done. } }\n"),

        new(Descriptors.BadExample, Info, "the required member 'name' is missing", Yaml + "paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      required: [name]\n      properties: { name: { type: string } }\n      §example: { nickname: Rex }\n"),
        new(Descriptors.BadExample, Info, "5 is not of the type string", Json + """
              "paths": { "/a": { "get": { "operationId": "a", "responses": { "200": { "description": "A.", "content": { "application/json": {
                "schema": { "type": "array", "items": { "type": "string" } },
                "examples": { "one": { "value": [ "a", §5 ] } }
              } } } } } } }
            }
            """),

        new(Descriptors.DuplicateOperationId, Warning, "'list' is that of GET /a too; the method of this operation is Other.ListAsync", Yaml + "paths:\n  /a: { get: { operationId: list, responses: { default: { description: Done. } } } }\n  /b:\n    get:\n      §operationId: list\n      tags: [other]\n      responses: { default: { description: Done. } }\n"),
        new(Descriptors.DuplicateOperationId, Warning, "'list'", Json + "  \"paths\": {\n    \"/a\": { \"get\": { \"operationId\": \"list\", \"tags\": [\"a\"], \"responses\": { \"204\": { \"description\": \"A.\" } } } },\n    \"/b\": { \"get\": { §\"operationId\": \"list\", \"responses\": { \"204\": { \"description\": \"B.\" } } } }\n  }\n}"),

        new(Descriptors.NoOperationId, Info, "2, this one first", Yaml + "paths:\n  /a:\n    §get: { responses: { default: { description: Done. } } }\n    put: { responses: { default: { description: Done. } } }\n"),
        new(Descriptors.NoOperationId, Info, "1, this one first", Json + "  \"paths\": { \"/a\": {\n    §\"get\": { \"responses\": { \"204\": { \"description\": \"A.\" } } } } }\n}"),

        new(Descriptors.UnusedPathParameter, Warning, "'id'", Yaml + "paths:\n  /pets:\n    get:\n      operationId: a\n      parameters:\n        - §{ name: id, in: path, required: true, schema: { type: string } }\n      responses: { default: { description: Done. } }\n"),
        new(Descriptors.UnusedPathParameter, Warning, "'id'", Json + "  \"paths\": { \"/pets\": { \"parameters\": [\n      §{ \"name\": \"id\", \"in\": \"path\", \"required\": true, \"schema\": { \"type\": \"string\" } } ],\n    \"get\": { \"operationId\": \"a\", \"responses\": { \"204\": { \"description\": \"A.\" } } } } }\n}"),

        new(Descriptors.ConflictingAllOf, Warning, "'id' has the type integer in one part of the allOf and string in another", Yaml + "paths: {}\ncomponents:\n  schemas:\n    A: { type: object, properties: { id: { type: integer } } }\n    B:\n      allOf:\n        - $ref: '#/components/schemas/A'\n        - §type: object\n          properties: { id: { type: string } }\n"),
        new(Descriptors.ConflictingAllOf, Warning, "'id'", Json + "  \"paths\": {}, \"components\": { \"schemas\": {\n    \"A\": { \"type\": \"object\", \"properties\": { \"id\": { \"type\": \"integer\" } } },\n    \"B\": { \"allOf\": [ { \"$ref\": \"#/components/schemas/A\" } ],\n      \"properties\": { §\"id\": { \"type\": \"boolean\" } } } } }\n}"),

        new(Descriptors.ConflictingAllOf, Warning, "has the type string, and what stands before it the type object; no value has both", Yaml + "paths: {}\ncomponents:\n  schemas:\n    B:\n      allOf:\n        - { type: object, properties: { a: { type: string } } }\n        - §{ type: string }\n"),

        new(Descriptors.MixedEnum, Info, "number, string", Yaml + "paths: {}\ncomponents:\n  schemas:\n    A:\n      §enum: [1, two, null]\n"),
        new(Descriptors.MixedEnum, Info, "texts, and its type is integer; they are taken for what they spell", Yaml + "paths: {}\ncomponents:\n  schemas:\n    A: { type: integer, §enum: ['1', '2'] }\n"),
        new(Descriptors.MixedEnum, Info, "texts, and its type is number; any JSON is taken", Json + "  \"paths\": {}, \"components\": { \"schemas\": {\n    \"A\": { \"type\": \"number\", §\"enum\": [\"1\", \"many\"] } } }\n}"),
        new(Descriptors.MixedEnum, Info, "string, boolean", Json + "  \"paths\": {}, \"components\": { \"schemas\": {\n    \"A\": { §\"enum\": [\"a\", true] } } }\n}"),

        new(Descriptors.Renamed, Info, "The name UserId is taken by '#/components/schemas/A/properties/user-id'; this is UserIdValue", Yaml + "paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n        user-id: { type: string }\n        §user_id: { type: string }\n"),
        new(Descriptors.Renamed, Info, "The name PetShop is taken", Json + "  \"paths\": {}, \"components\": { \"schemas\": {\n    \"pet-shop\": { \"type\": \"object\", \"properties\": { \"a\": { \"type\": \"string\" } } },\n    §\"PetShop\": { \"type\": \"object\", \"properties\": { \"b\": { \"type\": \"string\" } } } } }\n}"),

        new(Descriptors.BadExtension, Warning, "'x-oggen-read-aliases' is a list of JSON names", Schema + "      properties:\n        a: { type: string, §x-oggen-read-aliases: b }\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-read-aliases' is a list of JSON names", Schema + "      properties:\n        a: { type: string, §x-oggen-read-aliases: [b, 5] }\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-write-aliases' is true or false", Json + "  \"paths\": {}, \"components\": { \"schemas\": { \"A\": { \"type\": \"object\", \"properties\": {\n    \"a\": { \"type\": \"string\", \"x-oggen-read-aliases\": [\"b\"], §\"x-oggen-write-aliases\": \"true\" } } } } }\n}"),
        new(Descriptors.BadExtension, Warning, "has no meaning without 'x-oggen-read-aliases'", Schema + "      properties:\n        a: { type: string, §x-oggen-write-aliases: true }\n"),
        new(Descriptors.BadExtension, Warning, "The alias 'b' of the member 'a' is not used: a member of the object has that name", Schema + "      properties:\n        a: { type: string, §x-oggen-read-aliases: [b] }\n        b: { type: string }\n"),
        new(Descriptors.BadExtension, Warning, "The alias 'a' of the member 'a' is not used: it is the member's own name", Schema + "      properties:\n        a: { type: string, §x-oggen-read-aliases: [a] }\n"),
        new(Descriptors.BadExtension, Warning, "The alias 'c' of the member 'b' is not used: it stands twice in the object", Schema + "      properties:\n        a: { type: string, x-oggen-read-aliases: [c] }\n        b: { type: string, §x-oggen-read-aliases: [c] }\n"),
        new(Descriptors.BadExtension, Warning, "The alias 'b' of the member 'a' is not used: a member of the object has that name", Yaml + """
            paths: {}
            components:
              schemas:
                Base: { type: object, properties: { b: { type: string } } }
                A:
                  allOf:
                    - $ref: '#/components/schemas/Base'
                    - type: object
                      properties:
                        a:
                          type: string
                          §x-oggen-read-aliases: [b]
            """),
        new(Descriptors.BadExtension, Warning, "The aliases of 'kind' are not used: it is the discriminator of a union", Yaml + """
            paths: {}
            components:
              schemas:
                A:
                  oneOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }]
                  discriminator: { propertyName: kind, mapping: { b: '#/components/schemas/B', c: '#/components/schemas/C' } }
                C: { type: object, required: [kind], properties: { kind: { type: string } } }
                B:
                  type: object
                  required: [kind]
                  properties:
                    kind:
                      type: string
                      §x-oggen-read-aliases: [type]
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-nmae' is no extension of OgGen (is 'x-oggen-name' meant?)", Schema + "      §x-oggen-nmae: B\n      properties: { a: { type: string } }\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-other' is no extension of OgGen", Json + "  §\"x-oggen-other\": true, \"paths\": {}\n}"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-result' has no meaning here; it belongs to an operation", Schema + "      §x-oggen-result: a\n      properties: { a: { type: string } }\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-secret' has no meaning here; it belongs to a property", Schema + "      properties:\n        a: { type: array, items: { type: string, §x-oggen-secret: true } }\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-optional' has no meaning for a schema without members", Schema + "      §x-oggen-optional: true\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-secret' has no meaning beside '$ref': before OpenAPI 3.1", Schema + "      properties:\n        a: { $ref: '#/components/schemas/A', §x-oggen-secret: true }\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-read-aliases' is a list of JSON names", Schema + "      properties:\n        a: { type: string, §x-oggen-read-aliases: b, x-oggen-write-aliases: true }\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-name' is a string that is not empty", Yaml + "§x-oggen-name: 5\npaths: {}\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-poll' is an object with a 'status'", Yaml + "paths:\n  /a:\n    get:\n      operationId: a\n      §x-oggen-poll: { status: 404 }\n      responses: { '204': { description: Done. } }\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-lenient' is true or false", Schema + "      properties:\n        a: { type: string, §x-oggen-lenient: [boolean] }\n"),
        new(Descriptors.BadExtension, Warning, "has a meaning only where 'type' is", Schema + "      properties:\n        a: { type: array, items: {}, §x-oggen-lenient: true }\n"),
        new(Descriptors.BadExtension, Warning, "has a meaning only where 'type' is", Schema + "      properties:\n        a: { type: string, enum: [b], §x-oggen-lenient: true }\n"),
        new(Descriptors.BadExtension, Warning, "has no meaning beside 'format: date'", Schema + "      properties:\n        a: { type: string, format: date, §x-oggen-lenient: true }\n"),

        new(Descriptors.BadDiscriminator, Warning, "'C' has no member 'kind'", Yaml + """
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { kind: { type: string } } }
                C: { type: object, properties: { other: { type: string } } }
                U:
                  oneOf:
                    - $ref: '#/components/schemas/A'
                    - §$ref: '#/components/schemas/C'
                  discriminator: { propertyName: kind }
            """),
        new(Descriptors.BadDiscriminator, Warning, "does not name the variant 'C'", Json + """
              "paths": {},
              "components": { "schemas": {
                "A": { "type": "object", "properties": { "kind": { "type": "string" } } },
                "C": { "type": "object", "properties": { "kind": { "type": "string" } } },
                "U": {
                  "oneOf": [ { "$ref": "#/components/schemas/A" }, §{ "$ref": "#/components/schemas/C" } ],
                  "discriminator": { "propertyName": "kind", "mapping": { "a": "#/components/schemas/A" } }
                }
              } }
            }
            """),

        new(Descriptors.NoServer, Warning, "not encrypted", Yaml + "servers:\n  - description: Plain.\n    §url: http://api.example.com\npaths: {}\n"),
        new(Descriptors.NoServer, Warning, "has no default", Json + "  \"servers\": [ { §\"url\": \"https://{region}.example.com\" } ],\n  \"paths\": {}\n}"),

        new(Descriptors.BeyondLimit, Error, "256 alternatives", Yaml + "paths: {}\ncomponents:\n  schemas:\n    U:\n      oneOf:\n" + string.Concat(Enumerable.Repeat("      - { type: string }\n", 256)) + "      - §{ type: string }\n"),
        new(Descriptors.BeyondLimit, Error, "256 alternatives", Json + "  \"paths\": {}, \"components\": { \"schemas\": { \"U\": { \"anyOf\": [" + string.Concat(Enumerable.Repeat("{ \"type\": \"string\" },\n", 256)) + "§{ \"type\": \"string\" }] } } }\n}"),

    ];
}
