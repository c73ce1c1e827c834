using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>The keywords beside the <c>$ref</c> of a schema, which count since OpenAPI 3.1.</summary>
internal static class SchemaSiblings
{
    /// <summary>Keywords that describe the use of a schema; any other one beside a <c>$ref</c> makes another schema.</summary>
    private static readonly HashSet<string> s_annotations = new(StringComparer.Ordinal)
    {
        "$ref", "description", "summary", "title", "deprecated", "readOnly", "writeOnly", "default", "example", "examples", "externalDocs",
        "xml", "$comment",
    };

    /// <summary>Keywords that change what a schema allows, so that it is another one than the component that it refers to.</summary>
    private static readonly HashSet<string> s_combined = new(StringComparer.Ordinal)
    {
        "type", "nullable", "format", "enum", "const", "properties", "patternProperties", "additionalProperties", "required", "items",
        "prefixItems", "allOf", "oneOf", "anyOf",
        "not", "discriminator",
    };

    public static bool IsAnnotation(string key) => s_annotations.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal);

    /// <summary><c>{ $ref, properties }</c> is both schemas at once, and becomes an <c>allOf</c>.</summary>
    public static void Combine(JsonObject schema, ImportLocation location, SourceMap map)
    {
        if (WrittenReference.In(schema) is not { } reference || !schema.Any(static member => s_combined.Contains(member.Key)))
        {
            return;
        }

        // Moved keywords keep their source location.
        var subschemas = new JsonArray(new JsonObject { ["$ref"] = reference });
        map.Add(location.At.Child("allOf").Child(0).Pointer, location.File.File, location.In.Pointer);
        foreach (JsonNode? subschema in JsonMembers.Items(schema, "allOf").ToArray())
        {
            map.Add(
                location.At.Child("allOf").Child(subschemas.Count).Pointer,
                location.File.File,
                location.In.Child("allOf").Child(subschemas.Count - 1).Pointer);
            subschemas.Add(subschema?.DeepClone());
        }

        schema.Remove("$ref");
        schema["allOf"] = subschemas;
    }
}
