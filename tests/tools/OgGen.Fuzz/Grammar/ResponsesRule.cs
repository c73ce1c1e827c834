using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>What a service answers: values, streams of them (events, JSON Lines), texts, and errors.</summary>
internal static class ResponsesRule
{
    public static JsonObject Make(GrammarState state)
    {
        var responses = new JsonObject { [state.Pick("200", "200", "200", "201", "202", "204", "2XX", "default")] = Response(state) };
        if (state.Chance(3))
        {
            responses[state.Pick("202", "400", "404", "4XX", "default", "304")] = Response(state);
        }

        return responses;
    }

    private static JsonObject Response(GrammarState state)
    {
        var response = new JsonObject { ["description"] = state.Name() };
        if (state.IsVersion2)
        {
            if (!state.Chance(4))
            {
                response["schema"] = state.Schema();
            }

            return response;
        }

        if (state.Chance(4))
        {
            response["headers"] = HeadersRule.Make(state);
        }

        if (!state.Chance(5))
        {
            response["content"] = Content(state);
        }

        return response;
    }

    private static JsonObject Content(GrammarState state)
    {
        if (state.Chance(4))
        {
            // From 3.2 on the items of a stream have a keyword of their own.
            string type = state.Pick("text/event-stream", "application/jsonl", "application/x-ndjson", "application/json-seq");
            return new JsonObject { [type] = new JsonObject { [state.Version == "3.2.0" ? "itemSchema" : "schema"] = state.Schema() } };
        }

        var content = new JsonObject
        {
            [state.Pick(
                "application/json",
                "application/json",
                "application/problem+json",
                "text/plain",
                "application/octet-stream",
                "*/*")] = new JsonObject { ["schema"] = state.Schema() },
        };
        if (state.Chance(8))
        {
            content["text/csv"] = new JsonObject { ["schema"] = ScalarRule.Make(state) };
        }

        return content;
    }
}
