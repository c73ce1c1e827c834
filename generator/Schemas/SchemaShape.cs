using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Passes;

namespace OgGen.Generator.Schemas;

/// <summary>Properties of a single schema that need neither references nor a cache.</summary>
internal static class SchemaShape
{
    /// <summary>The types of JSON Schema, null aside, in the order in which alternatives are made of them.</summary>
    public static IReadOnlyList<JsonSchemaType> AllTypes { get; } =
    [
        JsonSchemaType.Boolean,
        JsonSchemaType.Integer,
        JsonSchemaType.Number,
        JsonSchemaType.String,
        JsonSchemaType.Array,
        JsonSchemaType.Object,
    ];

    /// <summary>The types, null aside. A string that may only be a number is that number, written in another way.</summary>
    public static JsonSchemaType Types(IOpenApiSchema schema)
        => (schema.Type ?? 0) & ~JsonSchemaType.Null & ~(AllowsNumericStrings(schema) ? JsonSchemaType.String : 0);

    /// <summary>
    /// Whether a schema has the types of a number and of a string that its pattern lets be a number alone. ASP.NET Core 10 describes all
    /// its numbers so.
    /// </summary>
    public static bool AllowsNumericStrings(IOpenApiSchema schema)
        => schema.Type is { } types
            && (types & JsonSchemaType.String) != 0
            && (types & ~(JsonSchemaType.String | JsonSchemaType.Null)) is not 0 and var others
            && (others & ~(JsonSchemaType.Integer | JsonSchemaType.Number)) == 0
            && NumericPattern.IsNumber(schema.Pattern);

    public static bool HasSeveralTypes(IOpenApiSchema schema)
        => Types(schema) is var types && (types & (types - 1)) != 0 && types != (JsonSchemaType.Integer | JsonSchemaType.Number);

    /// <summary>The schema <c>{type: "null"}</c>, which only allows null; a plain null is read as one.</summary>
    public static bool IsNull(IOpenApiSchema? schema)
        => schema is null
            || schema.Type == JsonSchemaType.Null
            || schema.Type is null && schema.Enum is { Count: > 0 } values && values.All(static value => JsonConstant.IsNull(value));

    /// <summary>Whether the schema itself allows null.</summary>
    public static bool SaysNull(IOpenApiSchema schema)
        => (schema.Type.GetValueOrDefault() & JsonSchemaType.Null) != 0 || schema.Flag(SchemaKeywords.Nullable);

    /// <summary>A schema that does not constrain the kind of its values: descriptions, limits and required members do not.</summary>
    public static bool IsUnconstrained(IOpenApiSchema? schema)
        => schema is null || schema is not OpenApiSchemaReference
            && Types(schema) == 0
            && schema.Properties is not { Count: > 0 }
            && schema.PatternProperties is not { Count: > 0 }
            && schema.Enum is not { Count: > 0 }
            && schema.Items is null
            && schema.AdditionalProperties is null
            && schema.AllOf.OrNone().All(static part => IsUnconstrained(part))
            && schema.OneOf.OrNone().All(static part => IsUnconstrained(part))
            && schema.AnyOf.OrNone().All(static part => IsUnconstrained(part));

    /// <summary>
    /// <c>oneOf</c>, else <c>anyOf</c>, where it constrains the kind of values: <c>anyOf: [{required: [a]}, {required: [b]}]</c>
    /// only limits them.
    /// </summary>
    public static IList<IOpenApiSchema> Alternatives(IOpenApiSchema schema)
        => (Constrained(schema.OneOf) ?? Constrained(schema.AnyOf)).OrNone();

    public static string AlternativesKeyword(IOpenApiSchema schema) => Constrained(schema.OneOf) is not null ? "oneOf" : "anyOf";

    /// <summary>The alternatives that are more than null.</summary>
    public static IOpenApiSchema[] AlternativesButNull(IOpenApiSchema schema)
        => Alternatives(schema) is { Count: > 0 } alternatives
            ? alternatives.Where(static alternative => !IsNull(alternative)).ToArray()
            : [];

    /// <summary>Whether objects are among the schema's values: <c>properties</c> beside <c>type: array</c> have no effect.</summary>
    public static bool AllowsObjects(IOpenApiSchema schema)
        => Types(schema) is var types && (types == 0 || (types & JsonSchemaType.Object) != 0);

    /// <summary>Whether an object may have members that the schema does not describe.</summary>
    public static bool IsOpen(OpenApiSchema schema) => schema.AdditionalPropertiesAllowed && schema.AdditionalProperties is null;

    /// <summary>Whether anything describes members of objects.</summary>
    public static bool DescribesMembers(IOpenApiSchema schema)
        => schema.Properties is { Count: > 0 } || schema.PatternProperties is { Count: > 0 } || schema.AdditionalProperties is not null;

    public static bool IsInteger(JsonNode node)
        => long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>The discriminator of a schema, which may stand in one of its inline subschemas of <c>allOf</c>.</summary>
    /// <returns>The discriminator, and its pointer from the schema; null where there is none.</returns>
    public static (OpenApiDiscriminator Discriminator, string Pointer)? DiscriminatorOf(IOpenApiSchema schema)
    {
        if (schema.Discriminator is { PropertyName.Length: > 0 } own)
        {
            return (own, "/discriminator");
        }

        for (int i = 0; i < (schema.AllOf?.Count ?? 0); i++)
        {
            if (schema.AllOf![i] is OpenApiSchema part && DiscriminatorOf(part) is { } found)
            {
                return (found.Discriminator, Pointers.Child("/allOf", i) + found.Pointer);
            }
        }

        return null;
    }

    /// <summary>The subschemas of a keyword; none where the schema has no such keyword, as most, for which no list is made.</summary>
    public static IList<IOpenApiSchema> OrNone(this IList<IOpenApiSchema>? subschemas) => subschemas ?? Array.Empty<IOpenApiSchema>();

    private static IList<IOpenApiSchema>? Constrained(IList<IOpenApiSchema>? alternatives)
        => alternatives is { Count: > 0 } && alternatives.Any(static alternative => IsNull(alternative) || !IsUnconstrained(alternative))
            ? alternatives
            : null;
}
