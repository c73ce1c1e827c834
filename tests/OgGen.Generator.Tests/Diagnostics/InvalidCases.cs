using OgGen.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;
using static OgGen.Generator.Tests.Diagnostics.Cases;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>What the specification does not allow where it stands.</summary>
internal static class InvalidCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.Invalid, Warning, "foo", YamlHead + """
            paths: {}
            components:
              schemas:
                A:
                  §foo: 1
            """),
        new(Descriptors.Invalid, Warning, "foo", JsonHead + """
              "paths": {},
              "components": { "schemas": { "A": { §"foo": 1 } } }
            }
            """),
        new(Descriptors.Invalid, Warning, "'webhooks' is not known here", YamlHead + """
            paths: {}
            §webhooks: { done: { post: { responses: { '204': { description: Done. } } } } }
            """),
        new(Descriptors.Invalid, Warning, "'description' is a string, and a list stands here", YamlHead + """
            paths: {}
            tags:
              - name: a
                §description: [ b ]
            """),
        new(Descriptors.Invalid, Warning, "'description' is a string, and the reference 'texts.yaml#/intro' leads to a file", YamlHead + """
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
        new(Descriptors.Invalid, Warning, "'schema' is used, and 'content' is ignored", YamlHead + """
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
        new(Descriptors.Invalid, Warning, "'form' is no style of a header", YamlHead + """
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '204': { description: Done., headers: { X-A: { §style: form, schema: { type: string } } } }
            """),
    ];
}
