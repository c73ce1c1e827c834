using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>An object, its members called like our own classes.</summary>
internal static class ObjectRule
{
    public static JsonObject Make(GrammarState state)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = Properties(state) };
        string[] members = [.. ((JsonObject)schema["properties"]!).Select(static member => member.Key)];
        JsonNode?[] required = [.. members.Where(name => name == "kind" || state.Chance(3)).Select(static name => (JsonNode?)name)];
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        if (state.Chance(6))
        {
            schema["additionalProperties"] = state.Chance(2) ? JsonValue.Create(state.Chance(2)) : state.Schema();
        }

        if (state.Chance(10))
        {
            schema["x-oggen-name"] = state.Name();
        }

        if (state.Chance(12))
        {
            schema[state.Pick("deprecated", "x-oggen-optional")] = true;
        }

        return schema;
    }

    private static JsonObject Properties(GrammarState state)
    {
        var properties = new JsonObject();
        foreach (string name in state.Names(state.Random.Next(1, 5)))
        {
            JsonNode schema = state.Schema();
            if (schema is JsonObject { Count: > 0 } own && !own.ContainsKey("$ref") && state.Chance(15))
            {
                own["x-oggen-read-aliases"] = new JsonArray(state.Name());
                if (state.Chance(3))
                {
                    own["x-oggen-write-aliases"] = true;
                }
            }

            properties[name] = schema;
        }

        if (state.Chance(3))
        {
            // What unions tell their variants apart by.
            properties["kind"] = state.Chance(4) ? EnumRule.Make(state) : new JsonObject { ["type"] = "string" };
        }

        return properties;
    }
}
