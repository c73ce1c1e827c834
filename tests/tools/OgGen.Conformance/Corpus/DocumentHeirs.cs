using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgGen.Conformance.Corpus;

/// <summary>A component that is made of a base with a discriminator, and the value of the discriminator that names it.</summary>
internal sealed record DocumentHeir(string Discriminator, string Value, string Pointer);

/// <summary>Unions by inheritance: bases with a discriminator, and the components that have them in their <c>allOf</c>.</summary>
internal sealed class DocumentHeirs
{
    private const int MaxDepth = 16;

    private readonly DocumentTree _document;
    private readonly ILookup<string, DocumentHeir> _byBase;
    private readonly ILookup<string, DocumentHeir> _byHeir;

    public DocumentHeirs(DocumentTree document)
    {
        _document = document;
        (string Base, DocumentHeir Heir)[] all = [.. document.Schemas.SelectMany(schema => Find(schema.Key, schema.Value))];
        _byBase = all.ToLookup(static pair => pair.Base, static pair => pair.Heir);
        _byHeir = all.ToLookup(static pair => pair.Heir.Pointer, static pair => pair.Heir);
    }

    /// <summary>The heirs of the base at a pointer.</summary>
    public IEnumerable<DocumentHeir> Of(string pointer) => _byBase[pointer];

    /// <summary>What the component at a pointer is as an heir, by each of its bases.</summary>
    public IEnumerable<DocumentHeir> As(string pointer) => _byHeir[pointer];

    /// <summary>The only value that a text member can have in a schema, or in the parts that it is made of.</summary>
    public string? FixedValue(JsonNode? schema, string member) => FixedValue(schema, member, 0);

    /// <summary>The member by which a schema tells its values apart: an object from 3.0 on, a name before.</summary>
    public static string? DiscriminatorOf(JsonNode? schema) => schema is not JsonObject item ? null : item["discriminator"] switch
    {
        JsonObject discriminator => discriminator["propertyName"]?.ToString(),
        JsonValue name => name.ToString(),
        _ => null,
    };

    private IEnumerable<(string Base, DocumentHeir Heir)> Find(string name, JsonNode? schema)
    {
        string pointer = _document.SchemasPointer + DocumentTree.Escape(name);
        foreach (string from in BasesOf(schema, 0).Where(from => from != pointer).Distinct())
        {
            if (_document.Find(from) is not JsonObject node
                || DiscriminatorOf(node) is not { } member
                || node["oneOf"] is not null
                || node["anyOf"] is not null)
            {
                continue;
            }

            JsonObject mapping = (node["discriminator"] as JsonObject)?["mapping"] as JsonObject ?? [];
            string[] values =
            [
                .. mapping.Where(pair => pair.Value?.ToString() is { } target && (target == pointer || target == name))
                    .Select(static pair => pair.Key),
            ];
            JsonObject? property = _document.Resolve((node["properties"] as JsonObject)?[member]) as JsonObject;
            JsonArray? known = property?["enum"] as JsonArray;
            if (property?["type"] is { } type && !(type as JsonArray ?? [type.DeepClone()]).Any(static one => one?.ToString() == "string"))
            {
                // What is no text is no name.
                continue;
            }

            foreach (string value in values.Length > 0
                ? values
                :
                [
                    schema!["x-discriminator-value"]?.ToString()
                        ?? schema["x-ms-discriminator-value"]?.ToString()
                        ?? FixedValue(schema, member)
                        ?? name,
                ])
            {
                if (known is not null && !known.Any(item => item?.ToString() == value))
                {
                    // No value of the base can name this one.
                    continue;
                }

                yield return (from, new DocumentHeir(member, value, pointer));
            }
        }
    }

    /// <summary>What a schema is made of, the nearest first.</summary>
    private IEnumerable<string> BasesOf(JsonNode? schema, int depth)
    {
        string[] bases =
        [
            .. ((schema as JsonObject)?["allOf"] as JsonArray ?? []).Select(static part => (part as JsonObject)?["$ref"]?.ToString())
                .OfType<string>(),
        ];
        return bases.Concat(depth < MaxDepth ? bases.SelectMany(from => BasesOf(_document.Find(from), depth + 1)) : []);
    }

    private string? FixedValue(JsonNode? schema, string member, int depth)
    {
        if (depth > MaxDepth || _document.Resolve(schema) is not JsonObject node)
        {
            return null;
        }

        JsonObject? property = _document.Resolve(node["properties"]?[member]) as JsonObject;
        JsonNode? value = property?["const"] ?? (property?["enum"] is JsonArray { Count: 1 } values ? values[0] : null);
        return value?.GetValueKind() == JsonValueKind.String
            ? value.ToString()
            : (node["allOf"] as JsonArray ?? []).Select(part => FixedValue(part, member, depth + 1))
                .FirstOrDefault(static found => found is not null);
    }
}
