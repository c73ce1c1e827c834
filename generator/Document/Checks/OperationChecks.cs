using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Checks;

/// <summary>Checks operations without an <c>operationId</c>, and the bodies that Swagger 2.0 has among the parameters.</summary>
internal static class OperationChecks
{
    public static void Run(JsonObject root, List<Problem> problems)
    {
        var without = new List<NodeLocation>();
        foreach ((JsonObject operation, NodePath path) in Operations(root))
        {
            if (JsonMembers.String(operation, "operationId") is not { Length: > 0 })
            {
                without.Add(path.Location);
            }
        }

        if (without.Count > 0)
        {
            // Documents without one operationId mostly have none at all.
            problems.Add(
                new Problem(Descriptors.NoOperationId, without[0].Pointer, without.Count.ToString("N0", CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>Swagger 2.0 has one body, or the fields of a form.</summary>
    public static void CheckBodies(JsonObject item, NodePath location, ComponentResolver components, List<Problem> problems)
    {
        string? first = null;
        bool isBody = false;
        IList<JsonNode?> parameters = JsonMembers.Items(item, "parameters");
        for (int i = 0; i < parameters.Count; i++)
        {
            if (components.Resolve(parameters[i]) is not { } parameter
                || JsonMembers.String(parameter, "in") is not { } kind
                || kind is not ("body" or "formData"))
            {
                continue;
            }

            string name = JsonMembers.String(parameter, "name") ?? "";
            if (first is not null && (isBody || kind == "body"))
            {
                string text = $"A request has one body, and that is '{first}'; '{name}' is ignored";
                problems.Add(new Problem(Descriptors.Invalid, location.Child("parameters").Child(i).Pointer, text));
            }

            (first, isBody) = first is null ? (name, kind == "body") : (first, isBody);
        }
    }

    private static IEnumerable<(JsonObject Operation, NodePath Path)> Operations(JsonObject root)
    {
        NodePath paths = NodePath.Root().Child("paths");
        foreach (KeyValuePair<string, JsonNode?> path in JsonMembers.Members(root, "paths"))
        {
            foreach (KeyValuePair<string, JsonNode?> member in path.Value as JsonObject ?? [])
            {
                if (member.Value is JsonObject operation
                    && SpecGrammar.Child(Element.PathItem, member.Key) is { Element: Element.Operation, Nesting: Nesting.One })
                {
                    yield return (operation, paths.Child(path.Key).Child(member.Key));
                }
            }
        }
    }
}
