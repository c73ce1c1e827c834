using System.Globalization;
using Microsoft.OpenApi;
using OgGen.Generator.Common;

namespace OgGen.Generator.Schemas;

/// <summary>A schema, the JSON pointer at which the document has it, and its owner.</summary>
internal readonly struct SchemaNode(IOpenApiSchema schema, string pointer, SchemaOwner owner)
{
    private static readonly IOpenApiSchema s_unconstrained = new OpenApiSchema();

    public IOpenApiSchema Schema { get; } = schema;

    public string Pointer { get; } = pointer;

    public SchemaOwner Owner { get; } = owner;

    /// <summary>The component that this is a reference to; null for an inline schema.</summary>
    public string? Component => (Schema as OpenApiSchemaReference)?.Reference.Id;

    /// <summary>A subschema. One that is null (<c>name:</c> in YAML) constrains nothing.</summary>
    public SchemaNode Member(string keyword, IOpenApiSchema? schema)
        => new(schema ?? s_unconstrained, Pointers.Child(Pointer, keyword), Owner);

    public SchemaNode Member(string keyword, string key, IOpenApiSchema? schema)
        => new(schema ?? s_unconstrained, Pointers.Child(Pointer, keyword, key), Owner);

    public SchemaNode Member(string keyword, int index, IOpenApiSchema? schema)
        => new(schema ?? s_unconstrained, Pointers.Child(Pointer, keyword, index.ToString(CultureInfo.InvariantCulture)), Owner);
}
