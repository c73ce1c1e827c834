using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>
/// Resolves references of a document's tree, after all of them lead to components and none is part of a circle. Names in them are not
/// escaped.
/// </summary>
internal sealed class ComponentResolver(JsonObject root)
{
    private readonly Dictionary<string, (JsonObject? Node, NodeLocation Location)> _known = new(StringComparer.Ordinal);

    /// <summary>The element behind references; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">A chain is longer than the limit, or a circle.</exception>
    public JsonObject? Resolve(JsonNode? node)
    {
        JsonObject? item = node as JsonObject;
        for (int i = 0; WrittenReference.In(item) is { } reference; i++)
        {
            item = i <= Limits.Depth
                ? Find(reference).Node
                : throw new InvalidOperationException($"The chain of references from '{reference}' was not cut");
        }

        return item;
    }

    /// <summary>The component that a reference leads to, itself a reference or not, and its location.</summary>
    public (JsonObject? Node, NodeLocation Location) Find(string reference)
    {
        if (!_known.TryGetValue(reference, out (JsonObject? Node, NodeLocation Location) found))
        {
            JsonNode? node = root;
            NodeLocation nodeLocation = NodeLocation.Root;
            foreach (string token in reference.Split('/').Skip(1))
            {
                node = (node as JsonObject)?[token];
                nodeLocation = nodeLocation.Child(token);
            }

            found = (node as JsonObject, nodeLocation);
            _known.Add(reference, found);
        }

        return found;
    }
}
