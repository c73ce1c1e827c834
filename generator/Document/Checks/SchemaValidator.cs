using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Checks;

/// <summary>Where a value does not fit its schema, and how.</summary>
internal sealed record Misfit(Place Place, string Text);

/// <summary>
/// Checks values against schemas of all versions of the specification. What it reports is so; what it cannot tell, such as
/// a pattern, or what would cost more than a document is worth, fits.
/// </summary>
internal sealed partial class SchemaValidator(ComponentResolver components)
{
    /// <summary>Schemas within schemas; a schema that consists of itself goes deeper than any value.</summary>
    private const int MaxDepth = 200;

    /// <summary>Steps for each value: alternatives within alternatives multiply.</summary>
    private const int MaxSteps = 200_000;

    private int _steps;

    /// <summary>The first place at which a value does not fit; null where it does.</summary>
    public Misfit? Check(JsonNode value, JsonObject schema, Place place)
    {
        _steps = 0;
        return Check(value, schema, place, 0);
    }

    private Misfit? Check(JsonNode? value, JsonNode? node, Place place, int depth)
    {
        if (++_steps > MaxSteps || depth > MaxDepth || components.Resolve(node) is not { } schema)
        {
            return null;
        }

        if (value is null && JsonMembers.IsTrue(schema, "nullable"))
        {
            return null;
        }

        return CheckType(value, schema, place)
            ?? CheckConstants(value, schema, place)
            ?? CheckParts(value, schema, place, depth)
            ?? value switch
            {
                JsonObject item => CheckObject(item, schema, place, depth),
                JsonArray list => CheckArray(list, schema, place, depth),
                JsonValue scalar => CheckScalar(scalar, schema, place),
                _ => null,
            };
    }

    private static Misfit? CheckType(JsonNode? value, JsonObject schema, Place place)
    {
        string[] types = schema["type"] switch
        {
            JsonValue one when one.TryGetValue(out string? text) => [text],
            JsonArray list => list.Select(static item => item is JsonValue type && type.TryGetValue(out string? text) ? text : "").ToArray(),
            _ => [],
        };
        if (types.Length == 0 || types.Contains("") || types.Contains("file"))
        {
            return null;
        }

        string kind = SchemaChecks.KindName(value);
        bool fits = types.Contains(kind) || (kind == "number" && types.Contains("integer") && Number(value) is { } number && number == decimal.Truncate(number));
        return fits ? null : new Misfit(place, $"{Described(value)} is not of the type {string.Join(" or ", types)}");
    }

    private static Misfit? CheckConstants(JsonNode? value, JsonObject schema, Place place)
    {
        if (schema["enum"] is JsonArray { Count: > 0 } values && !values.Any(known => JsonNode.DeepEquals(known, value)))
        {
            return new Misfit(place, $"{Described(value)} is none of the values that 'enum' allows");
        }

        return schema.TryGetPropertyValue("const", out JsonNode? constant) && !JsonNode.DeepEquals(constant, value)
            ? new Misfit(place, $"{Described(value)} is not the value of 'const'")
            : null;
    }

    private Misfit? CheckParts(JsonNode? value, JsonObject schema, Place place, int depth)
    {
        foreach (JsonNode? part in schema["allOf"] as JsonArray ?? [])
        {
            // `allOf: [$ref], nullable: true` is how 3.0 says "or null": that was asked before.
            if (Check(value, part, place, depth + 1) is { } misfit)
            {
                return misfit;
            }
        }

        foreach (string keyword in new[] { "oneOf", "anyOf" })
        {
            if (schema[keyword] is JsonArray { Count: > 0 } variants && CheckVariants(value, schema, variants, place, depth) is { } misfit)
            {
                return misfit;
            }
        }

        return null;
    }

    private Misfit? CheckVariants(JsonNode? value, JsonObject schema, JsonArray variants, Place place, int depth)
    {
        if (value is JsonObject item && Discriminated(item, schema) is { } chosen)
        {
            return Check(value, chosen, place, depth + 1);
        }

        Misfit? only = null;
        foreach (JsonNode? variant in variants)
        {
            only = Check(value, variant, place, depth + 1);
            if (only is null)
            {
                return null;
            }
        }

        return variants.Count == 1 ? only : new Misfit(place, $"{Described(value)} fits none of the alternatives of its schema");
    }

    /// <summary>The variant that an object names by its discriminator.</summary>
    private JsonObject? Discriminated(JsonObject item, JsonObject schema)
        => schema["discriminator"] is JsonObject discriminator
            && JsonMembers.String(discriminator, "propertyName") is { } property
            && JsonMembers.String(item, property) is { } name
            && discriminator["mapping"] is JsonObject mapping
            && JsonMembers.String(mapping, name) is ['#', ..] and { } reference
            ? components.Find(reference).Node
            : null;

    private Misfit? CheckObject(JsonObject item, JsonObject schema, Place place, int depth)
    {
        JsonObject? properties = schema["properties"] as JsonObject;
        foreach (JsonNode? required in schema["required"] as JsonArray ?? [])
        {
            if (required is JsonValue text && text.TryGetValue(out string? name) && !item.ContainsKey(name) && !IsOneWay(properties?[name]))
            {
                return new Misfit(place, $"the required member '{name}' is missing");
            }
        }

        bool isClosed = schema["additionalProperties"] is JsonValue flag && flag.TryGetValue(out bool allowed) && !allowed;
        bool hasPatterns = schema["patternProperties"] is JsonObject { Count: > 0 };
        foreach (KeyValuePair<string, JsonNode?> member in item)
        {
            Place at = place.Child(member.Key);
            JsonNode? declared = null;
            bool isDeclared = properties is not null && properties.TryGetPropertyValue(member.Key, out declared);
            if (!isDeclared && isClosed && !hasPatterns)
            {
                return new Misfit(at, $"the member '{member.Key}' is not declared, and 'additionalProperties' allows no other");
            }

            if (Check(member.Value, isDeclared ? declared : hasPatterns ? null : schema["additionalProperties"], at, depth + 1) is { } misfit)
            {
                return misfit;
            }
        }

        return OutOfRange(item.Count, schema, "minProperties", "maxProperties", "members", place);
    }

    /// <summary>Members that only one side sends are missing in what the other sends.</summary>
    private bool IsOneWay(JsonNode? property)
        => components.Resolve(property) is { } schema && (JsonMembers.IsTrue(schema, "readOnly") || JsonMembers.IsTrue(schema, "writeOnly"))
            || property is JsonObject holder && (JsonMembers.IsTrue(holder, "readOnly") || JsonMembers.IsTrue(holder, "writeOnly"));

    private Misfit? CheckArray(JsonArray list, JsonObject schema, Place place, int depth)
    {
        JsonArray first = schema["prefixItems"] as JsonArray ?? schema["items"] as JsonArray ?? [];
        for (int i = 0; i < list.Count; i++)
        {
            if (Check(list[i], i < first.Count ? first[i] : schema["items"] as JsonObject, place.Child(i), depth + 1) is { } misfit)
            {
                return misfit;
            }
        }

        return OutOfRange(list.Count, schema, "minItems", "maxItems", "items", place);
    }

    private static Misfit? OutOfRange(int count, JsonObject schema, string min, string max, string unit, Place place)
        => Number(schema[min]) is { } least && count < least ? new Misfit(place, $"there are {Text(count)} {unit}, and '{min}' is {Text(least)}")
            : Number(schema[max]) is { } most && count > most ? new Misfit(place, $"there are {Text(count)} {unit}, and '{max}' is {Text(most)}")
            : null;

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number that a decimal holds; null for anything else.</summary>
    private static decimal? Number(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
        {
            return null;
        }

        return value.TryGetValue(out long integer) ? integer
            : value.TryGetValue(out decimal number) ? number
            : null;
    }

    private static string Described(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "an object",
        JsonArray => "a list",
        _ when value.ToJsonString() is { Length: <= 40 } text => text,
        _ => "a long " + SchemaChecks.KindName(value),
    };
}
