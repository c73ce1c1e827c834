using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>The answers of <see cref="SchemaGraph"/> that were found before.</summary>
internal sealed class SchemaCache
{
    public Dictionary<OpenApiSchema, SchemaKind> Kinds { get; } = [];

    public Dictionary<OpenApiSchema, IReadOnlyList<IOpenApiSchema>> Constants { get; } = [];

    /// <summary>Of which schema each is an alias; null for one that is none.</summary>
    public Dictionary<IOpenApiSchema, IOpenApiSchema?> AliasTargets { get; } = [];

    /// <summary>Whether each is a base with a discriminator, or inherits from one.</summary>
    public Dictionary<OpenApiSchema, bool> OfUnion { get; } = [];
}
