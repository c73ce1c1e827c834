using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>
/// The types that a merge patch reaches. In a merge patch, an absent member is unchanged, and one that is null is removed.
/// </summary>
/// <param name="Components">The components.</param>
/// <param name="Types">The types of inline schemas.</param>
internal sealed record MergePatchPlan(IReadOnlyCollection<string> Components, IReadOnlyCollection<TypeKey> Types)
{
    public bool Has(SchemaGraph schemas, SchemaNode node, string? component)
        => component is not null ? Components.Contains(component) : Types.Count > 0 && Types.Contains(TypeKey.Of(schemas, node));
}
