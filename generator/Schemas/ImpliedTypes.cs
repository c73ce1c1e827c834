using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>
/// The type of schemas without <c>type</c>: the one to which all their keywords apply, such as string for <c>pattern</c>.
/// </summary>
internal static class ImpliedTypes
{
    private const JsonSchemaType Numbers = JsonSchemaType.Integer | JsonSchemaType.Number;

    /// <summary>
    /// The type; none where no keyword implies one, or where several do. Required members imply none: they mostly stand beside a reference
    /// to the object that has them.
    /// </summary>
    public static JsonSchemaType Of(IOpenApiSchema schema)
    {
        JsonSchemaType all = AllOf(schema, depth: 0);
        JsonSchemaType types = IsNumericString(schema, all) ? all & ~JsonSchemaType.String : all;
        return (types & ~Numbers) == 0 && types != 0
            ? (types & JsonSchemaType.Integer) != 0 || IsNumericString(schema, all) && NumericPattern.IsInteger(schema.Pattern)
                ? JsonSchemaType.Integer
                : JsonSchemaType.Number
            : (types & (types - 1)) == 0 ? types : 0;
    }

    /// <summary>
    /// Whether the type is a number that may be a string as well: its pattern allows numbers alone, and other keywords imply a number.
    /// ASP.NET Core 10 describes numbers so in OpenAPI 3.0, which has no lists of types.
    /// </summary>
    public static bool AllowsNumericStrings(IOpenApiSchema schema) => IsNumericString(schema, AllOf(schema, depth: 0));

    private static bool IsNumericString(IOpenApiSchema schema, JsonSchemaType types)
        => (types & JsonSchemaType.String) != 0
            && (types & Numbers) != 0
            && (types & ~(JsonSchemaType.String | Numbers)) == 0
            && NumericPattern.IsNumber(schema.Pattern);

    private static JsonSchemaType AllOf(IOpenApiSchema schema, int depth)
    {
        const int deepest = 8;
        if (depth == deepest || schema is OpenApiSchemaReference || schema.Type is not null)
        {
            return 0;
        }

        JsonSchemaType types = Own(schema);
        foreach (IOpenApiSchema? part in schema.AllOf.OrNone())
        {
            types |= part is null ? 0 : AllOf(part, depth + 1);
        }

        return types | Common(schema.OneOf, depth) | Common(schema.AnyOf, depth);
    }

    /// <summary>The type that all alternatives imply. An alternative that implies none has values of all types.</summary>
    private static JsonSchemaType Common(IList<IOpenApiSchema>? alternatives, int depth)
    {
        JsonSchemaType[] types = (alternatives ?? []).Select(alternative => alternative is null ? 0 : AllOf(alternative, depth + 1))
            .ToArray();
        return types.Contains((JsonSchemaType)0) ? 0 : types.Aggregate((JsonSchemaType)0, static (all, type) => all | type);
    }

    private static JsonSchemaType Own(IOpenApiSchema schema)
    {
        JsonSchemaType types = ScalarFormats.ImpliedType(schema.Format);
        if (schema.Pattern is { Length: > 0 } || schema.MinLength is not null || schema.MaxLength is not null || IsEncoded(schema))
        {
            types |= JsonSchemaType.String;
        }

        if ((schema.Minimum ?? schema.Maximum ?? schema.ExclusiveMinimum ?? schema.ExclusiveMaximum) is not null
            || schema.MultipleOf is not null)
        {
            types |= JsonSchemaType.Number;
        }

        if (schema.MinItems is not null || schema.MaxItems is not null || schema.UniqueItems == true)
        {
            types |= JsonSchemaType.Array;
        }

        return types | (schema.MinProperties is not null || schema.MaxProperties is not null ? JsonSchemaType.Object : 0);
    }

    private static bool IsEncoded(IOpenApiSchema schema) => schema is OpenApiSchema { ContentEncoding.Length: > 0 };
}
