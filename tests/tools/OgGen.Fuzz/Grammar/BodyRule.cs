using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>What a request sends.</summary>
internal static class BodyRule
{
    private static readonly string[] s_types =
    [
        "application/json",
        "application/json",
        "application/json",
        "application/merge-patch+json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain",
        "application/octet-stream",
        "application/jsonl",
    ];

    public static void AddTo(JsonObject operation, GrammarState state)
    {
        if (state.IsVersion2)
        {
            ((JsonArray)operation["parameters"]!).Add(
                (JsonNode)new JsonObject
                {
                    ["name"] = state.Name(),
                    ["in"] = "body",
                    ["required"] = state.Chance(2),
                    ["schema"] = state.Schema(),
                });
            return;
        }

        var content = new JsonObject();
        int count = state.Chance(4) ? 2 : 1;
        for (int i = 0; i < count; i++)
        {
            string type = state.Chance(30) ? "application/xml" : state.Pick(s_types);
            var media = new JsonObject
            {
                ["schema"] = type.Contains("form", StringComparison.Ordinal) && !state.Chance(4) ? ObjectRule.Make(state) : state.Schema(),
            };
            content[type] = media;
        }

        operation["requestBody"] = new JsonObject { ["required"] = state.Chance(2), ["content"] = content };
    }
}
