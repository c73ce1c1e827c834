using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OgGen.Generator.Model;

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

/// <summary>A schema's members after <c>allOf</c> has been merged.</summary>
internal sealed class ObjectShape
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public List<(string Name, SchemaAt Schema)> Members { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a member; one of the same name is overridden in its place.</summary>
    public void Add(string name, SchemaAt schema)
    {
        if (_index.TryGetValue(name, out int index))
        {
            Members[index] = (name, schema);
        }
        else
        {
            _index.Add(name, Members.Count);
            Members.Add((name, schema));
        }
    }
}

/// <summary>Reads the shape of schemas: questions with one answer, whatever is generated from it.</summary>
internal static class SchemaShape
{
    public static JsonSchemaType Types(IOpenApiSchema schema) => (schema.Type ?? 0) & ~JsonSchemaType.Null;

    public static bool IsNullable(IOpenApiSchema schema)
        => (schema.Type.GetValueOrDefault() & JsonSchemaType.Null) != 0
            || Alternatives(schema).Any(static alternative => IsNull(alternative))
            || schema.Enum is { Count: > 0 } values && values.Any(static value => IsNullNode(value));

    /// <summary>The schema <c>{type: "null"}</c>, which only says that null is allowed; a plain null in its place is meant so.</summary>
    public static bool IsNull(IOpenApiSchema? schema) => schema is null || schema.Type == JsonSchemaType.Null;

    /// <summary>A schema that constrains nothing: no type of its own comes from it.</summary>
    public static bool IsEmpty(IOpenApiSchema? schema)
        => schema is null || schema is not OpenApiSchemaReference
            && Types(schema) == 0
            && schema.Properties is not { Count: > 0 }
            && schema.Required is not { Count: > 0 }
            && schema.Enum is not { Count: > 0 }
            && schema.Const is null
            && schema.Items is null
            && schema.AdditionalProperties is null
            && schema.AllOf is not { Count: > 0 }
            && schema.OneOf is not { Count: > 0 }
            && schema.AnyOf is not { Count: > 0 };

    /// <summary><c>oneOf</c>, else <c>anyOf</c>.</summary>
    public static IList<IOpenApiSchema> Alternatives(IOpenApiSchema schema)
        => schema.OneOf is { Count: > 0 } oneOf ? oneOf : schema.AnyOf ?? [];

    public static string AlternativesKeyword(IOpenApiSchema schema) => schema.OneOf is { Count: > 0 } ? "oneOf" : "anyOf";

    /// <summary>The alternatives that are more than "or null".</summary>
    public static IEnumerable<SchemaAt> Variants(SchemaAt at)
        => Alternatives(at.Schema)
            .Select((schema, i) => at.Member(AlternativesKeyword(at.Schema), i, schema))
            .Where(static variant => !IsNull(variant.Schema));

    /// <summary>The known values of an enumeration; <c>const</c> is one of a single value.</summary>
    public static IEnumerable<JsonNode?> EnumValues(IOpenApiSchema schema)
        => schema.Enum is { Count: > 0 } values ? values
            : schema.Const is { } constant ? [JsonValue.Create(constant)]
            : [];

    public static string? AsString(JsonNode? node)
        => node is JsonValue value && !IsNullNode(value) && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Null, which Microsoft.OpenApi may keep as a text of its own making.</summary>
    public static bool IsNullNode(JsonNode? node) => node is null || node.IsJsonNullSentinel() || node.GetValueKind() == JsonValueKind.Null;

    /// <summary>What a schema that stands here itself (no reference) becomes.</summary>
    public static SchemaKind KindOf(IOpenApiSchema schema)
    {
        JsonSchemaType types = Types(schema);
        if (EnumValues(schema).Any(static value => !IsNullNode(value)))
        {
            return EnumKind(schema);
        }

        if (Alternatives(schema).Count > 0 && schema.Properties is not { Count: > 0 } && schema.AllOf is not { Count: > 0 })
        {
            return Alternatives(schema).Count(static alternative => !IsNull(alternative)) == 1 ? SchemaKind.Redirect : SchemaKind.Choice;
        }

        if (schema.AllOf is { Count: > 0 } parts)
        {
            return RedirectTarget(schema) is not null ? SchemaKind.Redirect
                : schema.Properties is { Count: > 0 } || parts.Any(HasMembers) ? SchemaKind.Object
                : SchemaKind.Any;
        }

        if (schema.Properties is { Count: > 0 })
        {
            return SchemaKind.Object;
        }

        return types switch
        {
            JsonSchemaType.Object => SchemaKind.Map,
            JsonSchemaType.Array => SchemaKind.List,
            0 when schema.Items is not null => SchemaKind.List,
            0 when schema.AdditionalProperties is not null => SchemaKind.Map,
            0 => SchemaKind.Any,
            JsonSchemaType.Boolean or JsonSchemaType.Integer or JsonSchemaType.Number or JsonSchemaType.String => SchemaKind.Scalar,
            JsonSchemaType.Integer | JsonSchemaType.Number => SchemaKind.Scalar,
            _ => SchemaKind.Choice,
        };
    }

    /// <summary>The one schema that stands behind <c>allOf: [$ref]</c>, <c>oneOf: [x, null]</c> and the like.</summary>
    public static IOpenApiSchema? RedirectTarget(IOpenApiSchema schema)
    {
        if (schema.AllOf is { Count: > 0 } parts)
        {
            IOpenApiSchema[] telling = parts.Where(static part => !IsEmpty(part)).ToArray();
            bool hasOwn = schema.Properties is { Count: > 0 } || schema.Required is { Count: > 0 } || Alternatives(schema).Count > 0;
            return telling is [var only] && !hasOwn ? only : null;
        }

        return Alternatives(schema).Where(static alternative => !IsNull(alternative)).ToArray() is [var variant] ? variant : null;
    }

    private static bool HasMembers(IOpenApiSchema? schema)
        => schema is not null
            && (schema.Properties is { Count: > 0 }
                || Types(schema) == JsonSchemaType.Object
                || schema.AllOf is { Count: > 0 } parts && schema is not OpenApiSchemaReference && parts.Any(HasMembers));

    private static SchemaKind EnumKind(IOpenApiSchema schema)
    {
        JsonValueKind[] kinds = EnumValues(schema).Where(static value => !IsNullNode(value)).Select(static value => value!.GetValueKind()).Distinct().ToArray();
        return kinds switch
        {
            [JsonValueKind.String] => SchemaKind.Enum,
            [JsonValueKind.Number] when Types(schema) is JsonSchemaType.Integer or 0 && EnumValues(schema).All(IsInteger) => SchemaKind.Enum,
            _ when Types(schema) is JsonSchemaType.Boolean or JsonSchemaType.Number => SchemaKind.Scalar,
            _ => SchemaKind.Any,
        };
    }

    private static bool IsInteger(JsonNode? node)
        => IsNullNode(node) || long.TryParse(node!.ToJsonString(), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _);
}
