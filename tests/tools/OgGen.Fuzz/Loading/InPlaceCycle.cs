using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Fuzz.Loading;

/// <summary>Whether a schema applies itself to the same value, over references and compositions: a validator would never end.</summary>
internal static class InPlaceCycle
{
    private static readonly string[] s_compositions = ["allOf", "oneOf", "anyOf"];

    public static bool IsIn(DocumentTree tree)
    {
        var open = new HashSet<JsonNode>(ReferenceEqualityComparer.Instance);
        var done = new HashSet<JsonNode>(ReferenceEqualityComparer.Instance);
        return Tree.Nodes(tree.Root).Any(Visit);

        bool Visit(JsonNode? node)
        {
            if (node is not JsonObject schema || done.Contains(node))
            {
                return false;
            }

            if (!open.Add(node))
            {
                return true;
            }

            bool isCycle = schema["$ref"] is JsonValue reference && Visit(tree.Find(reference.ToString()))
                || s_compositions.Any(keyword => schema[keyword] is JsonArray parts && parts.Any(Visit));
            open.Remove(node);
            done.Add(node);
            return isCycle;
        }
    }
}
