using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>A base with a discriminator, or what is derived from another component, which may be a base again.</summary>
internal static class InheritanceRule
{
    /// <param name="state">The document.</param>
    /// <param name="name">The component that is made.</param>
    public static JsonObject Make(GrammarState state, string name)
    {
        // Mostly from an earlier component: a circle of bases is a fault of the document.
        int own = Array.IndexOf(state.Schemas, name);
        string? from = own > 0 && !state.Chance(3) ? state.Schemas[state.Random.Next(own)]
            : state.Chance(10) ? state.Pick(state.Schemas)
            : null;
        JsonObject members = ObjectRule.Make(state);
        bool isBase = from is null || state.Chance(3);
        if (isBase)
        {
            string discriminator = from is null || state.Chance(2) ? "kind" : state.Name();
            ((JsonObject)members["properties"]!)[discriminator] = state.Chance(4)
                ? EnumRule.Make(state)
                : new JsonObject { ["type"] = "string" };
            members["required"] = new JsonArray(discriminator);
            members["discriminator"] = state.IsVersion2 ? discriminator : Discriminator(state, discriminator, own);
        }

        return from is null ? members
            : isBase && !state.IsVersion2 && state.Chance(2) ? Beside(members, state.Reference(from))
            : new JsonObject { ["allOf"] = new JsonArray(state.Reference(from), members) };
    }

    private static JsonObject Discriminator(GrammarState state, string property, int own)
    {
        var discriminator = new JsonObject { ["propertyName"] = property };
        string[] later = [.. state.Schemas.Skip(own + 1).Where(_ => state.Chance(3))];
        if (later.Length > 0)
        {
            discriminator["mapping"] = new JsonObject(
            [
                .. later.Select(derived => KeyValuePair.Create(
                    state.Chance(2) ? derived : "v" + derived, (JsonNode?)state.Reference(derived)["$ref"]!.DeepClone())),
            ]);
        }

        return discriminator;
    }

    private static JsonObject Beside(JsonObject members, JsonObject from)
    {
        members["allOf"] = new JsonArray(from);
        return members;
    }
}
