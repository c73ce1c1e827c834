using OgGen.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;
using static OgGen.Generator.Tests.Diagnostics.Cases;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>Extensions of OgGen.</summary>
internal static class ExtensionCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.BadExtension, Warning, "'x-oggen-read-aliases' is a list of JSON names", SchemaHead + """
                  properties:
                    a: { type: string, §x-oggen-read-aliases: b }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-read-aliases' is a list of JSON names", SchemaHead + """
                  properties:
                    a: { type: string, §x-oggen-read-aliases: [b, 5] }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-write-aliases' is true or false", JsonHead + """
              "paths": {}, "components": { "schemas": { "A": { "type": "object", "properties": {
                "a": { "type": "string", "x-oggen-read-aliases": ["b"], §"x-oggen-write-aliases": "true" } } } } }
            }
            """),
        new(Descriptors.BadExtension, Warning, "has no meaning without 'x-oggen-read-aliases'", SchemaHead + """
                  properties:
                    a: { type: string, §x-oggen-write-aliases: true }
            """),
        new(
            Descriptors.BadExtension,
            Warning,
            "The alias 'b' of the member 'a' is not used: a member of the object has that name",
            SchemaHead + """
                      properties:
                        a: { type: string, §x-oggen-read-aliases: [b] }
                        b: { type: string }
                """),
        new(Descriptors.BadExtension, Warning, "The alias 'a' of the member 'a' is not used: it is the member's own name", SchemaHead + """
                  properties:
                    a: { type: string, §x-oggen-read-aliases: [a] }
            """),
        new(
            Descriptors.BadExtension,
            Warning,
            "The alias 'c' of the member 'b' is not used: it stands twice in the object",
            SchemaHead + """
                      properties:
                        a: { type: string, x-oggen-read-aliases: [c] }
                        b: { type: string, §x-oggen-read-aliases: [c] }
                """),
        new(
            Descriptors.BadExtension,
            Warning,
            "The alias 'b' of the member 'a' is not used: a member of the object has that name",
            YamlHead + """
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
        new(Descriptors.BadExtension, Warning, "The aliases of 'kind' are not used: it is the discriminator of a union", YamlHead + """
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
        new(Descriptors.BadExtension, Warning, "'x-oggen-nmae' is no extension of OgGen (is 'x-oggen-name' meant?)", SchemaHead + """
                  §x-oggen-nmae: B
                  properties: { a: { type: string } }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-other' is no extension of OgGen", JsonHead + """
              §"x-oggen-other": true, "paths": {}
            }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-result' has no meaning here; it belongs to an operation", SchemaHead + """
                  §x-oggen-result: a
                  properties: { a: { type: string } }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-secret' has no meaning here; it belongs to a property", SchemaHead + """
                  properties:
                    a: { type: array, items: { type: string, §x-oggen-secret: true } }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-optional' has no meaning for a schema without members", SchemaHead + """
                  §x-oggen-optional: true
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-secret' has no meaning beside '$ref': before OpenAPI 3.1", SchemaHead + """
                  properties:
                    a: { $ref: '#/components/schemas/A', §x-oggen-secret: true }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-read-aliases' is a list of JSON names", SchemaHead + """
                  properties:
                    a: { type: string, §x-oggen-read-aliases: b, x-oggen-write-aliases: true }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-name' is a string that is not empty", YamlHead + """
            §x-oggen-name: 5
            paths: {}
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-poll' is an object with a 'status'", YamlHead + """
            paths:
              /a:
                get:
                  operationId: a
                  §x-oggen-poll: { status: 404 }
                  responses: { '204': { description: Done. } }
            """),
        new(Descriptors.BadExtension, Warning, "'x-oggen-lenient' is true or false", SchemaHead + """
                  properties:
                    a: { type: string, §x-oggen-lenient: [boolean] }
            """),
        new(Descriptors.BadExtension, Warning, "has a meaning only where 'type' is", SchemaHead + """
                  properties:
                    a: { type: array, items: {}, §x-oggen-lenient: true }
            """),
        new(Descriptors.BadExtension, Warning, "has a meaning only where 'type' is", SchemaHead + """
                  properties:
                    a: { type: string, enum: [b], §x-oggen-lenient: true }
            """),
        new(Descriptors.BadExtension, Warning, "has no meaning beside 'format: date'", SchemaHead + """
                  properties:
                    a: { type: string, format: date, §x-oggen-lenient: true }
            """),
    ];
}
