using static Microsoft.CodeAnalysis.DiagnosticSeverity;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>For each diagnostic that has a place in a document, the mistake in YAML and in JSON where both can express it.</summary>
internal static class Cases
{
    private const string Yaml = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";
    private const string Json = "{\n  \"openapi\": \"3.0.3\", \"info\": { \"title\": \"T\", \"version\": \"1\" },\n";

    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.Unreadable, Error, "no valid YAML", Yaml + "paths:\n  /a: { get: §] }\n"),
        new(Descriptors.Unreadable, Error, "no valid JSON", Json + "  \"päths\": { §] }\n}"),
        new(Descriptors.Unreadable, Error, "no OpenAPI document", "§a: 1\nb: 2\n"),
        new(Descriptors.Unreadable, Error, "no OpenAPI document", "§{ \"a\": 1 }"),
        new(Descriptors.Unreadable, Error, "no anchor before it", Yaml + "paths: §*nowhere\n"),

        new(Descriptors.Unreadable, Error, "'99'", "§openapi: 99\npaths: {}\n"),
        new(Descriptors.Unreadable, Error, "'2.7'", "{ §\"swagger\": \"2.7\" }"),

        new(Descriptors.Invalid, Warning, "foo", Yaml + "paths: {}\ncomponents:\n  schemas:\n    A:\n      §foo: 1\n"),
        new(Descriptors.Invalid, Warning, "foo", Json + "  \"paths\": {},\n  \"components\": { \"schemas\": { \"A\": { §\"foo\": 1 } } }\n}"),

        new(Descriptors.UnresolvedReference, Error, "#/components/schemas/Pett", Yaml + """
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
                  "discriminator": { "propertyName": "kind", "mapping": { §"c": "#/components/schemas/B" } }
                }
              } }
            }
            """),

        new(Descriptors.NoServer, Warning, "not encrypted", Yaml + "servers:\n  - description: Plain.\n    §url: http://api.example.com\npaths: {}\n"),
        new(Descriptors.NoServer, Warning, "has no default", Json + "  \"servers\": [ { §\"url\": \"https://{region}.example.com\" } ],\n  \"paths\": {}\n}"),
    ];
}
