using System.Text.Json.Nodes;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Reading;

namespace OgGen.Generator.Document.References;

/// <content>What references mean in schemas beyond the place that they lead to.</content>
internal sealed partial class ReferenceImport
{
    private static readonly string[] s_alternatives = ["oneOf", "anyOf"];

    /// <summary>Keywords that change what a schema allows, so that it is another one than the component that it refers to.</summary>
    private static readonly HashSet<string> s_combined = new(StringComparer.Ordinal)
    {
        "type", "nullable", "format", "enum", "const", "properties", "patternProperties", "additionalProperties", "required", "items", "prefixItems", "allOf", "oneOf", "anyOf",
        "not", "discriminator",
    };

    /// <summary>The variants of a union that are references, and the names by which a discriminator means them.</summary>
    private static List<(JsonObject Variant, string Implied)> VariantsOf(JsonObject schema)
        => schema["discriminator"] is not JsonObject
            ? []
            : s_alternatives
                .SelectMany(keyword => schema[keyword] as JsonArray ?? [])
                .Select(static variant => (Variant: variant as JsonObject, Reference: ReferenceFinder.Reference(variant)))
                .Where(static variant => variant.Reference is not null)
                .Select(static variant => (variant.Variant!, ComponentNames.Implied(variant.Reference!)))
                .ToList();

    /// <summary>Keeps a discriminator's values where schemas are components of another name now.</summary>
    private void MapVariants(JsonObject schema, List<(JsonObject Variant, string Implied)> variants, Spot spot)
    {
        if (schema["discriminator"] is not JsonObject discriminator)
        {
            return;
        }

        JsonObject mapping = discriminator["mapping"] as JsonObject ?? [];
        foreach (string value in Keys(mapping))
        {
            if (mapping[value] is JsonValue node && node.TryGetValue(out string? text) && MappedReference(text, spot) is { } reference
                && _finder.Find(reference, Element.Schema, spot.File, spot.In, out _) is { } target)
            {
                mapping[value] = ReferenceTo(Element.Schema, Import(target, Element.Schema));
            }
        }

        HashSet<string> mapped = new(mapping.Select(static pair => pair.Value is JsonValue node && node.TryGetValue(out string? text) ? text : ""), StringComparer.Ordinal);
        if (variants.TrueForAll(static variant => ReferenceFinder.Reference(variant.Variant) is not { } reference || ComponentNames.Implied(reference) == variant.Implied))
        {
            return;
        }

        // One that has another name now needs a mapping, and a mapping has all variants.
        foreach ((JsonObject variant, string implied) in variants)
        {
            if (ReferenceFinder.Reference(variant) is { } reference && !mapped.Contains(reference) && !mapping.ContainsKey(implied))
            {
                mapping[implied] = reference;
                discriminator["mapping"] = mapping.Parent is null ? mapping : discriminator["mapping"];
            }
        }
    }

    /// <summary>A value of a mapping as a reference; null for the name of a schema of the document itself.</summary>
    private string? MappedReference(string text, Spot spot)
        => text.IndexOfAny(['#', '/']) >= 0 || text.EndsWith(".yaml", StringComparison.Ordinal) || text.EndsWith(".yml", StringComparison.Ordinal) || text.EndsWith(".json", StringComparison.Ordinal) ? text
            : spot.File == _trees.Root ? null
            : "#/components/schemas/" + Pointers.Escape(text);

    /// <summary><c>{ $ref, properties }</c> is both schemas at once.</summary>
    private void CombineWithSiblings(JsonObject schema, Spot spot)
    {
        if (!_hasSiblings || ReferenceFinder.Reference(schema) is not { } reference || !schema.Any(static member => s_combined.Contains(member.Key)))
        {
            return;
        }

        // What moves keeps the place at which it was written.
        var parts = new JsonArray(new JsonObject { ["$ref"] = reference });
        Place list = spot.At.Child("allOf");
        _map.Add(list.Child(0), spot.File.File, spot.In);
        foreach (JsonNode? part in (schema["allOf"] as JsonArray ?? []).ToArray())
        {
            _map.Add(list.Child(parts.Count), spot.File.File, spot.In.Child("allOf").Child(parts.Count - 1));
            parts.Add(part?.DeepClone());
        }

        schema.Remove("$ref");
        schema["allOf"] = parts;
    }
}
