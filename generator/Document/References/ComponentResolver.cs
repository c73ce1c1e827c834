using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>
/// Resolves the references of a document's tree once all of them lead to components of it, none in a circle. Names stand in those references as they are.
/// </summary>
internal sealed class ComponentResolver(JsonObject root)
{
    private readonly Dictionary<string, (JsonObject? Node, Place Place)> _known = new(StringComparer.Ordinal);

    /// <summary>The element behind references; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">A chain is longer than the limit, or a circle.</exception>
    public JsonObject? Resolve(JsonNode? node)
    {
        JsonObject? item = node as JsonObject;
        for (int i = 0; WrittenReference.In(item) is { } reference; i++)
        {
            item = i <= Limits.Depth ? Find(reference).Node : throw new InvalidOperationException($"The chain of references from '{reference}' was not cut");
        }

        return item;
    }

    /// <summary>The component that a reference leads to, itself a reference or not, and its location.</summary>
    public (JsonObject? Node, Place Place) Find(string reference)
    {
        if (!_known.TryGetValue(reference, out (JsonObject? Node, Place Place) found))
        {
            JsonNode? node = root;
            Place place = Place.Root;
            foreach (string token in reference.Split('/').Skip(1))
            {
                node = (node as JsonObject)?[token];
                place = place.Child(token);
            }

            found = (node as JsonObject, place);
            _known.Add(reference, found);
        }

        return found;
    }
}
