using System.Globalization;
using System.Text;

namespace OgGen.Benchmarks;

/// <summary>A document of any number of schemas and as many operations, all of one ordinary shape.</summary>
internal static class ThingDocument
{
    /// <summary>The document with so many of both, in JSON.</summary>
    public static string Of(int count)
    {
        var paths = new StringBuilder();
        var schemas = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            string separator = i == 0 ? "" : ",";
            paths.Append(separator).Append(Operation(i));
            schemas.Append(separator).Append(Schema(i, parent: (int)((i * 7L + 1) % count)));
        }

        return $$"""
            {
              "openapi": "3.0.3",
              "info": { "title": "Things", "version": "1" },
              "paths": {{{paths}}
              },
              "components": { "schemas": {{{schemas}}
              } }
            }
            """;
    }

    private static string Operation(int number)
    {
        bool reads = number % 2 == 0;
        string content = $$"""{ "application/json": { "schema": { "$ref": "#/components/schemas/Thing{{number}}" } } }""";
        return string.Create(CultureInfo.InvariantCulture, $$"""

                "/things{{number}}/{id}": {
                  "{{(reads ? "get" : "post")}}": {
                    "operationId": "{{(reads ? "get" : "change")}}Thing{{number}}",
                    "summary": "Thing number {{number}}.",
                    "tags": ["group{{number % 100}}"],
                    "parameters": [
                      { "name": "id", "in": "path", "required": true, "description": "The identifier.", "schema": { "type": "string" } }
                    ],{{(reads ? "" : $$"""
                    "requestBody": { "required": true, "content": {{content}} },
            """)}}
                    "responses": { "200": { "description": "The thing.", "content": {{content}} } }
                  }
                }
            """);
    }

    private static string Schema(int number, int parent)
        => string.Create(CultureInfo.InvariantCulture, $$"""

                "Thing{{number}}": {
                  "type": "object",
                  "description": "Thing number {{number}}.",
                  "required": ["id"],
                  "properties": {
                    "id": { "type": "string", "description": "The identifier." },
                    "name": { "type": "string" },
                    "count": { "type": "integer", "format": "int32" },
                    "parent": { "$ref": "#/components/schemas/Thing{{parent}}" }
                  }
                }
            """);
}
