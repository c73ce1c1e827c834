using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>Moves elements of operations to the components, some behind more than one reference.</summary>
internal static class ComponentsRule
{
    public static void AddTo(JsonObject document, GrammarState state)
    {
        if (state.IsVersion2)
        {
            return;
        }

        JsonObject[] objects = [.. Tree.Nodes(document["paths"]!).OfType<JsonObject>()];
        foreach (JsonObject item in objects.Where(_ => state.Chance(4)))
        {
            if (SectionOf(item) is { } section && item.Parent is not null)
            {
                JsonObject home = Of(document)[section] as JsonObject ?? (JsonObject)(Of(document)[section] = new JsonObject());
                string name = FreeName(home, state);
                string use = name;
                if (state.Chance(2))
                {
                    home[use = FreeName(home, state)] = new JsonObject { ["$ref"] = Pointer(section, name) };
                }

                Tree.Replace(item, new JsonObject { ["$ref"] = Pointer(section, use) });
                home[name] = item;
            }
        }
    }

    /// <summary>The components of a document.</summary>
    public static JsonObject Of(JsonObject document)
        => document["components"] as JsonObject ?? (JsonObject)(document["components"] = new JsonObject());

    private static string? SectionOf(JsonObject item) => item.Parent switch
    {
        JsonArray when item.ContainsKey("in") => "parameters",
        JsonObject holder when holder.Parent is JsonObject && item.GetPropertyName() == "requestBody" && item.ContainsKey("content") =>
            "requestBodies",
        JsonObject holder when holder.Parent is JsonObject && holder.GetPropertyName() == "responses" && item.ContainsKey("description") =>
            "responses",
        JsonObject holder when holder.Parent is JsonObject response
            && holder.GetPropertyName() == "headers"
            && response.ContainsKey("description") => "headers",
        _ => null,
    };

    private static string Pointer(string section, string name)
        => $"#/components/{section}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The name of a component has no other characters, and none other has it.</summary>
    private static string FreeName(JsonObject home, GrammarState state)
    {
        string name = state.Name().Replace(' ', '-');
        while (home.ContainsKey(name))
        {
            name += "-";
        }

        return name;
    }
}
