using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>An operation: parameters, a body, responses, and what our extensions say of it.</summary>
internal static class OperationRule
{
    public static JsonObject Make(GrammarState state, string[] variables, string method)
    {
        var operation = new JsonObject { ["parameters"] = ParameterRule.Make(state, variables) };
        if (!state.Chance(4))
        {
            operation["operationId"] = state.Chance(3) ? state.Name() + "_" + state.Name() : state.Name();
        }

        if (state.Chance(2))
        {
            operation["tags"] = new JsonArray(state.Name());
        }

        if (state.Chance(6))
        {
            operation["x-oggen-name"] = state.Name();
        }

        if (state.Chance(8))
        {
            operation["deprecated"] = true;
        }

        if (method is "post" or "put" or "patch" or "query")
        {
            BodyRule.AddTo(operation, state);
        }

        operation["responses"] = ResponsesRule.Make(state);
        if (state.Chance(8))
        {
            operation["x-oggen-poll"] = PollRule.Make(state);
        }

        if (state.Chance(30))
        {
            operation["x-oggen-result"] = state.Name();
        }

        if (!state.IsVersion2 && state.Chance(8))
        {
            operation["servers"] = ServerRule.Make(state);
        }

        return operation;
    }
}
