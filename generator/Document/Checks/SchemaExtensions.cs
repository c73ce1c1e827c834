using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Checks;

/// <summary>Finds extensions that are allowed for schemas, and have no effect on this one.</summary>
internal static class SchemaExtensions
{
    /// <summary>Keywords by which a schema may become a type of its own.</summary>
    private static readonly string[] s_typed = ["enum", "const", "properties", "patternProperties", "allOf", "oneOf", "anyOf"];

    /// <summary>Keywords by which a subschema of <c>allOf</c> constrains objects.</summary>
    private static readonly string[] s_constraining =
    [
        "$ref", "properties", "patternProperties", "additionalProperties", "required", "allOf", "oneOf", "anyOf",
    ];

    /// <summary>Why an extension has no meaning, for a message; null where it has one.</summary>
    /// <param name="schema">The schema that has the extension.</param>
    /// <param name="extension">The name of the extension.</param>
    /// <param name="use">What is generated from the schema.</param>
    /// <param name="hasSiblings">Whether keywords beside <c>$ref</c> count.</param>
    /// <param name="isMerged">Whether the schema is merged with other subschemas of an <c>allOf</c>.</param>
    public static string? Check(JsonObject schema, string extension, ElementUse use, bool hasSiblings, bool isMerged)
    {
        bool isReference = schema.ContainsKey("$ref");
        if (isReference && !hasSiblings)
        {
            return "has no meaning beside '$ref': before OpenAPI 3.1, nothing that stands there counts";
        }

        bool isInMerged = isMerged && !isReference;
        return extension switch
        {
            SpecExtensions.Name or SpecExtensions.Optional when isReference =>
                "has no meaning beside '$ref'; it belongs to the schema that it refers to",
            SpecExtensions.Name or SpecExtensions.Optional when isInMerged =>
                "has no meaning in one of several subschemas, which become one type; it belongs beside their 'allOf'",
            SpecExtensions.Name when use == ElementUse.Value && !MayBecomeType(schema) =>
                "has no meaning for a schema that becomes neither a type nor a property",
            SpecExtensions.Optional when !IsObject(schema) && !(use == ElementUse.Component && Refers(schema)) =>
                "has no meaning for a schema without members",
            SpecExtensions.Lenient when !IsScalar(schema)
                && (isInMerged || !IsObject(schema))
                && !(use == ElementUse.Component && Refers(schema)) =>
                "has a meaning only where 'type' is a string, a boolean or a number without 'enum', or an object with members",
            SpecExtensions.Lenient when use == ElementUse.Part && JsonMembers.String(schema, "format") == "binary" =>
                "has no meaning for a file",
            SpecExtensions.WriteAliases when !schema.ContainsKey(SpecExtensions.ReadAliases) =>
                $"has no meaning without '{SpecExtensions.ReadAliases}', which names the aliases",
            _ => null,
        };
    }

    /// <summary>
    /// Whether the subschemas of a schema are merged into one type, because several of them, or the schema and one of them, have members.
    /// </summary>
    public static bool Merges(JsonObject schema)
        => JsonMembers.Items(schema, "allOf").Count(IsConstraining) + (schema.ContainsKey("properties") ? 1 : 0) > 1;

    /// <summary>Whether a component may be a type that inherits all its members.</summary>
    private static bool Refers(JsonObject component)
        => JsonMembers.Items(component, "allOf").Any(static part => part is JsonObject schema && schema.ContainsKey("$ref"));

    private static bool IsConstraining(JsonNode? node) => node is JsonObject schema && s_constraining.Any(schema.ContainsKey);

    /// <summary>Whether a type may be generated for a schema.</summary>
    public static bool MayBecomeType(JsonObject schema)
        => s_typed.Any(schema.ContainsKey)
            || schema["type"] is JsonArray types && types.Count(static type => type?.ToString() != "null") > 1;

    private static bool IsObject(JsonObject schema)
        => (schema["properties"] is JsonObject { Count: > 0 } || Merges(schema))
            && !(schema.ContainsKey("discriminator") && (schema.ContainsKey("oneOf") || schema.ContainsKey("anyOf")));

    private static bool IsScalar(JsonObject schema)
        => !schema.ContainsKey("enum") && (schema["type"] as JsonArray ?? [schema["type"]?.DeepClone()])
            .Any(static type =>
                type is JsonValue value && value.TryGetValue(out string? name) && name is "string" or "boolean" or "integer" or "number");
}
