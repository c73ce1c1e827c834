using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>Parameters of every kind, their names those of our own classes.</summary>
internal static class ParameterRule
{
    public static JsonArray Make(GrammarState state, string[] variables)
    {
        var parameters = new JsonArray([.. variables.Select(name => (JsonNode?)Parameter(state, name, "path"))]);
        foreach (string name in state.Names(state.Random.Next(0, 4)))
        {
            parameters.Add(
                (JsonNode)Parameter(
                    state, name, state.IsVersion2 ? state.Pick("query", "header") : state.Pick("query", "query", "header", "cookie")));
        }

        if (state.Version == "3.2.0" && state.Chance(4) && !parameters.Any(static item => item!["in"]!.GetValue<string>() == "query"))
        {
            parameters.Add((JsonNode)new JsonObject
            {
                ["name"] = state.Name(),
                ["in"] = "querystring",
                ["content"] = new JsonObject
                {
                    [state.Pick("application/x-www-form-urlencoded", "application/json", "text/plain")] = new JsonObject
                    {
                        ["schema"] = state.Schema(),
                    },
                },
            });
        }

        return parameters;
    }

    private static JsonObject Parameter(GrammarState state, string name, string place)
    {
        var parameter = new JsonObject { ["name"] = place is "header" or "cookie" ? name.Replace(' ', '-') : name, ["in"] = place };
        if (place == "path" || state.Chance(3))
        {
            parameter["required"] = true;
        }

        if (state.IsVersion2)
        {
            parameter["type"] = state.Pick("string", "integer", "boolean", "number");
            return parameter;
        }

        if (state.Chance(8))
        {
            parameter["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = state.Schema() } };
            return parameter;
        }

        parameter["schema"] = state.Chance(2) ? ScalarRule.Make(state) : state.Schema();
        if (state.Chance(4))
        {
            parameter["explode"] = state.Chance(2);
        }

        if (state.Chance(6))
        {
            parameter["style"] = place switch
            {
                "path" => state.Pick("simple", "label", "matrix"),
                "query" => state.Pick("form", "spaceDelimited", "pipeDelimited", "deepObject"),
                _ => place == "header" ? "simple" : "form",
            };
        }

        if (state.Chance(8))
        {
            parameter[state.Pick("deprecated", "allowReserved", "allowEmptyValue")] = true;
        }

        if (state.Chance(8))
        {
            parameter["x-oggen-name"] = state.Name();
        }

        return parameter;
    }
}
