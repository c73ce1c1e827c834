using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.Passes;

/// <summary>
/// Checks the numeric limits of schemas: invalid ones are reported and removed, because Microsoft.OpenApi throws on some.
/// </summary>
internal static class SchemaLimits
{
    private static readonly string[] s_counts =
    [
        "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains",
    ];
    private static readonly string[] s_numbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
    private static readonly (string Least, string Most)[] s_ranges =
    [
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
        ("minimum", "maximum"),
    ];

    public static void Repair(JsonObject schema, NodePath location, List<Problem> problems)
    {
        // Plain loops: a document has tens of thousands of schemas, and most have no limits.
        foreach (string key in s_counts)
        {
            if (schema[key] is { } value && !IsCount(value))
            {
                Remove(schema, key, "is no count", location, problems);
            }
        }

        foreach (string key in s_numbers)
        {
            if (schema[key] is { } value && !IsNumber(key, value))
            {
                Remove(schema, key, key == "multipleOf" ? "is no number above 0" : "is no number", location, problems);
            }
        }

        foreach ((string least, string most) in s_ranges)
        {
            if (schema[least] is { } low && schema[most] is { } high && Number(low) > Number(high))
            {
                problems.Add(
                    new Problem(Descriptors.Invalid, location.Child(least).Pointer, $"No value is both: '{least}' is above '{most}'"));
            }
        }
    }

    private static void Remove(JsonObject schema, string key, string why, NodePath location, List<Problem> problems)
    {
        problems.Add(new Problem(Descriptors.Invalid, location.Child(key).Pointer, $"'{key}' {why}; it is ignored"));
        schema.Remove(key);
    }

    private static bool IsCount(JsonNode value) => Number(value) is >= 0 and <= int.MaxValue and var count && count % 1 == 0;

    private static bool IsNumber(string key, JsonNode value)
        => value.GetValueKind() == JsonValueKind.Number ? key != "multipleOf" || Number(value) is null or > 0
            // as in 3.0
            : key.StartsWith("exclusive", StringComparison.Ordinal) && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    /// <summary>The limit; null for a value that is not a number, or out of the range of decimal.</summary>
    private static decimal? Number(JsonNode value)
        => value.GetValueKind() == JsonValueKind.Number
            && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
