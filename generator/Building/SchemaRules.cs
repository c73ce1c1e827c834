using System.Globalization;
using Microsoft.OpenApi;

namespace OgGen.Generator.Building;

/// <summary>
/// What a schema demands of its values beyond their type, as sentences for documentation comments. A client does not check it;
/// who writes a value wants to know it.
/// </summary>
internal static class SchemaRules
{
    /// <summary>The length, in characters, up to which a pattern is readable in a comment.</summary>
    private const int MaxPattern = 200;

    /// <summary>The sentences, in a fixed order.</summary>
    public static List<string> Of(IOpenApiSchema schema)
    {
        var rules = new List<string>();
        AddCount("At most", schema.MaxLength, "character");
        AddCount("At least", schema.MinLength, "character");
        AddCount("At most", schema.MaxItems, "item");
        AddCount("At least", schema.MinItems, "item");
        Add("Not below", schema.Minimum);
        Add("Not above", schema.Maximum);
        Add("Above", schema.ExclusiveMinimum);
        Add("Below", schema.ExclusiveMaximum);
        Add("A multiple of", schema.MultipleOf?.ToString(CultureInfo.InvariantCulture));
        AddCount("At most", schema.MaxProperties, "member");
        AddCount("At least", schema.MinProperties, "member");
        if (schema.Pattern is { Length: > 0 } pattern)
        {
            rules.Add(pattern.Length <= MaxPattern
                ? $"Matches the pattern {DocText.Code(pattern)}."
                : $"Matches a pattern of {pattern.Length.ToString(CultureInfo.InvariantCulture)} characters, which the document has.");
        }

        if (schema.UniqueItems == true)
        {
            rules.Add("No two items are equal.");
        }

        if (Conditions(schema) is { Count: > 0 } conditions)
        {
            rules.Add($"The document has conditions besides: {string.Join(", ", conditions.Select(static keyword => $"`{keyword}`"))}.");
        }

        if (schema.Items is OpenApiSchema items && string.Join(" ", Of(items)) is { Length: > 0 } each)
        {
            rules.Add("Each item: " + char.ToLowerInvariant(each[0]) + each.Substring(1));
        }

        return rules;

        void AddCount(string text, int? limit, string unit)
            => Add(text, limit is { } value ? value.ToString(CultureInfo.InvariantCulture) + " " + unit + (value == 1 ? "" : "s") : null);

        void Add(string text, string? limit)
        {
            if (limit is not null)
            {
                rules.Add(text + " " + limit + ".");
            }
        }
    }

    /// <summary>
    /// The keywords that have schemas of their own for a value to fit, or not to fit, and make no type; null where there are none.
    /// </summary>
    private static List<string>? Conditions(IOpenApiSchema schema)
    {
        List<string>? keywords = null;
        var own = schema as OpenApiSchema;
        Add("not", schema.Not is not null);
        Add("if", own?.If is not null);
        Add("then", own?.Then is not null);
        Add("else", own?.Else is not null);
        Add("contains", own?.Contains is not null);
        Add("minContains", own?.MinContains is not null);
        Add("maxContains", own?.MaxContains is not null);
        Add("propertyNames", own?.PropertyNames is not null);
        Add("dependentRequired", schema.DependentRequired is { Count: > 0 });
        Add("dependentSchemas", own?.DependentSchemas is { Count: > 0 });
        Add("contentSchema", own?.ContentSchema is not null);
        Add("unevaluatedItems", schema.UnrecognizedKeywords?.ContainsKey("unevaluatedItems") == true);
        Add("unevaluatedProperties", own is { UnevaluatedProperties: false } or { UnevaluatedPropertiesSchema: not null });
        return keywords;

        void Add(string keyword, bool isThere)
        {
            if (isThere)
            {
                (keywords ??= []).Add(keyword);
            }
        }
    }
}
