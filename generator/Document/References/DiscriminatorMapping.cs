using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <summary>The mappings of discriminators, whose values are references or names of components.</summary>
internal static class DiscriminatorMapping
{
    /// <summary>The variants of a union that are references, and their implied discriminator values.</summary>
    public static IReadOnlyList<(JsonObject Variant, string Implied)> VariantsOf(JsonObject schema)
        => schema["discriminator"] is JsonObject ? [.. VariantsOf(schema, "oneOf"), .. VariantsOf(schema, "anyOf")] : [];

    private static IEnumerable<(JsonObject Variant, string Implied)> VariantsOf(JsonObject schema, string keyword)
        => JsonMembers.Items(schema, keyword)
            .Select(static variant => (Variant: variant as JsonObject, Reference: WrittenReference.In(variant)))
            .Where(static variant => variant.Reference is not null)
            .Select(static variant => (variant.Variant!, ComponentNames.Implied(variant.Reference!)));

    /// <summary>Keeps a discriminator's values for schemas that were imported under another name.</summary>
    /// <param name="schema">The schema that has the discriminator.</param>
    /// <param name="variants">The variants as they were before their references were imported.</param>
    /// <param name="isRoot">Whether the schema was written in the document itself, where a value may be the name of a component.</param>
    /// <param name="import">Imports a reference to a schema; null where it cannot be followed.</param>
    public static void Import(
        JsonObject schema,
        IReadOnlyList<(JsonObject Variant, string Implied)> variants,
        bool isRoot,
        Func<string, string?> import)
    {
        if (schema["discriminator"] is not JsonObject discriminator)
        {
            return;
        }

        JsonObject mapping = discriminator["mapping"] as JsonObject ?? [];
        foreach (string value in mapping.Select(static pair => pair.Key).ToArray())
        {
            if (mapping[value] is JsonValue node
                && node.TryGetValue(out string? text)
                && Reference(text, isRoot) is { } reference
                && import(reference) is { } imported)
            {
                mapping[value] = imported;
            }
        }

        if (!variants.All(static variant =>
            WrittenReference.In(variant.Variant) is not { } reference || ComponentNames.Implied(reference) == variant.Implied))
        {
            AddRenamed(discriminator, mapping, variants);
        }
    }

    /// <summary>A variant that has another name now needs a mapping, and a mapping has all variants.</summary>
    private static void AddRenamed(
        JsonObject discriminator, JsonObject mapping, IReadOnlyList<(JsonObject Variant, string Implied)> variants)
    {
        HashSet<string> mapped = new(
            mapping.Select(static pair => pair.Value is JsonValue node && node.TryGetValue(out string? text) ? text : ""),
            StringComparer.Ordinal);
        foreach ((JsonObject variant, string implied) in variants)
        {
            if (WrittenReference.In(variant) is { } reference && !mapped.Contains(reference) && !mapping.ContainsKey(implied))
            {
                mapping[implied] = reference;
                discriminator["mapping"] = mapping.Parent is null ? mapping : discriminator["mapping"];
            }
        }
    }

    /// <summary>A value of a mapping as a reference; null for the name of a schema of the document itself.</summary>
    private static string? Reference(string text, bool isRoot)
        => text.IndexOfAny(['#', '/']) >= 0
            || text.EndsWith(".yaml", StringComparison.Ordinal)
            || text.EndsWith(".yml", StringComparison.Ordinal)
            || text.EndsWith(".json", StringComparison.Ordinal) ? text
            : isRoot ? null
            : "#/components/schemas/" + Pointers.Escape(text);
}
