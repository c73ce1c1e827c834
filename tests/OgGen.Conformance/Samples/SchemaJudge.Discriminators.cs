using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Samples;

/// <summary>
/// What JSON Schema does not know: a value of a base that names an heir must fit the heir. The heir refers to the base in turn, so a
/// base is two definitions: the whole, and the part that heirs are made of.
/// </summary>
internal sealed partial class SchemaJudge
{
    private const string PartOf = "Part";

    /// <summary>The members by which unions tell their variants apart, by the variant.</summary>
    private readonly ILookup<string, string> _discriminators;

    /// <summary>The variants of all unions with a discriminator, each with the discriminator's name.</summary>
    private static ILookup<string, string> FindDiscriminators(DocumentTree document)
    {
        List<(string Variant, string Name)> found = [];
        Walk(document.Root);
        return found.ToLookup(static pair => pair.Variant, static pair => pair.Name);

        void Walk(JsonNode? node)
        {
            if (DiscriminatorOf(node) is { } name && (node!["oneOf"] ?? node["anyOf"]) is JsonArray variants)
            {
                found.AddRange(variants.Select(static variant => variant is JsonObject item ? item["$ref"]?.ToString() : null).OfType<string>().Select(variant => (variant, name)));
            }

            foreach (JsonNode? child in node switch { JsonObject item => item.Select(static member => member.Value), JsonArray list => list, _ => [] })
            {
                Walk(child);
            }
        }
    }

    /// <summary>A variant whose discriminator has one value: without it, its values are none of the union.</summary>
    private JsonNode Discriminated(JsonNode rewritten, JsonNode? schema, string pointer)
    {
        string[] names = [.. _discriminators[pointer].Distinct().Where(name => FixedValue(schema, name, 0) is not null)];
        return names.Length == 0
            ? rewritten
            : new JsonObject { ["allOf"] = new JsonArray(rewritten, new JsonObject { ["required"] = new JsonArray([.. names.Select(static name => (JsonNode)name)]) }) };
    }

    private void DefineWhole(string pointer)
    {
        JsonNode? schema = _document.Find(pointer);
        string name = _names[pointer];
        JsonObject[] rules = [.. HeirRules(schema, pointer)];
        if (rules.Length == 0)
        {
            _definitions[name] = Discriminated(Rewrite(schema), schema, pointer);
            return;
        }

        _definitions[name + PartOf] = Rewrite(schema);
        _definitions[name] = new JsonObject { ["allOf"] = new JsonArray([Reference(name + PartOf), .. rules]) };
    }

    /// <summary>A part of an <c>allOf</c>: of a base, only what it says itself.</summary>
    private JsonNode RewritePart(JsonNode? part)
        => part is JsonObject item && item["$ref"]?.ToString() is { } reference && HeirsOf(_document.Find(reference), reference).Any()
            ? Reference(Define(reference) + PartOf)
            : Rewrite(part);

    private IEnumerable<JsonObject> HeirRules(JsonNode? schema, string pointer)
        => HeirsOf(schema, pointer).Select(heir => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject
                {
                    ["not"] = new JsonObject
                    {
                        ["properties"] = new JsonObject { [DiscriminatorOf(schema)!] = new JsonObject { ["enum"] = new JsonArray(heir.Value) } },
                        ["required"] = new JsonArray(DiscriminatorOf(schema)),
                    },
                },
                Reference(Define(heir.Pointer))),
        });

    /// <summary>The schemas that are made of a base with a discriminator, by the value that names them.</summary>
    private IEnumerable<(string Value, string Pointer)> HeirsOf(JsonNode? schema, string pointer)
    {
        if (DiscriminatorOf(schema) is null || schema!["oneOf"] is not null || schema["anyOf"] is not null)
        {
            yield break;
        }

        JsonObject mapping = schema["discriminator"]?.GetValueKind() == System.Text.Json.JsonValueKind.Object && schema["discriminator"]!["mapping"] is JsonObject map ? map : [];
        foreach ((string name, JsonNode? candidate) in _document.Schemas)
        {
            string heir = _document.SchemasPointer + DocumentTree.Escape(name);
            if (heir != pointer && candidate?["allOf"] is JsonArray parts && parts.Any(part => part?["$ref"]?.ToString() == pointer))
            {
                string[] values = [.. mapping.Where(pair => pair.Value?.ToString() is { } target && (target == heir || target == name)).Select(static pair => pair.Key)];
                foreach (string value in values.Length > 0 ? values : [FixedValue(candidate, DiscriminatorOf(schema)!, 0) ?? name])
                {
                    yield return (value, heir);
                }
            }
        }
    }

    /// <summary>The only value that a text member can have in a schema, or in the parts that it is made of.</summary>
    private string? FixedValue(JsonNode? schema, string member, int depth)
    {
        if (depth > 16 || _document.Resolve(schema) is not JsonObject node)
        {
            return null;
        }

        JsonObject? property = _document.Resolve(node["properties"]?[member]) as JsonObject;
        JsonNode? value = property?["const"] ?? (property?["enum"] is JsonArray { Count: 1 } values ? values[0] : null);
        return value?.GetValueKind() == System.Text.Json.JsonValueKind.String
            ? value.ToString()
            : (node["allOf"] as JsonArray ?? []).Select(part => FixedValue(part, member, depth + 1)).FirstOrDefault(static found => found is not null);
    }

    private static string? DiscriminatorOf(JsonNode? schema) => schema is not JsonObject item ? null : item["discriminator"] switch
    {
        JsonObject discriminator => discriminator["propertyName"]?.ToString(),
        JsonValue name => name.ToString(),
        _ => null,
    };

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };
}
