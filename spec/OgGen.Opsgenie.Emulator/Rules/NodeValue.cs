using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Emulator.Rules;

/// <summary>The value of a node that may be of any kind: what comes over the wire, or what a test has seeded.</summary>
internal static class NodeValue
{
    /// <summary>The text of a string; null for everything else.</summary>
    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A boolean; null for everything else.</summary>
    public static bool? Flag(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The member of an object; null where it has none, or where the node is no object.</summary>
    public static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];

    /// <summary>The objects of a list; none where the node is no list.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => (node as JsonArray ?? []).OfType<JsonObject>();
}
