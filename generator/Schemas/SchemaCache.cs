using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>The answers of <see cref="SchemaGraph"/> that were found before.</summary>
internal sealed class SchemaCache
{
    public Dictionary<OpenApiSchema, SchemaKind> Kinds { get; } = [];

    public Dictionary<OpenApiSchema, IReadOnlyList<IOpenApiSchema>> Constants { get; } = [];
}
