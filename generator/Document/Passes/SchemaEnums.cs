using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Passes;

/// <summary>Enumerations of numbers or booleans whose values are written as strings: <c>{type: integer, enum: ["1", "2"]}</c>.</summary>
internal static class SchemaEnums
{
    /// <summary>Replaces strings by the values that they spell. Where one spells no value, the model accepts any JSON.</summary>
    public static void Repair(JsonObject schema, NodePath location, List<Problem> problems)
    {
        if (schema["enum"] is JsonArray values && ValueType(schema["type"]) is { } type && values.Any(IsText))
        {
            Repair(schema, values, type, location, problems);
        }
    }

    private static void Repair(JsonObject schema, JsonArray values, string type, NodePath location, List<Problem> problems)
    {
        JsonNode?[] spelled = values.Select(value => IsText(value) ? Spelled(value!.GetValue<string>(), type) : value?.DeepClone())
            .ToArray();
        if (!spelled.Any(IsText))
        {
            schema["enum"] = new JsonArray(spelled);
            Report($"strings, and its type is {type}; they are read as the values that they spell");
        }
        else if (values.All(static value => value is null || IsText(value)))
        {
            // Several types are reported with those of all enumerations.
            Report($"strings, and its type is {type}; any JSON is accepted");
        }

        void Report(string what) => problems.Add(new Problem(Descriptors.MixedEnum, location.Child("enum").Pointer, what));
    }

    /// <summary>The type of the values, null aside, where it is not string.</summary>
    private static string? ValueType(JsonNode? type)
    {
        string[] types = type switch
        {
            JsonArray several => several.Select(static one => one?.ToString() ?? "").Where(static one => one != "null").ToArray(),
            JsonValue => new[] { type.ToString() },
            _ => [],
        };
        return types is ["integer" or "number" or "boolean"] ? types[0] : null;
    }

    private static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    private static JsonNode Spelled(string text, string type)
    {
        try
        {
            JsonNode? value = JsonNode.Parse(text);
            bool isBoolean = value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
            bool fits = type == "boolean" ? isBoolean : value?.GetValueKind() == JsonValueKind.Number;
            return fits ? value! : JsonValue.Create(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
