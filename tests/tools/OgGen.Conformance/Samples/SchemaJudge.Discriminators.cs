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
            if (DocumentHeirs.DiscriminatorOf(node) is { } name && (node!["oneOf"] ?? node["anyOf"]) is JsonArray variants)
            {
                found.AddRange(
                    variants.Select(static variant => variant is JsonObject item ? item["$ref"]?.ToString() : null)
                        .OfType<string>()
                        .Select(variant => (variant, name)));
            }

            foreach (JsonNode? child in node switch
            {
                JsonObject item => item.Select(static member => member.Value),
                JsonArray list => list,
                _ => [],
            })
            {
                Walk(child);
            }
        }
    }

    /// <summary>A variant whose discriminator has one value: without it, its values are none of the union.</summary>
    private JsonNode Discriminated(JsonNode rewritten, JsonNode? schema, string pointer)
    {
        string[] names = [.. _discriminators[pointer].Distinct().Where(name => _document.Heirs.FixedValue(schema, name) is not null)];
        return names.Length == 0
            ? rewritten
            : new JsonObject
            {
                ["allOf"] = new JsonArray(
                    rewritten, new JsonObject { ["required"] = new JsonArray([.. names.Select(static name => (JsonNode)name)]) }),
            };
    }

    private void DefineWhole(string pointer)
    {
        JsonNode? schema = _document.Find(pointer);
        string name = _names[pointer];
        JsonObject[] rules = [.. HeirRules(pointer)];
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
        => part is JsonObject item && item["$ref"]?.ToString() is { } reference && _document.Heirs.Of(reference).Any()
            ? Reference(Define(reference) + PartOf)
            : Rewrite(part);

    private IEnumerable<JsonObject> HeirRules(string pointer)
        => _document.Heirs.Of(pointer).Select(heir => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                new JsonObject
                {
                    ["not"] = new JsonObject
                    {
                        ["properties"] = new JsonObject { [heir.Discriminator] = new JsonObject { ["enum"] = new JsonArray(heir.Value) } },
                        ["required"] = new JsonArray(heir.Discriminator),
                    },
                },
                Reference(Define(heir.Pointer))),
        });

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };
}
