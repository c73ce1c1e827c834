using Microsoft.OpenApi;
using OgGen.Generator.Common;

namespace OgGen.Generator.Schemas;

/// <summary>A schema, and the JSON pointer at which the document has it.</summary>
internal readonly struct SchemaAt(IOpenApiSchema schema, string pointer)
{
    private static readonly IOpenApiSchema s_nothing = new OpenApiSchema();

    public IOpenApiSchema Schema { get; } = schema;

    public string Pointer { get; } = pointer;

    /// <summary>The component that this is a reference to; null for a schema that stands here itself.</summary>
    public string? Component => (Schema as OpenApiSchemaReference)?.Reference.Id;

    /// <summary>A schema below this one. One that is null (<c>name:</c> in YAML) constrains nothing.</summary>
    public SchemaAt Member(string keyword, IOpenApiSchema? schema) => At(schema ?? s_nothing, Pointers.Child(Pointer, keyword));

    public SchemaAt Member(string keyword, string key, IOpenApiSchema? schema)
        => At(schema ?? s_nothing, Pointers.Child(Pointers.Child(Pointer, keyword), key));

    public SchemaAt Member(string keyword, int index, IOpenApiSchema? schema)
        => At(schema ?? s_nothing, Pointers.Child(Pointers.Child(Pointer, keyword), index));

    private static SchemaAt At(IOpenApiSchema schema, string pointer) => new(schema, SchemaShape.PinnedPointer(schema) ?? pointer);
}
