using System.Text.Json;
using System.Text.Json.Nodes;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Generation;

namespace OgGen.Conformance.Samples;

/// <summary>
/// Finds for a schema what reads its values: the generated type, or, for a schema that is no type in C# (a scalar, a list, a map,
/// another name for a schema), the types inside it.
/// </summary>
internal sealed class SchemaReaders(DocumentTree document, ClientAssembly client)
{
    private static readonly string[] s_telling =
        [
            "$ref", "type", "enum", "const", "properties", "required", "additionalProperties", "patternProperties", "items", "prefixItems",
            "allOf", "oneOf", "anyOf",
        ];

    /// <summary>Schemas that say the same may be one type, which names the place of the first.</summary>
    private readonly Dictionary<string, Type> _typesBySchema = client.TypesByPointer
        .Select(pair => (Schema: document.Find(pair.Key)?.ToJsonString(), Type: pair.Value))
        .Where(static pair => pair.Schema is not null)
        .GroupBy(static pair => pair.Schema!, static pair => pair.Type)
        .ToDictionary(static group => group.Key, static group => group.First());

    /// <summary>Reads a value and writes it back; null where the schema has neither a type nor a reason to have none.</summary>
    public Func<string, string>? Find(string pointer)
        => Find(document.Find(pointer), pointer, 0) is { } map ? json => Text(map(JsonNode.Parse(json))) : null;

    private Func<JsonNode?, JsonNode?>? Find(JsonNode? schema, string pointer, int depth)
    {
        if (depth > 8)
        {
            return null;
        }

        if (client.TypesByPointer.TryGetValue(pointer, out Type? type)
            || schema is JsonObject && _typesBySchema.TryGetValue(schema.ToJsonString(), out type))
        {
            Func<string, string> roundTrip = ModelText.RoundTrip(type);
            return value => value is null ? null : JsonNode.Parse(roundTrip(value.ToJsonString()));
        }

        return schema switch
        {
            JsonObject node when node["$ref"] is JsonValue reference =>
                Find(document.Find(reference.ToString()), reference.ToString(), depth + 1),
            JsonObject node => Find(node, pointer, depth),
            _ => static value => value,
        };
    }

    private Func<JsonNode?, JsonNode?>? Find(JsonObject node, string pointer, int depth)
    {
        foreach (string keyword in new[] { "allOf", "oneOf", "anyOf" })
        {
            if (node[keyword] is JsonArray parts)
            {
                // More than one that says something makes a type.
                (JsonNode? part, int i)[] telling =
                [
                    .. parts.Select(static (part, i) => (part, i)).Where(static pair => SaysSomething(pair.part)),
                ];
                return telling is [(JsonNode only, int index)] && Find(only, $"{pointer}/{keyword}/{index}", depth + 1) is { } read ? read
                    : Array.TrueForAll(telling, pair => IsScalar(document.Resolve(pair.part))) ? static value => value
                    : null;
            }
        }

        if (node["properties"] is JsonObject { Count: > 0 } && IsObject(node)
            || SchemaTypes.Values(document, node) is { Count: > 0 } && IsText(node)
            || node["const"] is JsonValue)
        {
            return null;
        }

        if (node["items"] is { } items)
        {
            return Find(items, pointer + "/items", depth + 1) is { } read
                ? value => value is JsonArray array ? new JsonArray([.. array.Select(item => read(item?.DeepClone()))]) : value
                : static value => value;
        }

        if (node["additionalProperties"] is JsonObject values)
        {
            return Find(values, pointer + "/additionalProperties", depth + 1) is { } read
                ? value => value is JsonObject map
                    ? new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, read(member.Value?.DeepClone()))))
                    : value
                : static value => value;
        }

        return node["type"] is JsonArray { Count: > 2 } ? null : static value => value;
    }

    /// <summary>Alternatives that are scalars may come to one C# type: a known text or any text, an integer or a number.</summary>
    private static bool IsScalar(JsonNode? part)
        => part?["type"]?.ToString() is "string" or "integer" or "number" or "boolean"
            || part?["const"] is not null
            || part?["enum"] is JsonArray values && values.All(static value => value is JsonValue);

    private bool IsObject(JsonObject node) => SchemaTypes.Of(document, node) is var types && (types.Count == 0 || types.Contains("object"));

    private static bool IsText(JsonObject node) => node["type"]?.ToString() is "string" or "integer";

    /// <summary>Whether a part is more than a description, a limit or "or null".</summary>
    private static bool SaysSomething(JsonNode? part)
        => part is JsonObject node
            && node.ToJsonString() != """{"type":"null"}"""
            && node.Any(
                static member => s_telling.Contains(member.Key) && member is not { Key: "properties", Value: JsonObject { Count: 0 } });

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? JsonSerializer.Serialize<object?>(null);
}
