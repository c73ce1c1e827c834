using System.Globalization;
using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>The paths, each with an operation or two.</summary>
internal static class PathsRule
{
    private static readonly string[] s_methods = ["get", "post", "put", "delete", "head", "patch"];

    public static JsonObject Make(GrammarState state)
    {
        var paths = new JsonObject();
        int count = state.Random.Next(1, 4);
        for (int i = 0; i < count; i++)
        {
            string[] variables = state.Names(state.Random.Next(0, 3));
            string path = string.Create(CultureInfo.InvariantCulture, $"/p{i}")
                + string.Concat(variables.Select(static name => $"/{{{name}}}"));
            var item = new JsonObject();
            foreach (string method in s_methods.Where(_ => state.Chance(4)).DefaultIfEmpty("get"))
            {
                item[method] = OperationRule.Make(state, variables, method);
            }

            if (state.Version == "3.2.0" && state.Chance(5))
            {
                item["query"] = OperationRule.Make(state, variables, "query");
            }

            paths[path] = item;
        }

        return paths;
    }
}
