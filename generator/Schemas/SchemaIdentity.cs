using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Passes;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Document.References;

namespace OgGen.Generator.Schemas;

/// <summary>
/// Computes the identity of schemas from their JSON: schemas with the same identity are one type. Every keyword counts, known or not, a
/// reference by its target; examples do not. Annotations of the member that has an inline schema do not count for that schema itself:
/// its title, its description and external documentation, its default, whether it is deprecated, only read or only written, and that it may
/// be null. An inline schema that is all of a component is that component's alone.
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
    private readonly StructureNumbers _numbers = new();
    private readonly Dictionary<JsonNode, int> _whole = [];
    private readonly Dictionary<IOpenApiSchema, int> _types = [];

    public int OfType(SchemaNode node)
    {
        if (node.Component is { } component)
        {
            return _numbers.Number(Structure.Reference, _numbers.OfString(component));
        }

        if (componentTypes.TryGetValue(node.Schema, out string? whole))
        {
            return _numbers.Number(Structure.ComponentType, _numbers.OfString(whole));
        }

        if (!_types.TryGetValue(node.Schema, out int number))
        {
            _types.Add(
                node.Schema,
                number = node.Schema is MadeSchema made ? OfMade(made)
                    : Find(node.Pointer) is { } json ? OfObject(json, isType: true)
                    : OfEmpty());
        }

        return number;
    }

    private int OfMade(MadeSchema made)
    {
        switch (made)
        {
            case RestSchema rest:
                return _numbers.Number(Structure.Rest, Whole(rest.Whole), rest.OnlyType is { } type ? (int)type : -1, rest.WithoutPart);
            case ComposedSchema composed:
                int start = _numbers.Begin(Structure.Composed);
                _numbers.Add(_numbers.OfString(composed.Keyword));
                foreach (SchemaNode node in composed.Nodes)
                {
                    _numbers.Add(Whole(node));
                }

                return _numbers.End(start);
            default:
                throw new InvalidOperationException(made.GetType().Name);
        }
    }

    /// <summary>The identity of a schema with all its keywords.</summary>
    private int Whole(SchemaNode node)
        => node.Component is not null || node.Schema is MadeSchema ? OfType(node)
            : Find(node.Pointer) is { } json ? OfSchema(json)
            : OfEmpty();

    /// <summary>The identity of a schema of which the document has no JSON.</summary>
    private int OfEmpty() => _numbers.Number(Structure.Empty);

    private int OfSchema(JsonNode? schema) => schema is JsonObject json ? OfObject(json, isType: false) : _numbers.OfScalar(schema);

    private int OfObject(JsonObject schema, bool isType)
    {
        if (!isType && _whole.TryGetValue(schema, out int known))
        {
            return known;
        }

        int start = _numbers.Begin(Structure.Object);
        foreach (KeyValuePair<string, JsonNode?> keyword in JsonMembers.Of(schema))
        {
            if (keyword.Key is "example" or "examples" || isType && s_ofTheMember.Contains(keyword.Key))
            {
                continue;
            }

            Slot slot = SpecGrammar.Child(Element.Schema, keyword.Key);
            _numbers.AddMember(keyword.Key, slot.Element == Element.Schema ? OfSchemas(keyword.Value, slot.Nesting, isType)
                : isType && keyword is { Key: "type" or "enum", Value: JsonArray list }
                    ? OfValuesButNull(list, isTypes: keyword.Key == "type")
                : OfData(keyword.Value));
        }

        int number = _numbers.EndMembers(start);
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
                int members = _numbers.Begin(Structure.Map);
                foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(map))
                {
                    _numbers.AddMember(member.Key, OfSchema(member.Value));
                }

                return _numbers.EndMembers(members);
            case JsonArray list when nesting == Nesting.List:
                int items = _numbers.Begin(Structure.List);
                foreach (JsonNode? schema in list)
                {
                    if (!isType || !IsNullType(schema))
                    {
                        _numbers.Add(OfSchema(schema));
                    }
                }

                return _numbers.End(items);
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
                int members = _numbers.Begin(Structure.Data);
                foreach (KeyValuePair<string, JsonNode?> member in JsonMembers.Of(map))
                {
                    _numbers.AddMember(member.Key, OfData(member.Value));
                }

                return _numbers.EndMembers(members);
            case JsonArray list:
                int items = _numbers.Begin(Structure.Array);
                foreach (JsonNode? item in list)
                {
                    _numbers.Add(OfData(item));
                }

                return _numbers.End(items);
            default:
                return _numbers.OfScalar(value);
        }
    }

    /// <summary>The identity of a list of types or constants without null. A list of one type is that type.</summary>
    private int OfValuesButNull(JsonArray list, bool isTypes)
    {
        int start = _numbers.Begin(Structure.Array);
        foreach (JsonNode? value in list)
        {
            if (!JsonConstant.IsNull(value) && !(isTypes && JsonConstant.AsString(value) == "null"))
            {
                _numbers.Add(OfData(value));
            }
        }

        return isTypes ? _numbers.EndOrOnly(start) : _numbers.End(start);
    }

    private static bool IsNullType(JsonNode? schema)
        => schema is JsonObject { Count: 1 } json && JsonConstant.AsString(json["type"]) == "null";

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
}
