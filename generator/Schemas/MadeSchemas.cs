using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>A schema that is not in the document: composed of others, each with its location.</summary>
internal abstract class MadeSchema : OpenApiSchema;

/// <summary>A schema without its alternatives, or for one of its types.</summary>
internal sealed class RestSchema : MadeSchema
{
    /// <param name="whole">The schema.</param>
    /// <param name="type">The type; null for all keywords beside the alternatives.</param>
    public RestSchema(SchemaNode whole, JsonSchemaType? type)
    {
        IOpenApiSchema schema = whole.Schema;
        bool isObject = type is null or JsonSchemaType.Object;
        Whole = whole;
        OnlyType = type;
        Type = type ?? schema.Type;
        Format = schema.Format;
        Properties = isObject ? schema.Properties : null;
        PatternProperties = isObject ? schema.PatternProperties : null;
        AdditionalProperties = isObject ? schema.AdditionalProperties : null;
        AdditionalPropertiesAllowed = schema.AdditionalPropertiesAllowed;
        Required = isObject ? schema.Required : null;
        Items = type is null or JsonSchemaType.Array ? schema.Items : null;
        AllOf = isObject ? schema.AllOf?.ToList() : null;
    }

    public SchemaNode Whole { get; }

    public JsonSchemaType? OnlyType { get; }

    /// <summary>
    /// The index of the subschema of <c>allOf</c> that is left out, as its alternatives are those of the whole; -1 if none is.
    /// </summary>
    public int WithoutPart { get; private init; } = -1;

    /// <summary>The same, without a subschema of <c>allOf</c>.</summary>
    public static RestSchema Without(SchemaNode whole, int part)
    {
        var rest = new RestSchema(whole, type: null) { WithoutPart = part };
        rest.AllOf!.RemoveAt(part);
        return rest;
    }
}

/// <summary><c>allOf</c>, <c>oneOf</c> or <c>anyOf</c> of schemas from several locations.</summary>
internal sealed class ComposedSchema : MadeSchema
{
    private ComposedSchema(string keyword, IReadOnlyList<SchemaNode> nodes)
    {
        Keyword = keyword;
        Nodes = nodes;
    }

    /// <summary>The keyword of the composition.</summary>
    public string Keyword { get; }

    public IReadOnlyList<SchemaNode> Nodes { get; }

    /// <summary>The number of alternatives of which this schema is one.</summary>
    public int Width { get; private init; } = 1;

    /// <summary>The component that this alternative comes from.</summary>
    public string? Component { get; private init; }

    /// <summary>An alternative, merged with the keywords beside the alternatives.</summary>
    public static ComposedSchema Merged(SchemaNode rest, SchemaNode variant, int width, string? component)
        => new("allOf", [rest, variant])
        {
            Title = variant.Schema.Title,
            Description = variant.Schema.Description,
            AllOf = [rest.Schema, variant.Schema],
            Width = width,
            Component = component,
        };

    public static ComposedSchema OneOfThese(IReadOnlyList<SchemaNode> nodes)
        => new("oneOf", nodes) { OneOf = nodes.Select(static node => node.Schema).ToList() };

    public static ComposedSchema AnyOfThese(IReadOnlyList<SchemaNode> nodes)
        => new("anyOf", nodes) { AnyOf = nodes.Select(static node => node.Schema).ToList() };
}
