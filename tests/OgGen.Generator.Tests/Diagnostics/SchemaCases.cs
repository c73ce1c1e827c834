using OgGen.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;
using static OgGen.Generator.Tests.Diagnostics.Cases;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>Schemas: discriminators, subschemas, constants, names, and values that do not fit.</summary>
internal static class SchemaCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.BadDiscriminator, Warning, "'c'", YamlHead + """
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
        new(Descriptors.BadDiscriminator, Warning, "'c'", JsonHead + """
              "paths": {},
              "components": { "schemas": {
                "A": { "type": "object", "properties": { "kind": { "type": "string" } } },
                "C": { "type": "object", "properties": { "kind": { "type": "string" } } },
                "B": { "type": "object", "properties": { "kind": { "type": "string" } } },
                "U": {
                  "oneOf": [ { "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/C" } ],
                  "discriminator": { "propertyName": "kind", "mapping": { "a": "#/components/schemas/A", "d": "#/components/schemas/C",
                      §"c": "#/components/schemas/B" } }
                }
              } }
            }
            """),
        new(Descriptors.BadDiscriminator, Warning, "'C' has no member 'kind'", YamlHead + """
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
        new(Descriptors.BadDiscriminator, Warning, "does not name the variant 'C'", JsonHead + """
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

        new(
            Descriptors.ConflictingAllOf,
            Warning,
            "'id' has the type integer in one subschema of the allOf and string in another",
            YamlHead + """
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
        new(Descriptors.ConflictingAllOf, Warning, "'id'", JsonHead + """
              "paths": {}, "components": { "schemas": {
                "A": { "type": "object", "properties": { "id": { "type": "integer" } } },
                "B": { "allOf": [ { "$ref": "#/components/schemas/A" } ],
                  "properties": { §"id": { "type": "boolean" } } } } }
            }
            """),
        new(
            Descriptors.ConflictingAllOf,
            Warning,
            "has the type string, and what precedes it the type object; no value has both",
            YamlHead + """
                paths: {}
                components:
                  schemas:
                    B:
                      allOf:
                        - { type: object, properties: { a: { type: string } } }
                        - §{ type: string }
                """),

        new(Descriptors.MixedEnum, Info, "number, string", YamlHead + """
            paths: {}
            components:
              schemas:
                A:
                  §enum: [1, two, null]
            """),
        new(Descriptors.MixedEnum, Info, "strings, and its type is integer; they are read as the values that they spell", YamlHead + """
            paths: {}
            components:
              schemas:
                A: { type: integer, §enum: ['1', '2'] }
            """),
        new(Descriptors.MixedEnum, Info, "strings, and its type is number; any JSON is accepted", JsonHead + """
              "paths": {}, "components": { "schemas": {
                "A": { "type": "number", §"enum": ["1", "many"] } } }
            }
            """),
        new(Descriptors.MixedEnum, Info, "string, boolean", JsonHead + """
              "paths": {}, "components": { "schemas": {
                "A": { §"enum": ["a", true] } } }
            }
            """),

        new(
            Descriptors.Renamed,
            Info,
            "The name UserId is taken by '#/components/schemas/A/properties/user-id'; this is UserIdValue",
            YamlHead + """
                paths: {}
                components:
                  schemas:
                    A:
                      type: object
                      properties:
                        user-id: { type: string }
                        §user_id: { type: string }
                """),
        new(Descriptors.Renamed, Info, "The name PetShop is taken", JsonHead + """
              "paths": {}, "components": { "schemas": {
                "pet-shop": { "type": "object", "properties": { "a": { "type": "string" } } },
                §"PetShop": { "type": "object", "properties": { "b": { "type": "string" } } } } }
            }
            """),

        new(Descriptors.BadDefault, Warning, "0 breaks 'minimum', which is 1", YamlHead + """
            paths: {}
            components:
              schemas:
                A: { type: object, properties: { n: { type: integer, minimum: 1, §default: 0 } } }
            """),
        new(Descriptors.BadDefault, Warning, "\"red\" is none of the values", JsonHead + """
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

        new(Descriptors.BadExample, Info, "the required member 'name' is missing", YamlHead + """
            paths: {}
            components:
              schemas:
                A:
                  type: object
                  required: [name]
                  properties: { name: { type: string } }
                  §example: { nickname: Rex }
            """),
        new(Descriptors.BadExample, Info, "5 is not of the type string", JsonHead + """
              "paths": { "/a": { "get": { "operationId": "a", "responses": {
                  "200": { "description": "A.", "content": { "application/json": {
                "schema": { "type": "array", "items": { "type": "string" } },
                "examples": { "one": { "value": [ "a", §5 ] } }
              } } } } } } }
            }
            """),
    ];
}
