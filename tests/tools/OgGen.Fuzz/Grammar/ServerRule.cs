using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>Servers and their variables, called like our own classes.</summary>
internal static class ServerRule
{
    public static void AddTo(JsonObject document, GrammarState state)
    {
        if (state.IsVersion2)
        {
            document["host"] = "sample.invalid";
            document["schemes"] = new JsonArray("https");
        }
        else if (!state.Chance(4))
        {
            document["servers"] = Make(state);
        }
    }

    public static JsonArray Make(GrammarState state)
    {
        var servers = new JsonArray();
        int count = state.Random.Next(1, 4);
        for (int i = 0; i < count; i++)
        {
            var server = new JsonObject { ["url"] = state.Chance(20) ? "/v2" : state.Pick("https://a.invalid", "https://b.invalid/v1") };
            if (state.Chance(3))
            {
                string variable = state.Name().Replace(' ', '-');
                server["url"] = $"https://{{{variable}}}.invalid";
                server["variables"] = new JsonObject { [variable] = Variable(state) };
            }

            if (state.Chance(2))
            {
                server["description"] = state.Name();
            }

            if (state.Chance(2))
            {
                server[state.Version == "3.2.0" && state.Chance(2) ? "name" : "x-oggen-name"] = state.Name();
            }

            servers.Add((JsonNode)server);
        }

        return servers;
    }

    private static JsonObject Variable(GrammarState state)
    {
        string[] values = [.. state.Names(2).Select(static name => name.Replace(' ', '-'))];
        var variable = new JsonObject { ["default"] = values[0] };
        if (state.Chance(2))
        {
            variable["enum"] = new JsonArray([.. values.Select(static value => (JsonNode?)value)]);
        }

        return variable;
    }
}
