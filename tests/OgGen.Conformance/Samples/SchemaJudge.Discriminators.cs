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

    private void DefineWhole(string pointer)
    {
        JsonNode? schema = _document.Find(pointer);
        string name = _names[pointer];
        JsonObject[] rules = [.. HeirRules(schema, pointer)];
        if (rules.Length == 0)
        {
            _definitions[name] = Rewrite(schema);
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
                foreach (string value in values.Length == 0 ? [name] : values)
                {
                    yield return (value, heir);
                }
            }
        }
    }

    private static string? DiscriminatorOf(JsonNode? schema) => schema is not JsonObject item ? null : item["discriminator"] switch
    {
        JsonObject discriminator => discriminator["propertyName"]?.ToString(),
        JsonValue name => name.ToString(),
        _ => null,
    };

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };
}
