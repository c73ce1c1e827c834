using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Passes;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Schemas;

/// <summary>
/// Computes the identity of schemas from their JSON: schemas with the same identity are one type. Every keyword counts, known or not, a reference
/// by its target; examples do not. Annotations of the member that has an inline schema do not count for that schema itself:
/// its title, its description and external documentation, its default, whether it is deprecated, only read or only written, and that it may be null.
/// An inline schema that is all of a component is that component's alone.
/// </summary>
/// <param name="tree">The document, as it was given to the OpenAPI library.</param>
/// <param name="componentTypes">The inline schemas of which components are aliases.</param>
internal sealed class SchemaIdentity(JsonObject tree, IReadOnlyDictionary<IOpenApiSchema, string> componentTypes)
{
    private static readonly HashSet<string> s_ofTheMember = new(StringComparer.Ordinal)
    {
        "title", "description", "externalDocs", "default", "deprecated", "readOnly", "writeOnly", "nullable", SchemaKeywords.Nullable,
    };

    private readonly ComponentResolver _references = new(tree);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, int> _whole = [];
    private readonly Dictionary<IOpenApiSchema, int> _types = [];

    public int OfType(SchemaNode node)
    {
        if (node.Component is { } component)
        {
            return Number("ref " + component);
        }

        if (componentTypes.TryGetValue(node.Schema, out string? whole))
        {
            return Number("all of " + whole);
        }

        if (!_types.TryGetValue(node.Schema, out int number))
        {
            _types.Add(node.Schema, number = node.Schema is MadeSchema made ? OfMade(made) : Find(node.Pointer) is { } json ? OfObject(json, isType: true) : OfEmpty());
        }

        return number;
    }

    private int OfMade(MadeSchema made) => made switch
    {
        RestSchema rest => Number($"rest {Text(Whole(rest.Whole))} {rest.OnlyType?.ToString() ?? ""} {Text(rest.WithoutPart)}"),
        ComposedSchema composed => Number(composed.Keyword + " " + string.Join(" ", composed.Nodes.Select(node => Text(Whole(node))))),
        _ => throw new InvalidOperationException(made.GetType().Name),
    };

    /// <summary>The identity of a schema with all its keywords.</summary>
    private int Whole(SchemaNode node)
        => node.Component is not null || node.Schema is MadeSchema ? OfType(node)
            : Find(node.Pointer) is { } json ? OfSchema(json)
            : OfEmpty();

    /// <summary>The identity of the empty schema.</summary>
    private int OfEmpty() => Number("{}");

    private int OfSchema(JsonNode? schema) => schema is JsonObject json ? OfObject(json, isType: false) : Number(schema?.ToJsonString() ?? "null");

    private int OfObject(JsonObject schema, bool isType)
    {
        if (!isType && _whole.TryGetValue(schema, out int known))
        {
            return known;
        }

        var text = new StringBuilder("{");
        foreach (KeyValuePair<string, JsonNode?> keyword in schema.OrderBy(static keyword => keyword.Key, StringComparer.Ordinal))
        {
            if (keyword.Key is "example" or "examples" || isType && s_ofTheMember.Contains(keyword.Key))
            {
                continue;
            }

            AppendString(text, keyword.Key);
            Slot slot = SpecGrammar.Child(Element.Schema, keyword.Key);
            text.Append(Text(slot.Element == Element.Schema ? OfSchemas(keyword.Value, slot.Nesting, isType) : OfData(isType ? WithoutNull(keyword) : keyword.Value)));
        }

        int number = Number(text.ToString());
        if (!isType)
        {
            _whole.Add(schema, number);
        }

        return number;
    }

    private int OfSchemas(JsonNode? value, Nesting nesting, bool isType)
    {
        switch (value)
        {
            case JsonObject map when nesting is Nesting.Map or Nesting.ExtensibleMap:
                var members = new StringBuilder("map");
                foreach (KeyValuePair<string, JsonNode?> member in map.OrderBy(static member => member.Key, StringComparer.Ordinal))
                {
                    AppendString(members, member.Key);
                    members.Append(Text(OfSchema(member.Value)));
                }

                return Number(members.ToString());
            case JsonArray list when nesting == Nesting.List:
                IEnumerable<JsonNode?> schemas = isType ? list.Where(static schema => !IsNullType(schema)) : list;
                return Number("list " + string.Join(" ", schemas.Select(schema => Text(OfSchema(schema)))));
            default:
                return OfSchema(value);
        }
    }

    /// <summary>The identity of a value that is no schema. The order of its members does not count.</summary>
    private int OfData(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject map:
                var members = new StringBuilder("data");
                foreach (KeyValuePair<string, JsonNode?> member in map.OrderBy(static member => member.Key, StringComparer.Ordinal))
                {
                    AppendString(members, member.Key);
                    members.Append(Text(OfData(member.Value)));
                }

                return Number(members.ToString());
            case JsonArray list:
                return Number("array " + string.Join(" ", list.Select(item => Text(OfData(item)))));
            default:
                return Number(value?.ToJsonString() ?? "null");
        }
    }

    /// <summary>A list of types or constants without null; a list of one type as that type.</summary>
    private static JsonNode? WithoutNull(KeyValuePair<string, JsonNode?> keyword)
    {
        if (keyword.Key is not ("type" or "enum") || keyword.Value is not JsonArray list)
        {
            return keyword.Value;
        }

        JsonNode?[] rest = list.Where(value => !JsonConstant.IsNull(value) && !(keyword.Key == "type" && JsonConstant.AsString(value) == "null")).ToArray();
        return keyword.Key == "type" && rest is [{ } only] ? only.DeepClone() : new JsonArray(rest.Select(static value => value?.DeepClone()).ToArray());
    }

    private static bool IsNullType(JsonNode? schema) => schema is JsonObject { Count: 1 } json && JsonConstant.AsString(json["type"]) == "null";

    /// <summary>The object at a JSON pointer, through the references on the way there; null where there is none.</summary>
    private JsonObject? Find(string pointer)
    {
        JsonNode? node = tree;
        foreach (string token in Pointers.Tokens(pointer))
        {
            node = Child(node is JsonObject item ? _references.Resolve(item) : node, token);
        }

        return _references.Resolve(node);
    }

    private static JsonNode? Child(JsonNode? node, string token) => node switch
    {
        JsonObject json => json[token],
        JsonArray list when Pointers.Index(list, token) is >= 0 and var index => list[index],
        _ => null,
    };

    private int Number(string text)
    {
        if (!_numbers.TryGetValue(text, out int number))
        {
            _numbers.Add(text, number = _numbers.Count);
        }

        return number;
    }

    /// <summary>Appends a name with its length, so that no name can be taken for what follows it.</summary>
    private static void AppendString(StringBuilder text, string value) => text.Append(' ').Append(Text(value.Length)).Append(':').Append(value).Append('=');

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
