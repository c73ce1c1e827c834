using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>Headers of a response, called like our own classes.</summary>
internal static class HeadersRule
{
    public static JsonObject Make(GrammarState state)
    {
        var headers = new JsonObject();
        foreach (string name in state.Names(state.Random.Next(1, 4)))
        {
            var header = new JsonObject { ["schema"] = state.Chance(2) ? ScalarRule.Make(state) : state.Schema() };
            if (state.Chance(8))
            {
                header[state.Pick("x-oggen-request-id", "x-oggen-retry-after", "deprecated", "required")] = true;
            }

            headers[name.Replace(' ', '-')] = header;
        }

        return headers;
    }
}
