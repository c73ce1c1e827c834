using System.Text.Json.Nodes;

namespace OgGen.Conformance.Samples;

/// <summary>
/// Schemas that refer to themselves for the same value: <c>A: { anyOf: [A, string] }</c>. The library follows such a circle until its stack
/// is full. A value is one of A only if it is one by another way, so the reference that closes the circle is cut.
/// </summary>
internal sealed partial class SchemaJudge
{
    private const string DefinitionPrefix = "#/definitions/";

    private void CutCircles()
    {
        HashSet<string> done = [];
        HashSet<string> open = [];
        foreach (string name in _definitions.Select(static pair => pair.Key).ToArray())
        {
            Visit(name);
        }

        void Visit(string name)
        {
            if (!done.Contains(name) && open.Add(name))
            {
                if (_definitions[name] is JsonObject schema && Cuts(schema))
                {
                    _definitions[name] = new JsonObject();
                }

                open.Remove(name);
                done.Add(name);
            }
        }

        // Whether a schema is a reference that closes a circle; those inside of it are cut.
        bool Cuts(JsonObject schema)
        {
            if (schema["$ref"]?.ToString() is { } reference)
            {
                string target = reference[DefinitionPrefix.Length..];
                Visit(target);
                return open.Contains(target);
            }

            foreach ((string keyword, JsonObject cut) in new[] { ("allOf", new JsonObject()), ("anyOf", Nothing()), ("oneOf", Nothing()) })
            {
                JsonArray parts = schema[keyword] as JsonArray ?? [];
                for (int i = 0; i < parts.Count; i++)
                {
                    if (parts[i] is JsonObject part && Cuts(part))
                    {
                        parts[i] = cut.DeepClone();
                    }
                }
            }

            if (schema["not"] is JsonObject negated && Cuts(negated))
            {
                schema.Remove("not");
            }

            return false;
        }

        static JsonObject Nothing() => new() { ["not"] = new JsonObject() };
    }

    /// <summary>
    /// The definitions that lead to themselves, or to one that does, without a member on the way: <c>A: { items: A }</c>. The library gives
    /// up where a member comes back, and nowhere else.
    /// </summary>
    private HashSet<string> Endless()
    {
        Dictionary<string, HashSet<string>> references = _definitions.ToDictionary(
            static pair => pair.Key, static pair => References(pair.Value, withMembers: false));
        HashSet<string> endless = [.. references.Keys];
        while (endless.RemoveWhere(name => !references[name].Overlaps(endless)) > 0)
        {
        }

        bool isChanged = endless.Count > 0;
        references = isChanged
            ? _definitions.ToDictionary(static pair => pair.Key, static pair => References(pair.Value, withMembers: true))
            : references;
        while (isChanged)
        {
            string[] leading =
            [
                .. references.Where(pair => !endless.Contains(pair.Key) && pair.Value.Overlaps(endless)).Select(static pair => pair.Key),
            ];
            endless.UnionWith(leading);
            isChanged = leading.Length > 0;
        }

        return endless;
    }

    /// <summary>The definitions that a schema refers to.</summary>
    private static HashSet<string> References(JsonNode? schema, bool withMembers)
    {
        HashSet<string> found = [];
        Walk(schema);
        return found;

        void Walk(JsonNode? node)
        {
            if (node is JsonObject item && item["$ref"]?.GetValueKind() == System.Text.Json.JsonValueKind.String)
            {
                found.Add(item["$ref"]!.ToString()[DefinitionPrefix.Length..]);
            }

            foreach ((string key, JsonNode? child) in node as JsonObject ?? [])
            {
                if (withMembers || key is not ("properties" or "patternProperties"))
                {
                    Walk(child);
                }
            }

            foreach (JsonNode? child in node as JsonArray ?? [])
            {
                Walk(child);
            }
        }
    }
}
