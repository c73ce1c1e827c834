using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>Reads the constants of a document: values of <c>enum</c>, <c>default</c> and the like.</summary>
internal static class JsonConstant
{
    /// <summary>The string; null for any other value.</summary>
    public static string? AsString(JsonNode? node)
        => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && !IsNull(node) ? value.GetValue<string>() : null;

    /// <summary>A string itself, another single value as JSON; null for null, objects and arrays.</summary>
    public static string? AsText(JsonNode? node) => AsString(node) ?? (node is JsonValue && !IsNull(node) ? node.ToJsonString() : null);

    /// <summary>Whether a constant is null, which Microsoft.OpenApi may keep as a string of its own making.</summary>
    public static bool IsNull(JsonNode? node) => node is null || node.GetValueKind() == JsonValueKind.Null || node.IsJsonNullSentinel();
}
