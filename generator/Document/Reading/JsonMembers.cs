using System.Text.Json.Nodes;

namespace OgGen.Generator.Document.Reading;

/// <summary>Members of JSON objects that have a value of one type.</summary>
internal static class JsonMembers
{
    /// <summary>The string that a member is; null where it is none.</summary>
    public static string? String(JsonObject item, string key)
        => item.TryGetPropertyValue(key, out JsonNode? node) && node is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : null;

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(JsonObject item, string key)
        => item.TryGetPropertyValue(key, out JsonNode? node) && node is JsonValue value && value.TryGetValue(out bool flag) && flag;

    /// <summary>The items of a member that is an array; none where it is something else.</summary>
    public static IList<JsonNode?> Items(JsonObject item, string key)
        => item[key] as JsonArray ?? (IList<JsonNode?>)Array.Empty<JsonNode?>();

    /// <summary>The members of a member that is an object; none where it is something else.</summary>
    public static ICollection<KeyValuePair<string, JsonNode?>> Members(JsonObject item, string key)
        => item[key] as JsonObject ?? (ICollection<KeyValuePair<string, JsonNode?>>)Array.Empty<KeyValuePair<string, JsonNode?>>();

    /// <summary>The members, without an object that enumerates them.</summary>
    public static MemberList Of(JsonObject item) => new(item);

    /// <summary>A copy of the keys, for a walk that changes the object.</summary>
    public static string[] Keys(JsonObject item)
    {
        string[] keys = new string[item.Count];
        int count = 0;
        foreach (KeyValuePair<string, JsonNode?> member in Of(item))
        {
            keys[count++] = member.Key;
        }

        return keys;
    }
}
