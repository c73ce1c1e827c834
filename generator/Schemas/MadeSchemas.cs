using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>A schema that no document has: made of others, which it knows together with their places.</summary>
internal abstract class MadeSchema : OpenApiSchema;

/// <summary>What a schema says besides its alternatives, or of one of its types.</summary>
internal sealed class RestSchema : MadeSchema
{
    /// <param name="whole">The schema.</param>
    /// <param name="type">The one type; null for all that stands beside the alternatives.</param>
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

    /// <summary>The index of the subschema of <c>allOf</c> that is left out, as its alternatives are those of the whole; -1 if none is.</summary>
    public int WithoutPart { get; private init; } = -1;

    /// <summary>The same, without a subschema of <c>allOf</c>.</summary>
    public static RestSchema Without(SchemaNode whole, int part)
    {
        var rest = new RestSchema(whole, type: null) { WithoutPart = part };
        rest.AllOf!.RemoveAt(part);
        return rest;
    }
}

/// <summary><c>allOf</c>, <c>oneOf</c> or <c>anyOf</c> of schemas from several places.</summary>
internal sealed class ComposedSchema : MadeSchema
{
    private ComposedSchema(string keyword, IReadOnlyList<SchemaNode> nodes)
    {
        Keyword = keyword;
        Nodes = nodes;
    }

    /// <summary>The keyword that the schemas stand below.</summary>
    public string Keyword { get; }

    public IReadOnlyList<SchemaNode> Nodes { get; }

    /// <summary>How many alternatives there are of the schema that this one was made for as one of them.</summary>
    public int Width { get; private init; } = 1;

    /// <summary>The component that this alternative comes from.</summary>
    public string? Component { get; private init; }

    /// <summary>An alternative with what stands beside the alternatives.</summary>
    public static ComposedSchema Merged(SchemaNode rest, SchemaNode variant, int width, string? component)
        => new("allOf", [rest, variant])
        {
            Title = variant.Schema.Title,
            Description = variant.Schema.Description,
            AllOf = [rest.Schema, variant.Schema],
            Width = width,
            Component = component,
        };

    public static ComposedSchema OneOfThese(IReadOnlyList<SchemaNode> nodes) => new("oneOf", nodes) { OneOf = nodes.Select(static node => node.Schema).ToList() };

    public static ComposedSchema AnyOfThese(IReadOnlyList<SchemaNode> nodes) => new("anyOf", nodes) { AnyOf = nodes.Select(static node => node.Schema).ToList() };
}
