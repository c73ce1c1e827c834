using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>
/// Recognizes inline alternatives that are all variants of one discriminated union: they are that union. Swashbuckle writes <c>oneOf</c> of
/// all derived types wherever a base class stands.
/// </summary>
internal static class InlineUnions
{
    /// <summary>The component that is the union; null where the alternatives are others, or have another discriminator.</summary>
    public static string? Find(UnionPlan unions, SchemaNode node)
    {
        SchemaGraph schemas = unions.Schemas;
        if (node.Component is not null
            || node.Schema is MadeSchema
            || schemas.KindOf(node) != SchemaKind.UntaggedUnion
            || schemas.NameOf(node.Schema) is not null
            || SchemaShape.DescribesMembers(node.Schema)
            || node.Schema.AllOf is { Count: > 0 }
            || node.Schema.Text(SpecExtensions.Name) is not null)
        {
            return null;
        }

        string?[] alternatives = Array.ConvertAll(SchemaVariants.Own(node), static alternative => alternative.Component);
        if (alternatives.Length < 2 || alternatives.Contains(null) || ClassesOf(unions, alternatives!) is not { } classes)
        {
            return null;
        }

        string? union = alternatives[0];
        for (int i = 0; i < Limits.Depth && union is not null; i++)
        {
            if (unions.Unions.ContainsKey(union) && ClassesOf(unions, [union]) is { } all && all.SetEquals(classes))
            {
                return HasSameDiscriminator(unions, node.Schema, union) ? union : null;
            }

            union = unions.UnionOf.TryGetValue(union, out string? above) ? above : null;
        }

        return null;
    }

    /// <summary>
    /// The variants that are classes, those of unions among the alternatives included; null where there are more than a union has.
    /// </summary>
    private static HashSet<string>? ClassesOf(UnionPlan unions, string[] alternatives)
    {
        var classes = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(alternatives);
        for (int i = 0; pending.Count > 0; i++)
        {
            if (i == Limits.Variants)
            {
                return null;
            }

            string next = pending.Pop();
            if (unions.Unions.TryGetValue(next, out PlannedUnion? union))
            {
                foreach (UnionVariant variant in union.Variants)
                {
                    pending.Push(variant.Component);
                }
            }
            else
            {
                classes.Add(next);
            }
        }

        return classes;
    }

    /// <summary>Whether every value of the alternatives names its variant by a discriminator value of the union.</summary>
    private static bool HasSameDiscriminator(UnionPlan unions, IOpenApiSchema schema, string union)
    {
        (string property, IReadOnlyList<UnionVariant> variants) = unions.Unions[union];
        if (SchemaShape.DiscriminatorOf(schema) is { Discriminator: { } own })
        {
            return own.PropertyName == property
                && variants.All(
                    variant => DiscriminatorValues.Of(unions.Schemas, [own], variant.Component, property).SequenceEqual(variant.Values));
        }

        return variants.All(variant => unions.Schemas.Flatten(unions.Schemas.Components[variant.Component]).Required.Contains(property));
    }
}
