using System.Text.Json.Nodes;

namespace OgGen.Generator.Document.Reading;

/// <summary>Members of JSON objects that have a value of one type.</summary>
internal static class JsonMembers
{
    /// <summary>The string that a member is; null where it is none.</summary>
    public static string? String(JsonObject item, string key)
        => item.TryGetPropertyValue(key, out JsonNode? node) && node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(JsonObject item, string key)
        => item.TryGetPropertyValue(key, out JsonNode? node) && node is JsonValue value && value.TryGetValue(out bool flag) && flag;
}
