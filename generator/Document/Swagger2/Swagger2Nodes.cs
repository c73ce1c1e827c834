using System.Text.Json.Nodes;

namespace OgGen.Generator.Document.Swagger2;

/// <summary>The values of single nodes, where they are of the kind that is wanted.</summary>
internal static class Swagger2Nodes
{
    public static JsonObject Without(JsonObject old, params string[] names)
    {
        var item = new JsonObject();
        foreach (KeyValuePair<string, JsonNode?> member in old)
        {
            if (!names.Contains(member.Key, StringComparer.Ordinal))
            {
                item[member.Key] = Copy(member.Value);
            }
        }

        return item;
    }

    public static JsonNode? Copy(JsonNode? node) => node?.DeepClone();

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool Flag(JsonNode? node) => node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    public static string[] Strings(JsonNode? node) => (node as JsonArray)?.Select(Text).OfType<string>().ToArray() ?? [];
}
