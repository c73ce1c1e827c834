using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OgGen.Generator.Document.Passes;

namespace OgGen.Generator.Schemas;

/// <summary>What a schema becomes in C#.</summary>
internal enum SchemaKind
{
    /// <summary>Any JSON.</summary>
    Any,
    Scalar,
    List,
    Map,

    /// <summary>Nothing of its own: another schema, perhaps nullable.</summary>
    Redirect,

    // From here on, types of their own.
    Enum,
    Object,
    Choice,
    Union,
}

/// <summary>Reads the shape of schemas: questions with one answer, whatever is generated from it.</summary>
internal static partial class SchemaShape
{
    /// <summary>The types, null aside.</summary>
    public static JsonSchemaType Types(IOpenApiSchema schema) => (schema.Type ?? 0) & ~JsonSchemaType.Null;

    public static bool IsNullable(IOpenApiSchema schema) => IsNullable(schema, depth: 0);

    /// <summary>
    /// Whether a schema is an object, a map or a list by its members or items alone, without a type: null fits it too. A member that may be
    /// left out keeps that null; one that is required is rarely meant so.
    /// </summary>
    public static bool IsUntyped(IOpenApiSchema schema) => IsUntyped(schema, depth: 0);

    /// <summary>The schema <c>{type: "null"}</c>, which only says that null is allowed; a plain null in its place is meant so.</summary>
    public static bool IsNull(IOpenApiSchema? schema)
        => schema is null || schema.Type == JsonSchemaType.Null || schema.Type is null && schema.Enum is { Count: > 0 } values && values.All(static value => IsNullNode(value));

    /// <summary>A schema that says nothing of the kind of its values: texts for people, limits, required members.</summary>
    public static bool IsSilent(IOpenApiSchema? schema)
        => schema is null || schema is not OpenApiSchemaReference
            && Types(schema) == 0
            && schema.Properties is not { Count: > 0 }
            && schema.PatternProperties is not { Count: > 0 }
            && schema.Enum is not { Count: > 0 }
            && schema.Items is null
            && schema.AdditionalProperties is null
            && (schema.AllOf ?? []).All(static part => IsSilent(part))
            && (schema.OneOf ?? []).All(static part => IsSilent(part))
            && (schema.AnyOf ?? []).All(static part => IsSilent(part));

    /// <summary>
    /// <c>oneOf</c>, else <c>anyOf</c>, where it says something of the kind of values: <c>anyOf: [{required: [a]}, {required: [b]}]</c>
    /// only limits them.
    /// </summary>
    public static IList<IOpenApiSchema> Alternatives(IOpenApiSchema schema)
        => Telling(schema.OneOf) ?? Telling(schema.AnyOf) ?? [];

    public static string AlternativesKeyword(IOpenApiSchema schema) => Telling(schema.OneOf) is not null ? "oneOf" : "anyOf";

    /// <summary>The known values of an enumeration.</summary>
    public static IEnumerable<JsonNode?> EnumValues(IOpenApiSchema schema)
        => schema.Enum is { Count: > 0 } own ? own : Constants(schema).SelectMany(static constant => constant.Enum!);

    /// <summary>Whether an enumeration's values are texts: they may stand unquoted in YAML.</summary>
    public static bool IsStringEnum(IOpenApiSchema schema)
        => Types(schema) == JsonSchemaType.String || EnumValues(schema).All(static value => IsNullNode(value) || AsString(value) is not null);

    public static string? AsString(JsonNode? node)
        => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && !IsNullNode(node) ? value.GetValue<string>() : null;

    /// <summary>A constant as text, whatever its kind; null where it is no single value.</summary>
    public static string? AsText(JsonNode? node)
        => AsString(node) ?? (node is JsonValue && !IsNullNode(node) ? node.ToJsonString() : null);

    /// <summary>Null, which Microsoft.OpenApi may keep as a text of its own making.</summary>
    public static bool IsNullNode(JsonNode? node) => node is null || node.GetValueKind() == JsonValueKind.Null || node.IsJsonNullSentinel();

    /// <summary>The type of a scalar: its own, else that of its values.</summary>
    public static JsonSchemaType ScalarType(IOpenApiSchema schema)
        => Types(schema) is not 0 and var types ? types
            : EnumValues(schema).All(static value => IsNullNode(value) || value!.GetValueKind() is JsonValueKind.True or JsonValueKind.False) ? JsonSchemaType.Boolean
            : JsonSchemaType.Number;

    /// <summary>What a schema becomes, references followed.</summary>
    public static SchemaKind KindOf(IOpenApiSchema? schema)
        => Resolve(schema) is not { } target ? SchemaKind.Any
            : FactsOf(target) is { Kind: { } known } ? known
            : (FactsOf(target).Kind = FindKind(target)).Value;

    /// <summary>The schema behind references; null where they lead nowhere, or round in a circle.</summary>
    public static OpenApiSchema? Resolve(IOpenApiSchema? schema)
    {
        for (int i = 0; i < 32 && schema is OpenApiSchemaReference reference; i++)
        {
            schema = reference.Target;
        }

        return schema as OpenApiSchema;
    }

    private static SchemaKind FindKind(OpenApiSchema schema)
    {
        // The answer for a schema that comes back to itself.
        FactsOf(schema).Kind = SchemaKind.Any;
        if (EnumKind(schema) is { } kind)
        {
            return kind;
        }

        if (RedirectTarget(schema) is not null)
        {
            return SchemaKind.Redirect;
        }

        if (HasVariants(schema))
        {
            return SchemaKind.Choice;
        }

        JsonSchemaType types = Types(schema);
        if (HasMembers(schema))
        {
            return SchemaKind.Object;
        }

        return types switch
        {
            JsonSchemaType.Object => SchemaKind.Map,
            JsonSchemaType.Array => SchemaKind.List,
            0 when schema.Items is not null => SchemaKind.List,
            0 when schema.AdditionalProperties is not null || schema.PatternProperties is { Count: > 0 } => SchemaKind.Map,
            0 when (schema.AllOf ?? []).Any(static part => KindOf(part) == SchemaKind.Map) => SchemaKind.Map,
            JsonSchemaType.Boolean or JsonSchemaType.Integer or JsonSchemaType.Number or JsonSchemaType.String => SchemaKind.Scalar,
            JsonSchemaType.Integer | JsonSchemaType.Number => SchemaKind.Scalar,
            _ => SchemaKind.Any,
        };
    }

    private static IList<IOpenApiSchema>? Telling(IList<IOpenApiSchema>? alternatives)
        => alternatives is { Count: > 0 } && alternatives.Any(static alternative => IsNull(alternative) || !IsSilent(alternative)) ? alternatives : null;

    private static bool IsNullable(IOpenApiSchema schema, int depth)
        => SaysNull(schema)
            // allOf: [{$ref: …}, {nullable: true}]: every part would have to allow null; what is meant is "or null".
            || (schema.AllOf ?? []).Any(static part => part is OpenApiSchema && SaysNull(part))
            || schema.Enum is { Count: > 0 } values && values.Any(static value => IsNullNode(value))
            || depth < 8 && Alternatives(schema).Any(alternative => IsNull(alternative) || IsNullable(alternative, depth + 1));

    private static bool SaysNull(IOpenApiSchema schema)
        => (schema.Type.GetValueOrDefault() & JsonSchemaType.Null) != 0 || schema.Flag(SchemaKeywords.Nullable);

    private static bool IsUntyped(IOpenApiSchema schema, int depth)
        => depth < 8
            && Resolve(schema) is { Type: null, Enum: null or { Count: 0 } } target
            && (target.AllOf ?? []).All(part => IsUntyped(part, depth + 1))
            && Alternatives(target) is var alternatives
            && (alternatives.Count == 0 || alternatives.Any(alternative => IsUntyped(alternative, depth + 1)));

    private static SchemaKind? EnumKind(OpenApiSchema schema)
    {
        JsonNode[] values = EnumValues(schema).Where(static value => !IsNullNode(value)).ToArray()!;
        if (values.Length == 0)
        {
            return schema.Enum is { Count: > 0 } ? SchemaKind.Any : null;
        }

        JsonSchemaType types = Types(schema);
        JsonValueKind[] kinds = values.Select(static value => value.GetValueKind() is var kind && kind == JsonValueKind.False ? JsonValueKind.True : kind).Distinct().ToArray();
        return types switch
        {
            JsonSchemaType.Boolean or JsonSchemaType.Number or JsonSchemaType.Integer when kinds.Contains(JsonValueKind.String) => SchemaKind.Any,
            JsonSchemaType.Boolean or JsonSchemaType.Number => SchemaKind.Scalar,
            JsonSchemaType.Integer => values.All(IsInteger) ? SchemaKind.Enum : SchemaKind.Scalar,
            JsonSchemaType.String => values.All(static value => value is JsonValue) ? SchemaKind.Enum : SchemaKind.Scalar,
            JsonSchemaType.Object or JsonSchemaType.Array => null,
            _ => kinds switch
            {
                [JsonValueKind.String] => SchemaKind.Enum,
                [JsonValueKind.Number] when values.All(IsInteger) => SchemaKind.Enum,
                [JsonValueKind.Number] or [JsonValueKind.True] when types == 0 => SchemaKind.Scalar,
                _ => SchemaKind.Any,
            },
        };
    }

    private static bool IsInteger(JsonNode node)
        => long.TryParse(node.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
