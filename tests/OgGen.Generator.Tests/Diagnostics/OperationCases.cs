using OgGen.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;
using static OgGen.Generator.Tests.Diagnostics.Cases;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>Operations, their paths and parameters, and servers.</summary>
internal static class OperationCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.SkippedOperation, Error, "'/a/}b'", YamlHead + """
            paths:
              /a/}b:
                §get: { responses: { default: { description: Done. } } }
            """),
        new(Descriptors.SkippedOperation, Error, "'/a/{b'", JsonHead + """
              "paths": { "/a/{b": { §"get": { "responses": { "204": { "description": "Done." } } } } }
            }
            """),

        new(Descriptors.UndeclaredPathParameter, Warning, "'petId'", YamlHead + """
            paths:
              /pets/{petId}:
                §get: { responses: { default: { description: Done. } } }
            """),
        new(Descriptors.UndeclaredPathParameter, Warning, "'petId'", JsonHead + """
              "paths": { "/pets/{petId}": {
                §"get": { "responses": { "204": { "description": "Done." } } } } }
            }
            """),

        new(Descriptors.UnusedPathParameter, Warning, "'id'", YamlHead + """
            paths:
              /pets:
                get:
                  operationId: a
                  parameters:
                    - §{ name: id, in: path, required: true, schema: { type: string } }
                  responses: { default: { description: Done. } }
            """),
        new(Descriptors.UnusedPathParameter, Warning, "'id'", JsonHead + """
              "paths": { "/pets": { "parameters": [
                  §{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } } ],
                "get": { "operationId": "a", "responses": { "204": { "description": "A." } } } } }
            }
            """),

        new(
            Descriptors.DuplicateOperationId,
            Warning,
            "'list' is that of GET /a too; the method of this operation is Other.ListAsync",
            YamlHead + """
                paths:
                  /a: { get: { operationId: list, responses: { default: { description: Done. } } } }
                  /b:
                    get:
                      §operationId: list
                      tags: [other]
                      responses: { default: { description: Done. } }
                """),
        new(Descriptors.DuplicateOperationId, Warning, "'list'", JsonHead + """
              "paths": {
                "/a": { "get": { "operationId": "list", "tags": ["a"], "responses": { "204": { "description": "A." } } } },
                "/b": { "get": { §"operationId": "list", "responses": { "204": { "description": "B." } } } }
              }
            }
            """),

        new(Descriptors.NoOperationId, Info, "2, this one first", YamlHead + """
            paths:
              /a:
                §get: { responses: { default: { description: Done. } } }
                put: { responses: { default: { description: Done. } } }
            """),
        new(Descriptors.NoOperationId, Info, "1, this one first", JsonHead + """
              "paths": { "/a": {
                §"get": { "responses": { "204": { "description": "A." } } } } }
            }
            """),

        new(Descriptors.NoServer, Warning, "not encrypted", YamlHead + """
            servers:
              - description: Plain.
                §url: http://api.example.com
            paths: {}
            """),
        new(Descriptors.NoServer, Warning, "has no default", JsonHead + """
              "servers": [ { §"url": "https://{region}.example.com" } ],
              "paths": {}
            }
            """),
    ];
}
