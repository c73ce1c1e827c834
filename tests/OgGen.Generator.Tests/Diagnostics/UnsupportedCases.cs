using OgGen.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;
using static OgGen.Generator.Tests.Diagnostics.Cases;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>What has no effect, or another one than the document asks for.</summary>
internal static class UnsupportedCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.Unsupported, Warning, "'text/xml'", YamlHead + """
            paths:
              /a:
                post:
                  requestBody: { content: { §text/xml: { schema: { type: string } } } }
                  responses: { default: { description: Done. } }
            """),
        new(Descriptors.Unsupported, Warning, "'Host'", JsonHead + """
              "paths": { "/a": { "get": { "responses": { "204": { "description": "Done." } }, "parameters": [
                §{ "name": "Host", "in": "header", "schema": { "type": "string" } } ] } } }
            }
            """),
        new(Descriptors.Unsupported, Warning, "no content type that HTTP allows; it is returned as bytes", YamlHead + """
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: A.
                      §content: { 'all kinds': { schema: { type: string } } }
            """),
        new(Descriptors.Unsupported, Warning, "no content type that HTTP allows; it is returned as bytes", JsonHead + """
              "paths": { "/a": { "get": { "operationId": "a", "responses": { "200": { "description": "A.",
                §"content": { "": {}, "a/b/c": {} } } } } } }
            }
            """),
        new(Descriptors.Unsupported, Warning, "the response 'text/xml' is returned as text", YamlHead + """
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
        new(Descriptors.Unsupported, Warning, "'defaultMapping' is not used", """
            openapi: 3.2.0
            info: { title: T, version: '1' }
            paths: {}
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
        new(Descriptors.Unsupported, Warning, "'itemEncoding' is ignored", """
            openapi: 3.2.0
            info: { title: T, version: '1' }
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
        new(Descriptors.Unsupported, Warning, "The dialect 'https://example.com/dialect' is not known", """
            {
              "openapi": "3.1.0", "info": { "title": "T", "version": "1" },
              "paths": {}, "components": { "schemas": {
                "A": { §"$schema": "https://example.com/dialect", "type": "string" } } }
            }
            """),
    ];
}
