using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Document.Checks;

/// <summary>The location at which a value does not fit its schema, and the reason.</summary>
internal sealed record SchemaMismatch(NodeLocation Location, string Text)
{
    public static SchemaMismatch At(NodePath path, string text) => new(path.Location, text);
}

/// <summary>
/// Validates values against schemas of all versions of the specification. It has no false positives: what it does not check, such as
/// a pattern, or a value that would cost too many steps, is valid.
/// </summary>
internal sealed partial class SchemaValidator(ComponentResolver components)
{
    /// <summary>Schemas within schemas; a schema that consists of itself goes deeper than any value.</summary>
    private const int MaxDepth = 200;

    /// <summary>Steps for each value: alternatives within alternatives multiply.</summary>
    private const int MaxSteps = 200_000;

    private static readonly string[] s_alternatives = ["oneOf", "anyOf"];

    private int _steps;

    /// <summary>The first location at which a value does not fit; null where it fits.</summary>
    public SchemaMismatch? Check(JsonNode value, JsonObject schema, NodePath location)
    {
        _steps = 0;
        return Check(value, schema, location, 0);
    }

    private SchemaMismatch? Check(JsonNode? value, JsonNode? node, NodePath location, int depth)
    {
        if (++_steps > MaxSteps || depth > MaxDepth || components.Resolve(node) is not { } schema)
        {
            return null;
        }

        if (value is null && JsonMembers.IsTrue(schema, "nullable"))
        {
            return null;
        }

        return CheckType(value, schema, location)
            ?? CheckConstants(value, schema, location)
            ?? CheckParts(value, schema, location, depth)
            ?? value switch
            {
                JsonObject item => CheckObject(item, schema, location, depth),
                JsonArray list => CheckArray(list, schema, location, depth),
                JsonValue scalar => CheckScalar(scalar, schema, location),
                _ => null,
            };
    }

    private static SchemaMismatch? CheckType(JsonNode? value, JsonObject schema, NodePath location)
    {
        string kind = SchemaChecks.KindName(value);
        string[] types = schema["type"] switch
        {
            // Nearly all values have the one type: no list is made for them.
            JsonValue one when one.TryGetValue(out string? text) => text == kind ? [] : [text],
            JsonArray list =>
                list.Select(static item => item is JsonValue type && type.TryGetValue(out string? text) ? text : "").ToArray(),
            _ => [],
        };
        if (types.Length == 0 || types.Contains("") || types.Contains("file"))
        {
            return null;
        }

        bool fits = types.Contains(kind)
            || (kind == "number" && types.Contains("integer") && Number(value) is { } number && number == decimal.Truncate(number));
        return fits ? null : SchemaMismatch.At(location, $"{Described(value)} is not of the type {string.Join(" or ", types)}");
    }

    private static SchemaMismatch? CheckConstants(JsonNode? value, JsonObject schema, NodePath location)
    {
        if (schema["enum"] is JsonArray { Count: > 0 } values && !Contains(values, value))
        {
            return SchemaMismatch.At(location, $"{Described(value)} is none of the values that 'enum' allows");
        }

        return schema.TryGetPropertyValue("const", out JsonNode? constant) && !JsonNode.DeepEquals(constant, value)
            ? SchemaMismatch.At(location, $"{Described(value)} is not the value of 'const'")
            : null;
    }

    private static bool Contains(JsonArray values, JsonNode? value) => values.Any(known => JsonNode.DeepEquals(known, value));

    private SchemaMismatch? CheckParts(JsonNode? value, JsonObject schema, NodePath location, int depth)
    {
        foreach (JsonNode? part in JsonMembers.Items(schema, "allOf"))
        {
            // `allOf: [$ref], nullable: true` is how 3.0 writes "or null", which was checked before.
            if (Check(value, part, location, depth + 1) is { } mismatch)
            {
                return mismatch;
            }
        }

        foreach (string keyword in s_alternatives)
        {
            if (schema[keyword] is JsonArray { Count: > 0 } variants
                && CheckVariants(value, schema, variants, location, depth) is { } mismatch)
            {
                return mismatch;
            }
        }

        return null;
    }

    private SchemaMismatch? CheckVariants(JsonNode? value, JsonObject schema, JsonArray variants, NodePath location, int depth)
    {
        if (value is JsonObject item && Discriminated(item, schema) is { } chosen)
        {
            return Check(value, chosen, location, depth + 1);
        }

        SchemaMismatch? only = null;
        foreach (JsonNode? variant in variants)
        {
            only = Check(value, variant, location, depth + 1);
            if (only is null)
            {
                return null;
            }
        }

        return variants.Count == 1 ? only : SchemaMismatch.At(location, $"{Described(value)} fits none of the alternatives of its schema");
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

    private SchemaMismatch? CheckObject(JsonObject item, JsonObject schema, NodePath location, int depth)
    {
        JsonObject? properties = schema["properties"] as JsonObject;
        foreach (JsonNode? required in JsonMembers.Items(schema, "required"))
        {
            if (required is JsonValue text && text.TryGetValue(out string? name) && !item.ContainsKey(name) && !IsOneWay(properties?[name]))
            {
                return SchemaMismatch.At(location, $"the required member '{name}' is missing");
            }
        }

        bool isClosed = schema["additionalProperties"] is JsonValue flag && flag.TryGetValue(out bool allowed) && !allowed;
        bool hasPatterns = schema["patternProperties"] is JsonObject { Count: > 0 };
        foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(item))
        {
            NodePath at = location.Child(member.Key);
            JsonNode? declared = null;
            bool isDeclared = properties is not null && properties.TryGetPropertyValue(member.Key, out declared);
            if (!isDeclared && isClosed && !hasPatterns)
            {
                return SchemaMismatch.At(at, $"the member '{member.Key}' is not declared, and 'additionalProperties' allows no other");
            }

            if (Check(
                member.Value, isDeclared ? declared : hasPatterns ? null : schema["additionalProperties"], at, depth + 1) is { } mismatch)
            {
                return mismatch;
            }
        }

        return OutOfRange(item.Count, schema, "minProperties", "maxProperties", "members", location);
    }

    /// <summary>Members that only one side sends are missing in what the other sends.</summary>
    private bool IsOneWay(JsonNode? property)
        => components.Resolve(property) is { } schema && (JsonMembers.IsTrue(schema, "readOnly") || JsonMembers.IsTrue(schema, "writeOnly"))
            || property is JsonObject holder && (JsonMembers.IsTrue(holder, "readOnly") || JsonMembers.IsTrue(holder, "writeOnly"));

    private SchemaMismatch? CheckArray(JsonArray list, JsonObject schema, NodePath location, int depth)
    {
        IList<JsonNode?> first = schema["prefixItems"] as JsonArray ?? JsonMembers.Items(schema, "items");
        for (int i = 0; i < list.Count; i++)
        {
            if (Check(list[i], i < first.Count ? first[i] : schema["items"] as JsonObject, location.Child(i), depth + 1) is { } mismatch)
            {
                return mismatch;
            }
        }

        return OutOfRange(list.Count, schema, "minItems", "maxItems", "items", location);
    }

    private static SchemaMismatch? OutOfRange(int count, JsonObject schema, string min, string max, string unit, NodePath location)
        => Number(schema[min]) is { } least && count < least
            ? SchemaMismatch.At(location, $"there are {Text(count)} {unit}, and '{min}' is {Text(least)}")
            : Number(schema[max]) is { } most && count > most
                ? SchemaMismatch.At(location, $"there are {Text(count)} {unit}, and '{max}' is {Text(most)}")
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
