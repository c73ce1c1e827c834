using OgGen.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>For each diagnostic that has a place in a document, the mistake in YAML and in JSON where both can express it.</summary>
internal static class Cases
{
    private const string Yaml = """
        openapi: 3.0.3
        info: { title: T, version: '1' }

        """;
    private const string Json = """
        {
          "openapi": "3.0.3", "info": { "title": "T", "version": "1" },

        """;

    private const string Schema = Yaml + """
        paths: {}
        components:
          schemas:
            A:
              type: object

        """;

    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.Unreadable, Error, "no valid YAML", Yaml + """
            paths:
              /a: { get: §] }
            """),
        new(Descriptors.Unreadable, Error, "no valid JSON", Json + """
              "päths": { §] }
            }
            """),
        new(Descriptors.Unreadable, Error, "no OpenAPI document", """
            §a: 1
            b: 2
            """),
        new(Descriptors.Unreadable, Error, "no OpenAPI document", "§{ \"a\": 1 }"),
        new(Descriptors.Unreadable, Error, "no anchor before it", Yaml + "paths: §*nowhere\n"),

        new(Descriptors.Unreadable, Error, "'<<' merges an object", Yaml + "paths: { §<<: text }\n"),
        new(Descriptors.Unreadable, Error, "indent line 5 by more than 2 spaces", Yaml + """
            paths:
              /a: §"b
              c"
            """),

        new(Descriptors.Unreadable, Error, "'99'", """
            §openapi: 99
            paths: {}
            """),
        new(Descriptors.Unreadable, Error, "'2.7'", "{ §\"swagger\": \"2.7\" }"),

        new(Descriptors.Invalid, Warning, "foo", Yaml + """
            paths: {}
            components:
              schemas:
                A:
                  §foo: 1
            """),
        new(Descriptors.Invalid, Warning, "foo", Json + """
              "paths": {},
              "components": { "schemas": { "A": { §"foo": 1 } } }
            }
            """),

        new(Descriptors.Invalid, Warning, "'webhooks' is not known here", Yaml + """
            paths: {}
            §webhooks: { done: { post: { responses: { '204': { description: Done. } } } } }
            """),
        new(Descriptors.Invalid, Warning, "'description' is a string, and a list stands here", Yaml + """
            paths: {}
            tags:
              - name: a
                §description: [ b ]
            """),
        new(Descriptors.Invalid, Warning, "'description' is a string, and the reference 'texts.yaml#/intro' leads to a file", Yaml + """
            paths: {}
            tags:
              - name: a
                §description: { $ref: 'texts.yaml#/intro' }
            """),
        new(Descriptors.Invalid, Warning, "null wants quotes", """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { a: { type: [string, §null] } } }
            """),
        new(Descriptors.Invalid, Warning, "that is 'first'; 'second' is ignored", """
            swagger: '2.0'
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  parameters:
                    - { in: body, name: first, schema: { type: string } }
                    - §{ in: body, name: second, schema: { type: string } }
                  responses: { 204: { description: Done. } }
            """),
        new(Descriptors.Invalid, Warning, "'schema' is used, and 'content' is ignored", Yaml + """
            paths:
              /a:
                get:
                  operationId: a
                  parameters:
                    - name: q
                      in: query
                      schema: { type: string }
                      §content: { application/json: { schema: { type: object } } }
                  responses: { default: { description: Done. } }
            """),

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
        new(Descriptors.UnresolvedReference, Error, "#/components/parameters/Lost", Yaml + """
            paths:
              /a:
                get:
                  parameters:
                    - §$ref: '#/components/parameters/Lost'
                  responses: { default: { description: Done. } }
            """),
        new(Descriptors.UnresolvedReference, Error, "#/components/responses/Lost", Json + """
              "paths": { "/a": { "get": { "responses": {
                "200": { §"$ref": "#/components/responses/Lost" } } } } }
            }
            """),
        new(Descriptors.UnresolvedReference, Error, "#/components/requestBodies/Lost", Yaml + """
            paths:
              /a:
                post:
                  requestBody: { §$ref: '#/components/requestBodies/Lost' }
                  responses: { default: { description: Done. } }
            """),

        new(Descriptors.UnresolvedReference, Error, "other.yaml#/A", Yaml + """
            paths: {}
            components:
              schemas:
                B: { type: array, items: { §$ref: 'other.yaml#/A' } }
            """),

        new(Descriptors.DuplicateKey, Warning, "'title'", """
            openapi: 3.0.3
            info:
              title: A
              version: '1'
              §title: B
            paths: {}
            """),
        new(Descriptors.DuplicateKey, Warning, "'title'", """
            { "openapi": "3.0.3",
              "info": { "title": "Ä", §"title": "B", "version": "1" },
              "paths": {} }
            """),

        new(Descriptors.UndeclaredPathParameter, Warning, "'petId'", Yaml + """
            paths:
              /pets/{petId}:
                §get: { responses: { default: { description: Done. } } }
            """),
        new(Descriptors.UndeclaredPathParameter, Warning, "'petId'", Json + """
              "paths": { "/pets/{petId}": {
                §"get": { "responses": { "204": { "description": "Done." } } } } }
            }
            """),

        new(Descriptors.Unsupported, Warning, "'text/xml'", Yaml + """
            paths:
              /a:
                post:
                  requestBody: { content: { §text/xml: { schema: { type: string } } } }
                  responses: { default: { description: Done. } }
            """),
        new(Descriptors.Unsupported, Warning, "'Host'", Json + """
              "paths": { "/a": { "get": { "responses": { "204": { "description": "Done." } }, "parameters": [
                §{ "name": "Host", "in": "header", "schema": { "type": "string" } } ] } } }
            }
            """),

        new(Descriptors.Unsupported, Warning, "no content type that HTTP allows; it is returned as bytes", Yaml + """
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: A.
                      §content: { 'all kinds': { schema: { type: string } } }
            """),
        new(Descriptors.Unsupported, Warning, "no content type that HTTP allows; it is returned as bytes", Json + """
              "paths": { "/a": { "get": { "operationId": "a", "responses": { "200": { "description": "A.",
                §"content": { "": {}, "a/b/c": {} } } } } } }
            }
            """),
        new(Descriptors.Unsupported, Warning, "the response 'text/xml' is returned as text", Yaml + """
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: A.
                      content:
                        §text/xml: { schema: { type: object, properties: { a: { type: string } } } }
            """),

        new(Descriptors.Unsupported, Warning, "are no members of an object; they are added by hand", """
            openapi: 3.2.0
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  requestBody:
                    content:
                      multipart/mixed:
                        §itemSchema: { type: object, properties: { n: { type: integer } } }
                  responses: { '204': { description: Done. } }
            """),

        new(Descriptors.Unsupported, Warning, "back to itself", Yaml + """
            paths: {}
            components:
              schemas:
                A: { §$ref: '#/components/schemas/A' }
            """),

        new(Descriptors.SkippedOperation, Error, "'/a/}b'", Yaml + """
            paths:
              /a/}b:
                §get: { responses: { default: { description: Done. } } }
            """),
        new(Descriptors.SkippedOperation, Error, "'/a/{b'", Json + """
              "paths": { "/a/{b": { §"get": { "responses": { "204": { "description": "Done." } } } } }
            }
            """),

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

        new(Descriptors.BadDefault, Warning, "0 breaks 'minimum', which is 1", Yaml + """
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { n: { type: integer, minimum: 1, §default: 0 } } }
            """),
        new(Descriptors.BadDefault, Warning, "\"red\" is none of the values", Json + """
              "paths": {}, "components": { "schemas": {
                "A": { "type": "string", "enum": ["blue"],
                  §"default": "red" } } }
            }
            """),
        new(Descriptors.BadDefault, Warning, "\"x\" is not of the type integer", """
            swagger: '2.0'
            info: { title: T, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  parameters: [{ name: n, in: query, type: integer, §default: x }]
                  responses: { 204: { description: Done. } }
            """),

        new(Descriptors.BadExample, Info, "the required member 'name' is missing", Yaml + """
            paths: {}
            components:
              schemas:
                A:
                  type: object
                  required: [name]
                  properties: { name: { type: string } }
                  §example: { nickname: Rex }
            """),
        new(Descriptors.BadExample, Info, "5 is not of the type string", Json + """
              "paths": { "/a": { "get": { "operationId": "a", "responses": { "200": { "description": "A.", "content": { "application/json": {
                "schema": { "type": "array", "items": { "type": "string" } },
                "examples": { "one": { "value": [ "a", §5 ] } }
              } } } } } } }
            }
            """),

        new(Descriptors.DuplicateOperationId, Warning, "'list' is that of GET /a too; the method of this operation is Other.ListAsync", Yaml + """
            paths:
              /a: { get: { operationId: list, responses: { default: { description: Done. } } } }
              /b:
                get:
                  §operationId: list
                  tags: [other]
                  responses: { default: { description: Done. } }
            """),
        new(Descriptors.DuplicateOperationId, Warning, "'list'", Json + """
              "paths": {
                "/a": { "get": { "operationId": "list", "tags": ["a"], "responses": { "204": { "description": "A." } } } },
                "/b": { "get": { §"operationId": "list", "responses": { "204": { "description": "B." } } } }
              }
            }
            """),

        new(Descriptors.NoOperationId, Info, "2, this one first", Yaml + """
            paths:
              /a:
                §get: { responses: { default: { description: Done. } } }
                put: { responses: { default: { description: Done. } } }
            """),
        new(Descriptors.NoOperationId, Info, "1, this one first", Json + """
              "paths": { "/a": {
                §"get": { "responses": { "204": { "description": "A." } } } } }
            }
            """),

        new(Descriptors.UnusedPathParameter, Warning, "'id'", Yaml + """
            paths:
              /pets:
                get:
                  operationId: a
                  parameters:
                    - §{ name: id, in: path, required: true, schema: { type: string } }
                  responses: { default: { description: Done. } }
            """),
        new(Descriptors.UnusedPathParameter, Warning, "'id'", Json + """
              "paths": { "/pets": { "parameters": [
                  §{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ],
                "get": { "operationId": "a", "responses": { "204": { "description": "A." } } } } }
            }
            """),

        new(Descriptors.ConflictingAllOf, Warning, "'id' has the type integer in one subschema of the allOf and string in another", Yaml + """
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { id: { type: integer } } }
                B:
                  allOf:
                    - $ref: '#/components/schemas/A'
                    - §type: object
                      properties: { id: { type: string } }
            """),
        new(Descriptors.ConflictingAllOf, Warning, "'id'", Json + """
              "paths": {}, "components": { "schemas": {
                "A": { "type": "object", "properties": { "id": { "type": "integer" } } },
                "B": { "allOf": [ { "$ref": "#/components/schemas/A" } ],
                  "properties": { §"id": { "type": "boolean" } } } } }
            }
            """),

        new(Descriptors.ConflictingAllOf, Warning, "has the type string, and what precedes it the type object; no value has both", Yaml + """
            paths: {}
            components:
              schemas:
                B:
                  allOf:
                    - { type: object, properties: { a: { type: string } } }
                    - §{ type: string }
            """),

        new(Descriptors.MixedEnum, Info, "number, string", Yaml + """
            paths: {}
            components:
              schemas:
                A:
                  §enum: [1, two, null]
            """),
        new(Descriptors.MixedEnum, Info, "strings, and its type is integer; they are read as the values that they spell", Yaml + """
            paths: {}
            components:
              schemas:
                A: { type: integer, §enum: ['1', '2'] }
            """),
        new(Descriptors.MixedEnum, Info, "strings, and its type is number; any JSON is accepted", Json + """
              "paths": {}, "components": { "schemas": {
                "A": { "type": "number", §"enum": ["1", "many"] } } }
            }
            """),
        new(Descriptors.MixedEnum, Info, "string, boolean", Json + """
              "paths": {}, "components": { "schemas": {
                "A": { §"enum": ["a", true] } } }
            }
            """),

        new(Descriptors.Renamed, Info, "The name UserId is taken by '#/components/schemas/A/properties/user-id'; this is UserIdValue", Yaml + """
            paths: {}
            components:
              schemas:
                A:
                  type: object
                  properties:
                    user-id: { type: string }
                    §user_id: { type: string }
            """),
        new(Descriptors.Renamed, Info, "The name PetShop is taken", Json + """
              "paths": {}, "components": { "schemas": {
                "pet-shop": { "type": "object", "properties": { "a": { "type": "string" } } },
                §"PetShop": { "type": "object", "properties": { "b": { "type": "string" } } } } }
            }
            """),

        new(Descriptors.BadExtension, Warning, "'x-oggen-read-aliases' is a list of JSON names", Schema + """
                  properties:
                    a: { type: string, §x-oggen-read-aliases: b }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-read-aliases' is a list of JSON names", Schema + """
                  properties:
                    a: { type: string, §x-oggen-read-aliases: [b, 5] }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-write-aliases' is true or false", Json + """
              "paths": {}, "components": { "schemas": { "A": { "type": "object", "properties": {
                "a": { "type": "string", "x-oggen-read-aliases": ["b"], §"x-oggen-write-aliases": "true" } } } } }
            }
            """),
        new(Descriptors.BadExtension, Warning, "has no meaning without 'x-oggen-read-aliases'", Schema + """
                  properties:
                    a: { type: string, §x-oggen-write-aliases: true }
            """),
        new(Descriptors.BadExtension, Warning, "The alias 'b' of the member 'a' is not used: a member of the object has that name", Schema + """
                  properties:
                    a: { type: string, §x-oggen-read-aliases: [b] }
                    b: { type: string }
            """),
        new(Descriptors.BadExtension, Warning, "The alias 'a' of the member 'a' is not used: it is the member's own name", Schema + """
                  properties:
                    a: { type: string, §x-oggen-read-aliases: [a] }
            """),
        new(Descriptors.BadExtension, Warning, "The alias 'c' of the member 'b' is not used: it stands twice in the object", Schema + """
                  properties:
                    a: { type: string, x-oggen-read-aliases: [c] }
                    b: { type: string, §x-oggen-read-aliases: [c] }
            """),
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
        new(Descriptors.BadExtension, Warning, "'x-oggen-nmae' is no extension of OgGen (is 'x-oggen-name' meant?)", Schema + """
                  §x-oggen-nmae: B
                  properties: { a: { type: string } }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-other' is no extension of OgGen", Json + """
              §"x-oggen-other": true, "paths": {}
            }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-result' has no meaning here; it belongs to an operation", Schema + """
                  §x-oggen-result: a
                  properties: { a: { type: string } }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-secret' has no meaning here; it belongs to a property", Schema + """
                  properties:
                    a: { type: array, items: { type: string, §x-oggen-secret: true } }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-optional' has no meaning for a schema without members", Schema + "      §x-oggen-optional: true\n"),
        new(Descriptors.BadExtension, Warning, "'x-oggen-secret' has no meaning beside '$ref': before OpenAPI 3.1", Schema + """
                  properties:
                    a: { $ref: '#/components/schemas/A', §x-oggen-secret: true }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-read-aliases' is a list of JSON names", Schema + """
                  properties:
                    a: { type: string, §x-oggen-read-aliases: b, x-oggen-write-aliases: true }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-name' is a string that is not empty", Yaml + """
            §x-oggen-name: 5
            paths: {}
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-poll' is an object with a 'status'", Yaml + """
            paths:
              /a:
                get:
                  operationId: a
                  §x-oggen-poll: { status: 404 }
                  responses: { '204': { description: Done. } }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-lenient' is true or false", Schema + """
                  properties:
                    a: { type: string, §x-oggen-lenient: [boolean] }
            """),
        new(Descriptors.BadExtension, Warning, "has a meaning only where 'type' is", Schema + """
                  properties:
                    a: { type: array, items: {}, §x-oggen-lenient: true }
            """),
        new(Descriptors.BadExtension, Warning, "has a meaning only where 'type' is", Schema + """
                  properties:
                    a: { type: string, enum: [b], §x-oggen-lenient: true }
            """),
        new(Descriptors.BadExtension, Warning, "has no meaning beside 'format: date'", Schema + """
                  properties:
                    a: { type: string, format: date, §x-oggen-lenient: true }
            """),

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

        new(Descriptors.NoServer, Warning, "not encrypted", Yaml + """
            servers:
              - description: Plain.
                §url: http://api.example.com
            paths: {}
            """),
        new(Descriptors.NoServer, Warning, "has no default", Json + """
              "servers": [ { §"url": "https://{region}.example.com" } ],
              "paths": {}
            }
            """),

        new(Descriptors.BeyondLimit, Error, "256 alternatives", Yaml + "paths: {}\ncomponents:\n  schemas:\n    U:\n      oneOf:\n" + string.Concat(Enumerable.Repeat("      - { type: string }\n", 256)) + "      - §{ type: string }\n"),
        new(Descriptors.BeyondLimit, Error, "256 alternatives", Json + "  \"paths\": {}, \"components\": { \"schemas\": { \"U\": { \"anyOf\": [" + string.Concat(Enumerable.Repeat("{ \"type\": \"string\" },\n", 256)) + "§{ \"type\": \"string\" }] } } }\n}"),

        new(Descriptors.Unsupported, Warning, "'defaultMapping' is not used", "openapi: 3.2.0\ninfo: { title: T, version: '1' }\npaths: {}\n" + """
            components:
              schemas:
                A: { type: object, required: [kind], properties: { kind: { type: string } } }
                B: { type: object, required: [kind], properties: { kind: { type: string } } }
                U:
                  oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }]
                  discriminator:
                    propertyName: kind
                    §defaultMapping: '#/components/schemas/A'
            """),
        new(Descriptors.Unsupported, Warning, "'itemEncoding' is ignored", "openapi: 3.2.0\ninfo: { title: T, version: '1' }\n" + """
            paths:
              /a:
                post:
                  operationId: a
                  requestBody:
                    content:
                      multipart/form-data:
                        schema: { type: object, properties: { p: { type: string, format: binary } } }
                        encoding: { p: { contentType: multipart/mixed, §itemEncoding: { contentType: image/png } } }
                  responses: { '204': { description: Done. } }
            """),
        new(Descriptors.Unsupported, Warning, "The dialect 'https://example.com/dialect' is not known", """
            openapi: 3.1.0
            info: { title: T, version: '1' }
            §jsonSchemaDialect: https://example.com/dialect
            paths: {}
            """),
        new(Descriptors.Unsupported, Warning, "The dialect 'https://example.com/dialect' is not known", "{\n  \"openapi\": \"3.1.0\", \"info\": "
            + "{ \"title\": \"T\", \"version\": \"1\" },\n  \"paths\": {}, \"components\": { \"schemas\": {\n    \"A\": "
            + "{ §\"$schema\": \"https://example.com/dialect\", \"type\": \"string\" } } }\n}"),
        new(Descriptors.Invalid, Warning, "'form' is no style of a header", Yaml + """
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '204': { description: Done., headers: { X-A: { §style: form, schema: { type: string } } } }
            """),
    ];
}
