using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>A schema or null, in each of the ways in which versions say it.</summary>
internal static class NullableRule
{
    public static JsonObject Make(GrammarState state)
    {
        if (!state.IsJsonSchema)
        {
            JsonObject schema = state.Chance(3) ? new JsonObject { ["allOf"] = new JsonArray(state.Reference()) } : ScalarRule.Make(state);
            schema[state.IsVersion2 ? "x-nullable" : "nullable"] = true;
            return schema;
        }

        if (state.Chance(2))
        {
            JsonObject schema = ScalarRule.Make(state);
            schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
            return schema;
        }

        return new JsonObject
        {
            [state.Pick("oneOf", "anyOf")] = new JsonArray(
                state.Chance(2) ? state.Reference() : state.Schema(), new JsonObject { ["type"] = "null" }),
        };
    }
}
