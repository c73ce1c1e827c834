using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>The cached results of <see cref="SchemaGraph"/>.</summary>
internal sealed class SchemaCache
{
    public Dictionary<OpenApiSchema, SchemaKind> Kinds { get; } = [];

    public Dictionary<OpenApiSchema, IReadOnlyList<IOpenApiSchema>> Constants { get; } = [];
}
