using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Samples;

/// <summary>What a schema says of the types of its values, and of the members that they have.</summary>
internal static class SchemaTypes
{
    private const int MaxDepth = 16;

    /// <summary>The types that a schema names; without any, the one that its keywords are of.</summary>
    public static IReadOnlyList<string> Of(JsonObject node) => node["type"] switch
    {
        JsonArray several => [.. several.Select(static type => type!.ToString())],
        JsonValue one => [one.ToString()],
        _ when node["properties"] is JsonObject { Count: > 0 } || node["additionalProperties"] is JsonObject => ["object"],
        _ when node["items"] is not null => ["array"],
        _ => [],
    };

    /// <summary>
    /// The values of an enumeration that are of the schema's type: a document may have numbers where it means their texts, and texts
    /// at an array where it means its items. Null where there is no enumeration.
    /// </summary>
    public static JsonArray? Values(JsonObject node)
    {
        if (node["enum"] is not JsonArray values)
        {
            return null;
        }

        IReadOnlyList<string> types = Of(node);
        JsonNode?[] fitting = [.. values.Where(value => types.Count == 0 || types.Any(type => Is(value, type)) || value is null && IsNullable(node))];
        return fitting.Any(static value => value is not null) || types is not ["string"]
            ? new JsonArray([.. fitting.Select(static value => value?.DeepClone())])
            : new JsonArray([.. values.Where(static value => value is JsonValue).Select(static value => JsonValue.Create(value!.ToString()))]);
    }

    /// <summary>The members that an object must have, those of the parts that it is made of too.</summary>
    public static HashSet<string> Required(DocumentTree document, JsonObject node)
    {
        HashSet<string> required = [];
        Walk(node, 0);
        return required;

        void Walk(JsonObject part, int depth)
        {
            required.UnionWith((part["required"] as JsonArray ?? []).OfType<JsonValue>().Select(static name => name.ToString()));
            foreach (JsonObject next in depth < MaxDepth ? Parts(document, part) : [])
            {
                Walk(next, depth + 1);
            }
        }
    }

    /// <summary>Whether a schema, or a part of it, says what a member is.</summary>
    public static bool Describes(DocumentTree document, JsonObject node, string member) => Describes(document, node, member, 0);

    private static bool Describes(DocumentTree document, JsonObject node, string member, int depth)
        => (node["properties"] as JsonObject)?.ContainsKey(member) == true
            || depth < MaxDepth && Parts(document, node).Any(part => Describes(document, part, member, depth + 1));

    private static IEnumerable<JsonObject> Parts(DocumentTree document, JsonObject node)
        => (node["allOf"] as JsonArray ?? []).Select(document.Resolve).OfType<JsonObject>();

    private static bool IsNullable(JsonObject node) => node["nullable"]?.GetValueKind() == JsonValueKind.True;

    private static bool Is(JsonNode? value, string type) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type is "number" or "integer",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => type == "null",
    };
}
