using System.Text.Json.Nodes;

namespace OgGen.Fuzz.Grammar;

/// <summary>A value without parts.</summary>
internal static class ScalarRule
{
    private static readonly string[] s_texts = ["date", "date-time", "time", "uuid", "uri", "byte", "duration", "email", "password"];

    public static JsonObject Make(GrammarState state)
    {
        string type = state.Pick("string", "string", "string", "integer", "integer", "number", "boolean");
        var schema = new JsonObject { ["type"] = type };
        string? format = type switch
        {
            "string" when state.Chance(3) => state.Pick(s_texts),
            "integer" when state.Chance(2) => state.Pick("int32", "int64", "uint64"),
            "number" when state.Chance(2) => state.Pick("float", "double", "decimal"),
            _ => null,
        };
        if (format is not null)
        {
            schema["format"] = format;
        }

        if (state.Chance(12))
        {
            schema[state.Pick("deprecated", "readOnly", "writeOnly", "x-oggen-secret")] = true;
        }

        if (state.Chance(15) && type == "string" && format is null)
        {
            schema["default"] = state.Name();
        }

        return schema;
    }
}
