using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>An enumeration or a constant, its values called like our own classes.</summary>
internal static class EnumRule
{
    public static JsonObject Make(GrammarState state)
    {
        if (state.IsJsonSchema && state.Chance(5))
        {
            return new JsonObject { ["const"] = state.Chance(3) ? JsonValue.Create(state.Random.Next(3)) : JsonValue.Create(state.Name()) };
        }

        if (state.Chance(6))
        {
            return new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(0, 1, state.Random.Next(2, 9)) };
        }

        string[] values = state.Names(state.Random.Next(1, 5));
        var schema = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(static value => (JsonNode?)value)]) };
        if (state.Chance(6))
        {
            schema["x-enum-varnames"] = new JsonArray([.. values.Select(_ => (JsonNode?)state.Name())]);
        }

        if (state.Chance(8))
        {
            schema["default"] = values[0];
        }

        return schema;
    }
}
