using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Samples;

/// <summary>What a schema says of the types of its values, and of the members that they have.</summary>
internal static class SchemaTypes
{
    private static readonly (string Keyword, string Type)[] s_limits =
    [
        ("pattern", "string"), ("minLength", "string"), ("maxLength", "string"), ("contentEncoding", "string"),
        ("minimum", "number"),
        ("maximum", "number"), ("exclusiveMinimum", "number"), ("exclusiveMaximum", "number"), ("multipleOf", "number"),
        ("minItems", "array"), ("maxItems", "array"), ("uniqueItems", "array"), ("minProperties", "object"), ("maxProperties", "object"),
    ];

    /// <summary>
    /// The types that a schema names; without any, the one that its keywords are of, unless its alternatives are of others.
    /// </summary>
    public static IReadOnlyList<string> Of(DocumentTree document, JsonObject node)
        => Of(document, node, new(ReferenceEqualityComparer.Instance));

    private static string[] Of(DocumentTree document, JsonObject node, HashSet<JsonObject> seen)
    {
        if (node.TryGetPropertyValue("type", out JsonNode? type))
        {
            string[] names = type is JsonArray several ? WithoutNumericStrings(node, [.. several.Select(Name)]) : [Name(type)];
            return SchemaFormat.IsInteger(SchemaFormat.Of(node))
                ? [.. names.Select(static name => name == "number" ? "integer" : name).Distinct()]
                : names;
        }

        string? implied = node["properties"] is JsonObject { Count: > 0 } || node["additionalProperties"] is JsonObject ? "object"
            : node["items"] is not null ? "array"
            : ImpliedByLimits(node);
        bool isOther = implied is not null && seen.Add(node)
            && Alternatives(document, node).Any(other => Of(document, other, seen) is { Length: > 0 } types && !types.Contains(implied));
        return implied is null || isOther ? [] : [implied];
    }

    /// <summary>The name of a type: <c>null</c> in YAML, without the quotes that it needs, is meant as the type.</summary>
    public static string Name(JsonNode? type) => type?.ToString() ?? "null";

    /// <summary>A string that may only be a number comes back as the number: samples have that alone.</summary>
    private static string[] WithoutNumericStrings(JsonObject node, string[] types)
        => types.Contains("string")
            && types.All(static type => type is "string" or "integer" or "number" or "null")
            && types.Any(static type => type is "integer" or "number")
            && node["pattern"]?.ToString() is { } pattern
            && Regex.IsMatch("12", pattern)
            && !Regex.IsMatch("x", pattern)
                ? [.. types.Where(static type => type != "string")]
                : types;

    /// <summary>The one type to which limits and formats apply; null where there are none, or several.</summary>
    private static string? ImpliedByLimits(JsonObject node)
    {
        string[] implied =
        [
            .. s_limits.Where(limit => node.ContainsKey(limit.Keyword)).Select(static limit => limit.Type),
            .. SchemaFormat.TypeOf(SchemaFormat.Of(node)) is { } type ? new[] { type } : [],
        ];
        return implied.Distinct().ToArray() switch
        {
            [var only] => only,
            { Length: 2 } both when both.Contains("integer") && both.Contains("number") => "integer",
            _ => null,
        };
    }

    private static IEnumerable<JsonObject> Alternatives(DocumentTree document, JsonObject node)
        => (node["oneOf"] as JsonArray ?? []).Concat(node["anyOf"] as JsonArray ?? []).Select(document.Resolve).OfType<JsonObject>();

    /// <summary>
    /// The values of an enumeration that are of the schema's type: a document may have numbers where it means their texts, the other
    /// way round, and texts at an array where it means its items. Null where there is no enumeration.
    /// </summary>
    public static JsonArray? Values(DocumentTree document, JsonObject node)
    {
        if (node["enum"] is not JsonArray values)
        {
            return null;
        }

        IReadOnlyList<string> types = Of(document, node);
        JsonNode?[] fitting =
        [
            .. values.Where(value => types.Count == 0 || types.Any(type => Is(value, type)) || value is null && IsNullable(node)),
        ];
        IEnumerable<JsonNode?> meant = fitting.Length == values.Count || fitting.Any(static value => value is not null)
            ? fitting.Select(static value => value?.DeepClone())
            : types is ["string"] ? values.OfType<JsonValue>().Select(static value => JsonValue.Create(value.ToString()))
            : types is ["integer"]
                ? values
                    .Select(static value =>
                        long.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out long number) ? JsonValue.Create(number) : null)
                    .OfType<JsonValue>()
            : [];
        return new JsonArray([.. meant]);
    }

    /// <summary>The members that an object may have, those of the parts that it is made of too.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Members(DocumentTree document, JsonObject node)
        => Whole(document, node).SelectMany(static part => part["properties"] as JsonObject ?? []).DistinctBy(static member => member.Key);

    /// <summary>The members that an object must have, those of the parts that it is made of too.</summary>
    public static HashSet<string> Required(DocumentTree document, JsonObject node)
    {
        HashSet<string> required = [];
        foreach (JsonObject part in Whole(document, node))
        {
            required.UnionWith((part["required"] as JsonArray ?? []).OfType<JsonValue>().Select(static name => name.ToString()));
        }

        return required;
    }

    /// <summary>Whether a schema, or a part of it, says what a member is.</summary>
    public static bool Describes(DocumentTree document, JsonObject node, string member)
        => Members(document, node).Any(described => described.Key == member);

    /// <summary>A schema and those that it is made of by <c>allOf</c>, each once, however they refer to each other.</summary>
    private static IEnumerable<JsonObject> Whole(DocumentTree document, JsonObject node)
    {
        HashSet<JsonObject> seen = new(ReferenceEqualityComparer.Instance) { node };
        Stack<JsonObject> pending = new([node]);
        while (pending.TryPop(out JsonObject? part))
        {
            yield return part;
            foreach (JsonObject next in (part["allOf"] as JsonArray ?? []).Select(document.Resolve)
                .OfType<JsonObject>()
                .Reverse()
                .Where(seen.Add))
            {
                pending.Push(next);
            }
        }
    }

    private static bool IsNullable(JsonObject node) => node["nullable"]?.GetValueKind() == JsonValueKind.True;

    private static bool Is(JsonNode? value, string type) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type is "number" or "integer",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => type == "null",
    };
}
