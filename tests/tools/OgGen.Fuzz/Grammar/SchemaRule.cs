using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>Any schema: one of the other productions.</summary>
internal static class SchemaRule
{
    public static JsonNode Make(GrammarState state) => state.Random.Next(20) switch
    {
        < 5 => ScalarRule.Make(state),
        < 8 => state.Reference(),
        8 => ReferenceIntoRule.Make(state),
        9 or 10 => EnumRule.Make(state),
        11 or 12 => ObjectRule.Make(state),
        13 or 14 => new JsonObject { ["type"] = "array", ["items"] = state.Schema() },
        15 => new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = state.Chance(6) ? JsonValue.Create(state.Chance(2)) : state.Schema(),
        },
        16 or 17 when !state.IsVersion2 => UnionRule.Make(state),
        18 => AllOfRule.Make(state),
        _ => NullableRule.Make(state),
    };

    /// <summary>What a component is: mostly something that has a type in C#.</summary>
    public static JsonNode MakeComponent(GrammarState state, string name) => state.Random.Next(12) switch
    {
        < 3 => ObjectRule.Make(state),
        < 5 when !state.IsVersion2 => UnionRule.Make(state),
        < 7 => InheritanceRule.Make(state, name),
        7 => AllOfRule.Make(state),
        8 => EnumRule.Make(state),
        9 => state.Chance(2) ? state.Reference() : ReferenceIntoRule.Make(state),
        _ => Make(state),
    };
}
