using Microsoft.OpenApi;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>Which values of a discriminator stand for a variant.</summary>
internal static class DiscriminatorValues
{
    /// <summary>The values: as mapped, else what the variant says itself, else the constant of its property, else its name.</summary>
    public static List<string> Of(SchemaGraph schemas, OpenApiDiscriminator discriminator, string variant, string propertyName)
    {
        List<string> mapped = (discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
            .Where(pair => pair.Value.Reference.Id == variant)
            .Select(static pair => pair.Key)
            .ToList();
        if (mapped.Count > 0)
        {
            return mapped;
        }

        SchemaNode node = schemas.Components[variant];
        if (node.Schema.Text(Extensions.DiscriminatorValue) is { } said)
        {
            return [said];
        }

        return schemas.Flatten(node).Find(propertyName) is { } property
            && schemas.EnumValues(property.Schema).Select(JsonConstant.AsText).ToArray() is [{ } constant]
                ? [constant]
                : [variant];
    }

    /// <summary>Whether a discriminator is a string in a variant; one that is a number makes no classes, but a choice by its value.</summary>
    public static bool IsString(SchemaGraph schemas, SchemaNode variant, string propertyName)
    {
        if (schemas.Flatten(variant).Find(propertyName) is not { } property)
        {
            return true;
        }

        IOpenApiSchema schema = schemas.Unaliased(property).Schema;
        return SchemaShape.Types(schema) is 0
            or JsonSchemaType.String && schemas.EnumValues(schema).All(static value => JsonConstant.IsNull(value) || JsonConstant.AsString(value) is not null);
    }

    /// <summary>Whether a variant's own schema leaves the discriminator open: an object of it may have another value, or none, elsewhere.</summary>
    public static bool IsOverridable(SchemaGraph schemas, string variant, string propertyName, IReadOnlyList<string> values)
        => schemas.Flatten(schemas.Components[variant]).Find(propertyName) is not { } property
            || schemas.KindOf(property) != SchemaKind.Enum
            || schemas.EnumValues(property.Schema).Any(value => !JsonConstant.IsNull(value) && !values.Contains(JsonConstant.AsString(value) ?? ""));
}
