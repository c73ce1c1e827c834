using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Conformance.Corpus;

/// <summary>
/// References by <c>$id</c> and <c>$anchor</c> (JSON Schema 2020-12, 8.2), rewritten as the pointers of the schemas that they name.
/// </summary>
internal static class DocumentIds
{
    private static readonly Uri s_document = new("https://document.invalid/");

    /// <summary>Keywords whose values are data: a schema that stands in them is none.</summary>
    private static readonly string[] s_data = ["example", "examples", "enum", "const", "default"];

    public static void Rewrite(JsonObject root)
    {
        Dictionary<string, string> pointers = [];
        Walk(root, "#", s_document, (node, pointer, at) =>
        {
            if (Text(node["$id"]) is not null)
            {
                pointers.TryAdd(at.AbsoluteUri.TrimEnd('#'), pointer);
            }

            if (Text(node["$anchor"]) is { } anchor)
            {
                pointers.TryAdd(new Uri(at, "#" + anchor).AbsoluteUri, pointer);
            }
        });
        if (pointers.Count == 0)
        {
            return;
        }

        Walk(root, "#", s_document, (node, _, at) =>
        {
            if (Text(node["$ref"]) is { } reference
                && !reference.StartsWith("#/", StringComparison.Ordinal)
                && Uri.TryCreate(at, reference, out Uri? target)
                && pointers.TryGetValue(target.AbsoluteUri.TrimEnd('#'), out string? pointer))
            {
                node["$ref"] = pointer;
            }
        });
    }

    private static void Walk(JsonNode? node, string pointer, Uri at, Action<JsonObject, string, Uri> visit)
    {
        if (node is JsonObject item)
        {
            at = Text(item["$id"]) is { } id && Uri.TryCreate(at, id, out Uri? own) ? own : at;
            visit(item, pointer, at);
            foreach ((string key, JsonNode? child) in item.Where(static member => !s_data.Contains(member.Key)))
            {
                Walk(child, $"{pointer}/{DocumentTree.Escape(key)}", at, visit);
            }
        }
        else if (node is JsonArray list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                Walk(list[i], $"{pointer}/{i}", at, visit);
            }
        }
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.ToString() : null;
}
