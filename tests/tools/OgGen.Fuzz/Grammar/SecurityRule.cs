using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>Security schemes, called like our own classes, and which of them calls need.</summary>
internal static class SecurityRule
{
    public static void AddTo(JsonObject document, GrammarState state)
    {
        if (state.Chance(2))
        {
            return;
        }

        string[] names =
        [
            .. state.Names(state.Random.Next(1, 4)).Select(static name => name.Replace(' ', '-')).Distinct(StringComparer.Ordinal),
        ];
        var schemes = new JsonObject([.. names.Select(name => KeyValuePair.Create(name, (JsonNode?)Scheme(state)))]);
        if (state.IsVersion2)
        {
            document["securityDefinitions"] = schemes;
        }
        else
        {
            ComponentsRule.Of(document)["securitySchemes"] = schemes;
        }

        document["security"] = new JsonArray(
            [.. names.Where(_ => state.Chance(2)).Select(name => (JsonNode?)new JsonObject { [name] = new JsonArray() })]);
    }

    private static JsonObject Scheme(GrammarState state) => state.Random.Next(4) switch
    {
        0 => new JsonObject { ["type"] = state.IsVersion2 ? "basic" : "http", ["scheme"] = "basic" },
        1 when !state.IsVersion2 => new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
        2 when !state.IsVersion2 => new JsonObject
        {
            ["type"] = "oauth2",
            ["flows"] = new JsonObject
            {
                ["clientCredentials"] = new JsonObject
                {
                    ["tokenUrl"] = "https://t.invalid",
                    ["scopes"] = new JsonObject { [state.Name()] = "s" },
                },
            },
        },
        _ => new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = state.IsVersion2 ? "header" : state.Pick("header", "query", "cookie"),
            ["name"] = state.Name().Replace(' ', '-'),
        },
    };
}
