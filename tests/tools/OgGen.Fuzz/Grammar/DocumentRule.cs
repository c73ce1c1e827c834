using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>A whole document.</summary>
internal static class DocumentRule
{
    public static JsonObject Make(Random random)
    {
        var state = new GrammarState(random);
        var document = new JsonObject
        {
            [state.IsVersion2 ? "swagger" : "openapi"] = state.Version,
            ["info"] = new JsonObject { ["title"] = state.Name(), ["version"] = "1" },
        };
        if (state.Chance(3))
        {
            document["x-oggen-name"] = state.Name();
        }

        if (state.Chance(2))
        {
            document["tags"] = new JsonArray([.. state.Names(2).Select(name => (JsonNode?)new JsonObject { ["name"] = name })]);
        }

        ServerRule.AddTo(document, state);
        SecurityRule.AddTo(document, state);
        document["paths"] = PathsRule.Make(state);
        if (state.IsJsonSchema && state.Chance(5))
        {
            document["webhooks"] = new JsonObject { [state.Name()] = new JsonObject { ["post"] = OperationRule.Make(state, [], "post") } };
        }

        AddSchemas(document, state);
        ComponentsRule.AddTo(document, state);
        ReferenceIntoRule.Complete(document, state);
        return document;
    }

    /// <summary>Of the second half of the components most are objects with a member <c>kind</c>, which unions can tell apart.</summary>
    private static JsonNode Component(GrammarState state, string name, int index)
    {
        if (index < state.Schemas.Length / 2 || state.Chance(3))
        {
            return SchemaRule.MakeComponent(state, name);
        }

        JsonObject schema = ObjectRule.Make(state);
        ((JsonObject)schema["properties"]!)["kind"] = new JsonObject { ["type"] = "string" };
        schema["required"] = new JsonArray("kind");
        return schema;
    }

    private static void AddSchemas(JsonObject document, GrammarState state)
    {
        var schemas = new JsonObject(
            [.. state.Schemas.Select((name, i) => KeyValuePair.Create(name, (JsonNode?)Component(state, name, i)))]);
        if (state.IsVersion2)
        {
            document["definitions"] = schemas;
        }
        else
        {
            ComponentsRule.Of(document)["schemas"] = schemas;
        }
    }
}
