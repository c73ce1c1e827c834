using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Generator.Document.Passes;

/// <summary>
/// Rewrites schemas in keywords that Microsoft.OpenApi keeps. It drops <c>nullable</c> without a type, the type of
/// a <c>const</c>, and keywords beside a <c>$ref</c>; <c>References/</c> has handled those that count since 3.1.
/// </summary>
internal static class SchemaKeywords
{
    /// <summary>The extension by which Swagger 2.0 documents allow null; it is read in every version.</summary>
    public const string Nullable = "x-nullable";

    /// <summary>Rewrites one schema; its children may be rewritten before or after it.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="isModern">Whether the document is of version 3.1 or later.</param>
    public static void Rewrite(JsonObject schema, bool isModern)
    {
        LiftNull(schema);
        bool isNullable = IsTrue(schema, "nullable");
        if (schema.ContainsKey("$ref"))
        {
            if (isNullable)
            {
                SplitReference(schema);
            }
        }
        else if (isNullable && (isModern || !schema.ContainsKey("type")))
        {
            schema.Remove("nullable");
            schema[Nullable] = true;
        }

        if (isModern && schema.TryGetPropertyValue("const", out JsonNode? constant))
        {
            schema.Remove("const");
            schema["enum"] = new JsonArray(constant?.DeepClone());
        }
    }

    /// <summary>
    /// Null as the last of several alternatives becomes <c>nullable</c> beside the others. Microsoft.OpenApi writes a list of types so in
    /// 3.0, and reads alternatives that only name a type as a list of types again, but not those with null among them.
    /// </summary>
    private static void LiftNull(JsonObject schema)
    {
        if (schema["anyOf"] is JsonArray { Count: > 2 } alternatives
            && alternatives[alternatives.Count - 1] is JsonObject { Count: 1 or 2 } last
            && last["enum"] is JsonArray { Count: 1 } values && values[0] is null
            && (last.Count == 1 || IsTrue(last, "nullable")))
        {
            alternatives.RemoveAt(alternatives.Count - 1);
            schema["nullable"] = true;
        }
    }

    /// <summary>
    /// <c>{$ref, nullable}</c> becomes <c>{allOf: [{$ref}], nullable}</c>: 3.0 allows no keyword beside a reference, and frameworks write
    /// it nevertheless.
    /// </summary>
    private static void SplitReference(JsonObject schema)
    {
        JsonNode? reference = schema["$ref"]?.DeepClone();
        schema.Remove("$ref");
        schema.Remove("nullable");
        schema[Nullable] = true;

        var parts = new JsonArray(new JsonObject { ["$ref"] = reference });
        if (schema["allOf"] is JsonArray others)
        {
            foreach (JsonNode? other in others)
            {
                parts.Add(other?.DeepClone());
            }
        }

        schema["allOf"] = parts;
    }

    private static bool IsTrue(JsonObject schema, string keyword)
        => schema.TryGetPropertyValue(keyword, out JsonNode? node) && node is JsonValue value && value.GetValueKind() == JsonValueKind.True;
}
