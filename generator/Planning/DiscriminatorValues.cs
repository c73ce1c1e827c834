using Microsoft.OpenApi;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Finds the discriminator values of a variant.</summary>
internal static class DiscriminatorValues
{
    /// <summary>
    /// The values: those of the mapping, else the variant's extension, else the constant or the default of its property, else its name.
    /// </summary>
    /// <param name="schemas">The schemas.</param>
    /// <param name="discriminators">The discriminators whose mappings count: that of the union, then those of bases between.</param>
    /// <param name="variant">The component.</param>
    /// <param name="propertyName">The discriminator's JSON name.</param>
    public static IReadOnlyList<string> Of(
        SchemaGraph schemas, IEnumerable<OpenApiDiscriminator> discriminators, string variant, string propertyName)
    {
        foreach (OpenApiDiscriminator discriminator in discriminators)
        {
            string[] mapped = (discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
                .Where(pair => pair.Value.Reference.Id == variant)
                .Select(static pair => pair.Key)
                .ToArray();
            if (mapped.Length > 0)
            {
                return mapped;
            }
        }

        SchemaNode node = schemas.Components[variant];
        return Extensions.DiscriminatorValues.Select(extension => node.Schema.Text(extension))
            .OfType<string>()
            .FirstOrDefault() is { } declared ? [declared]
            : schemas.Flatten(node).Find(propertyName) is { } property ? OfProperty(schemas, node, property, variant)
            : [variant];
    }

    /// <summary>Whether the name of a variant is used as its value, and the discriminator's own enumeration does not have it.</summary>
    public static bool IsUndocumentedName(SchemaGraph schemas, SchemaNode union, UnionVariant variant, string propertyName)
    {
        if (variant.Values is not [var only] || only != variant.Component)
        {
            return false;
        }

        string[] known = KnownValues(schemas, schemas.Components[variant.Component], propertyName) is { Length: > 0 } own
            ? own
            : KnownValues(schemas, union, propertyName);
        return known.Length > 0 && !known.Contains(only);
    }

    private static string[] KnownValues(SchemaGraph schemas, SchemaNode node, string propertyName)
        => schemas.KindOf(node) == SchemaKind.Object && schemas.Flatten(node).Find(propertyName) is { } property
            ? schemas.EnumValues(property.Schema).Select(JsonConstant.AsText).OfType<string>().ToArray()
            : [];

    /// <summary>
    /// The values that a property implies. A default, or several constants, count only in the variant itself: those of a base are
    /// the same for all derived types.
    /// </summary>
    private static string[] OfProperty(SchemaGraph schemas, SchemaNode node, SchemaNode property, string variant)
    {
        string[] constants = schemas.EnumValues(property.Schema).Select(JsonConstant.AsText).OfType<string>().ToArray();
        bool isOwn = property.Pointer.StartsWith(node.Pointer + "/", StringComparison.Ordinal);
        return constants.Length == 1 ? constants
            : isOwn && JsonConstant.AsText(property.Schema.Default) is { } standard ? [standard]
            : isOwn && property.Component is null && constants.Length > 1 && !constants.Contains(variant) ? constants
            : [variant];
    }

    /// <summary>
    /// Whether a discriminator is a string in a variant; one that is a number makes an untagged union instead of classes.
    /// </summary>
    public static bool IsString(SchemaGraph schemas, SchemaNode variant, string propertyName)
    {
        if (schemas.Flatten(variant).Find(propertyName) is not { } property)
        {
            return true;
        }

        IOpenApiSchema schema = schemas.Unaliased(property).Schema;
        return SchemaShape.Types(schema) is 0
            or JsonSchemaType.String
            && schemas.EnumValues(schema).All(static value => JsonConstant.IsNull(value) || JsonConstant.AsString(value) is not null);
    }

    /// <summary>
    /// Whether a variant's own schema does not fix the discriminator: outside of the union, an object of it may have another value, or
    /// none. Where the variant has one value, its objects always have it.
    /// </summary>
    public static bool IsOverridable(SchemaGraph schemas, string variant, string propertyName, IReadOnlyList<string> values)
        => schemas.Flatten(schemas.Components[variant]) is var shape && shape.Find(propertyName) is not { } property
            || values.Count > 1 && !shape.Required.Contains(propertyName)
            || schemas.KindOf(property) != SchemaKind.Enum
            || schemas.EnumValues(property.Schema)
                .Any(value => !JsonConstant.IsNull(value) && !values.Contains(JsonConstant.AsString(value) ?? ""));
}
