using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>A reference into a component: a member, an item or an alternative of it, and what those refer to.</summary>
internal static class ReferenceIntoRule
{
    private static readonly string[] s_single = ["items", "additionalProperties"];
    private static readonly string[] s_several = ["allOf", "oneOf", "anyOf"];

    public static JsonObject Make(GrammarState state)
    {
        // Where it leads is known when all components are: DocumentRule puts a step that is there in the place of each question mark.
        string pointer = state.Reference()["$ref"]!.GetValue<string>() + string.Concat(Enumerable.Repeat("/?", state.Random.Next(1, 4)));
        return new JsonObject { ["$ref"] = pointer };
    }

    /// <summary>
    /// Gives the references of a document places that are there; what leads nowhere becomes a reference to the component.
    /// </summary>
    public static void Complete(JsonObject document, GrammarState state)
    {
        foreach (JsonObject reference in Tree.Nodes(document)
            .OfType<JsonObject>()
            .Where(static item => item["$ref"] is JsonValue value && value.GetValue<string>().EndsWith("/?", StringComparison.Ordinal)))
        {
            string[] steps = reference["$ref"]!.GetValue<string>().Split('/');
            int first = Array.IndexOf(steps, "?");
            string pointer = string.Join('/', steps[..first]);
            JsonNode? node = Find(document, pointer);
            for (int i = first; i < steps.Length && Next(node, state) is { } next; i++)
            {
                pointer += "/" + next;
                node = Find(document, pointer);
            }

            reference["$ref"] = pointer;
        }
    }

    /// <summary>A way from a schema to one that it holds; over a reference, from the schema that is referred to.</summary>
    private static string? Next(JsonNode? node, GrammarState state)
    {
        string[] ways = node is not JsonObject schema ? [] :
        [
            .. (schema["properties"] as JsonObject
                ?? []).Select(static member =>
                    "properties/" + member.Key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)),
            .. s_single.Where(keyword => schema[keyword] is JsonObject),
            .. s_several.SelectMany(
                keyword => Enumerable.Range(0, (schema[keyword] as JsonArray)?.Count ?? 0).Select(i => $"{keyword}/{i}")),
        ];
        return ways.Length == 0 ? null : state.Pick(ways);
    }

    private static JsonNode? Find(JsonObject document, string pointer)
    {
        JsonNode? node = document;
        foreach (string step in pointer.Split('/').Skip(1))
        {
            for (int i = 0; i < 8
                && node is JsonObject item
                && item["$ref"] is JsonValue reference
                && !reference.GetValue<string>().Contains('?', StringComparison.Ordinal); i++)
            {
                node = Direct(document, reference.GetValue<string>());
            }

            node = Child(node, step);
        }

        return node;
    }

    private static JsonNode? Direct(JsonObject document, string pointer)
        => pointer.Split('/').Skip(1).Aggregate((JsonNode?)document, Child);

    private static JsonNode? Child(JsonNode? node, string step) => node switch
    {
        JsonObject item => item[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)],
        JsonArray array when int.TryParse(step, out int index) && index < array.Count => array[index],
        _ => null,
    };
}
