using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>
/// A union, with a discriminator or without, of components (the union itself among them), lists of them, scalars and objects.
/// </summary>
internal static class UnionRule
{
    public static JsonObject Make(GrammarState state) => state.Chance(3) ? Discriminated(state) : Untagged(state);

    private static JsonObject Untagged(GrammarState state)
        => new()
        {
            [state.Pick("oneOf", "oneOf", "anyOf")] = new JsonArray(
                [.. Enumerable.Range(0, state.Random.Next(2, 5)).Select(_ => (JsonNode?)Alternative(state))]),
        };

    private static JsonNode Alternative(GrammarState state) => state.Random.Next(8) switch
    {
        < 3 => state.Reference(),
        3 => new JsonObject { ["type"] = "array", ["items"] = state.Reference() },
        4 => new JsonObject { ["type"] = "object", ["additionalProperties"] = state.Reference() },
        5 => ScalarRule.Make(state),
        6 => new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("kind"),
            ["properties"] = new JsonObject { ["kind"] = EnumRule.Make(state), [state.Name()] = state.Reference() },
        },
        _ => state.Schema(),
    };

    private static JsonObject Discriminated(GrammarState state)
    {
        string[] variants =
        [
            .. Enumerable.Range(0, state.Random.Next(2, 4)).Select(_ => state.PickObject()).Distinct(StringComparer.Ordinal),
        ];
        var discriminator = new JsonObject { ["propertyName"] = state.Chance(3) ? state.Name() : "kind" };
        if (state.Chance(2))
        {
            discriminator["mapping"] = new JsonObject(
            [
                .. variants.DistinctBy(_ => state.Name())
                    .Select(variant => KeyValuePair.Create(
                        state.Chance(2) ? variant : state.Name() + variant, (JsonNode?)state.Reference(variant)["$ref"]!.DeepClone())),
            ]);
        }

        return new JsonObject
        {
            ["oneOf"] = new JsonArray([.. variants.Select(variant => (JsonNode?)state.Reference(variant))]),
            ["discriminator"] = discriminator,
        };
    }
}
