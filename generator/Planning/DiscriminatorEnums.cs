using Microsoft.OpenApi;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>
/// Finds the enumerations that type the discriminators of unions: that of the base's own property, else the component to which the
/// properties of all variants refer, unchanged or narrowed, as in <c>allOf: [$ref], enum: [one]</c>.
/// </summary>
/// <remarks>
/// There is none where variants have enumerations of their own, or where a discriminator value of a variant is not in the enumeration: the
/// discriminator is a string then. What the enumeration does not know is a value of it all the same.
/// </remarks>
internal static class DiscriminatorEnums
{
    /// <summary>The enumerations, by union.</summary>
    public static IReadOnlyDictionary<string, SchemaNode> Find(SchemaGraph schemas, IReadOnlyDictionary<string, PlannedUnion> unions)
    {
        var enums = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, PlannedUnion> union in unions)
        {
            string property = union.Value.Discriminator;
            if ((OwnEnum(schemas, schemas.Components[union.Key], property)
                ?? SharedEnum(schemas, unions, union.Value, property)) is { } found
                && HasAll(schemas, found, union.Value))
            {
                enums.Add(union.Key, found);
            }
        }

        return enums;
    }

    private static bool HasAll(SchemaGraph schemas, SchemaNode node, PlannedUnion union)
    {
        var known = new HashSet<string>(
            schemas.EnumValues(node.Schema).Select(JsonConstant.AsString).OfType<string>(), StringComparer.Ordinal);
        return union.Variants.All(variant => variant.Values.All(known.Contains));
    }

    /// <summary>The enumeration of the base's own property, which may stand inline. A constant has no type of its own.</summary>
    private static SchemaNode? OwnEnum(SchemaGraph schemas, SchemaNode union, string property)
        => PropertyOf(schemas, union, property) is not { } own ? null
            : ComponentEnum(schemas, own)
                ?? (own.Component is null && IsStringEnum(schemas, own) && !IsPreset(schemas, union, property, own) ? own : null);

    private static bool IsPreset(SchemaGraph schemas, SchemaNode union, string property, SchemaNode own)
        => schemas.IsPlainPreset(own, schemas.Flatten(union).Required.Contains(property));

    /// <summary>The component to which the properties of all variants refer, those of variants that are unions through theirs.</summary>
    private static SchemaNode? SharedEnum(
        SchemaGraph schemas, IReadOnlyDictionary<string, PlannedUnion> unions, PlannedUnion union, string property)
    {
        SchemaNode? shared = null;
        foreach (UnionVariant variant in union.Variants)
        {
            SchemaNode? found = PropertyOf(schemas, schemas.Components[variant.Component], property) is { } own
                ? ComponentEnum(schemas, own)
                : unions.TryGetValue(variant.Component, out PlannedUnion? inner) ? SharedEnum(schemas, unions, inner, property)
                : null;
            if (found is not { } next || shared is { } other && other.Schema != next.Schema)
            {
                return null;
            }

            shared = next;
        }

        return shared;
    }

    private static SchemaNode? PropertyOf(SchemaGraph schemas, SchemaNode node, string property)
        => schemas.KindOf(node) == SchemaKind.Object ? schemas.Flatten(node).Find(property) : null;

    /// <summary>The component that is an enumeration and to which a property refers, as it is or narrowed to some of its values.</summary>
    private static SchemaNode? ComponentEnum(SchemaGraph schemas, SchemaNode property)
    {
        bool isNarrowed = property.Component is null && property.Schema is { Enum.Count: > 0, AllOf: [OpenApiSchemaReference] };
        SchemaNode target = schemas.Unaliased(isNarrowed ? property.Member("allOf", 0, property.Schema.AllOf![0]) : property);
        return schemas.IsComponent(target.Schema) && IsStringEnum(schemas, target) ? target : null;
    }

    private static bool IsStringEnum(SchemaGraph schemas, SchemaNode node)
        => schemas.KindOf(node) == SchemaKind.Enum && schemas.IsStringEnum(node.Schema);
}
