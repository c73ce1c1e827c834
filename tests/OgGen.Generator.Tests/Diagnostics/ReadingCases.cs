using OgGen.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.DiagnosticSeverity;
using static OgGen.Generator.Tests.Diagnostics.Cases;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>The notation, the version and the size of a document.</summary>
internal static class ReadingCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new(Descriptors.Unreadable, Error, "no valid YAML", YamlHead + """
            paths:
              /a: { get: §] }
            """),
        new(Descriptors.Unreadable, Error, "no valid JSON", JsonHead + """
              "päths": { §] }
            }
            """),
        new(Descriptors.Unreadable, Error, "no OpenAPI document", """
            §a: 1
            b: 2
            """),
        new(Descriptors.Unreadable, Error, "no OpenAPI document", "§{ \"a\": 1 }"),
        new(Descriptors.Unreadable, Error, "no anchor before it", YamlHead + "paths: §*nowhere"),
        new(Descriptors.Unreadable, Error, "'<<' merges an object", YamlHead + "paths: { §<<: text }"),
        new(Descriptors.Unreadable, Error, "indent line 5 by more than 2 spaces", YamlHead + """
            paths:
              /a: §"b
              c"
            """),
        new(Descriptors.Unreadable, Error, "'99'", """
            §openapi: 99
            paths: {}
            """),
        new(Descriptors.Unreadable, Error, "'2.7'", "{ §\"swagger\": \"2.7\" }"),

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

        new(Descriptors.BeyondLimit, Error, "256 alternatives", YamlHead + $$"""
            paths: {}
            components:
              schemas:
                U:
                  oneOf:
                    {{string.Concat(Enumerable.Repeat("- { type: string }\n        ", 256))}}- §{ type: string }
            """),
        new(Descriptors.BeyondLimit, Error, "256 alternatives", JsonHead + $$"""
              "paths": {}, "components": { "schemas": { "U": { "anyOf": [
                {{string.Concat(Enumerable.Repeat("{ \"type\": \"string\" }, ", 256))}}§{ "type": "string" } ] } } }
            }
            """),
    ];
}
