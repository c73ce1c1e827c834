using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>A schema that is made of others.</summary>
internal static class AllOfRule
{
    public static JsonObject Make(GrammarState state)
    {
        var schema = new JsonObject
        {
            ["allOf"] = new JsonArray([.. Enumerable.Range(0, state.Random.Next(1, 4)).Select(_ => state.Random.Next(4) switch
            {
                < 2 => (JsonNode?)state.Reference(),
                2 => ObjectRule.Make(state),
                _ => new JsonObject { ["required"] = new JsonArray(state.Name()) },
            })]),
        };
        if (state.Chance(4))
        {
            schema["properties"] = new JsonObject { [state.Name()] = state.Schema() };
        }

        return schema;
    }
}
