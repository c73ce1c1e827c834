using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Checks;

/// <summary>The ids of operations, from which methods get their names.</summary>
internal static class OperationChecks
{
    public static void Run(JsonObject root, List<Problem> problems)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var without = new List<Place>();
        foreach ((JsonObject operation, Place place) in Operations(root))
        {
            if (JsonMembers.String(operation, "operationId") is not { Length: > 0 } id)
            {
                without.Add(place);
            }
            else if (!ids.Add(id))
            {
                problems.Add(new Problem(Descriptors.DuplicateOperationId, place.Child("operationId").Pointer, id));
            }
        }

        if (without.Count > 0)
        {
            // Who leaves one out mostly leaves out all.
            problems.Add(new Problem(Descriptors.NoOperationId, without[0].Pointer, without.Count.ToString("N0", CultureInfo.InvariantCulture)));
        }
    }

    private static IEnumerable<(JsonObject Operation, Place Place)> Operations(JsonObject root)
    {
        Place paths = Place.Root.Child("paths");
        foreach (KeyValuePair<string, JsonNode?> path in root["paths"] as JsonObject ?? [])
        {
            foreach (KeyValuePair<string, JsonNode?> member in path.Value as JsonObject ?? [])
            {
                if (member.Value is JsonObject operation && SpecGrammar.Child(Element.PathItem, member.Key) is { Element: Element.Operation, Nesting: Nesting.One })
                {
                    yield return (operation, paths.Child(path.Key).Child(member.Key));
                }
            }
        }
    }
}
