using OgGen.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;
using static OgGen.Generator.Tests.Diagnostics.Cases;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>References that lead nowhere, or back to themselves.</summary>
internal static class ReferenceCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.UnresolvedReference, Error, "(is '#/components/schemas/Pet' meant?)", YamlHead + """
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
        new(Descriptors.UnresolvedReference, Error, "#/components/schemas/Pett", JsonHead + """
              "paths": {},
              "components": { "schemas": {
                "Pet": { "type": "object", "properties": { "a": { §"$ref": "#/components/schemas/Pett" } } }
              } }
            }
            """),
        new(Descriptors.UnresolvedReference, Error, "#/components/parameters/Lost", YamlHead + """
            paths:
              /a:
                get:
                  parameters:
                    - §$ref: '#/components/parameters/Lost'
                  responses: { default: { description: Done. } }
            """),
        new(Descriptors.UnresolvedReference, Error, "#/components/responses/Lost", JsonHead + """
              "paths": { "/a": { "get": { "responses": {
                "200": { §"$ref": "#/components/responses/Lost" } } } } }
            }
            """),
        new(Descriptors.UnresolvedReference, Error, "#/components/requestBodies/Lost", YamlHead + """
            paths:
              /a:
                post:
                  requestBody: { §$ref: '#/components/requestBodies/Lost' }
                  responses: { default: { description: Done. } }
            """),
        new(Descriptors.UnresolvedReference, Error, "other.yaml#/A", YamlHead + """
            paths: {}
            components:
              schemas:
                B: { type: array, items: { §$ref: 'other.yaml#/A' } }
            """),

        new(Descriptors.Unsupported, Warning, "back to itself", YamlHead + """
            paths: {}
            components:
              schemas:
                A: { §$ref: '#/components/schemas/A' }
            """),
    ];
}
