using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Conformance.Corpus;

/// <summary>
/// A document's text as a JSON tree, read without the generator's reader, so that the two do not share a mistake. Of a key that
/// stands twice the last counts.
/// </summary>
internal static class DocumentText
{
    public static JsonObject Parse(string path, string text)
        => ParseAny(path, text) as JsonObject ?? throw new FormatException($"{path} is no object.");

    /// <summary>A file of any JSON value: a part that a document refers to may be no object.</summary>
    public static JsonNode? ParseAny(string path, string text)
        => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ParseJson(text) : YamlText.Parse(text);

    private static JsonNode? ParseJson(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return Convert(document.RootElement);
    }

    private static JsonNode? Convert(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                JsonObject item = [];
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    item[member.Name] = Convert(member.Value);
                }

                return item;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Convert)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}
