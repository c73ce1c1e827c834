using Microsoft.OpenApi;
using OgGen.Generator.Model;

namespace OgGen.Generator.Schemas;

/// <content>Alternatives: what a value may be, with what stands beside them in each.</content>
internal static partial class SchemaShape
{
    /// <summary>
    /// Alternatives of a part of <c>allOf</c> become alternatives of the whole, each with the other parts. Beyond this number
    /// the members of the part are left untyped instead. It counts for all parts together: a union of unions, or one that is a part of its own
    /// alternatives, has as many alternatives as the product of theirs.
    /// </summary>
    private const int MostVariants = 32;

    private const string FactsKey = "oggen";

    /// <summary>What was found out about a schema; it lives as long as the schema.</summary>
    private sealed class Facts
    {
        public SchemaKind? Kind { get; set; }

        public bool? HasMembers { get; set; }

        public bool? HasVariants { get; set; }

        public SchemaAt[]? Variants { get; set; }

        public IReadOnlyList<IOpenApiSchema>? Constants { get; set; }

        public OpenApiSchema? AnyOf { get; set; }

        /// <summary>How many alternatives there are of the schema that this one was made for as one of them.</summary>
        public int Width { get; set; } = 1;

        /// <summary>Whether others refer to the schema by a name.</summary>
        public bool IsComponent { get; set; }

        /// <summary>Where the document has a schema that was moved below another one.</summary>
        public string? Pointer { get; set; }

        /// <summary>The component that a merged alternative comes from.</summary>
        public string? Origin { get; set; }
    }

    /// <summary>Where the document has a schema that was moved; null for one that stands where it is found.</summary>
    public static string? PinnedPointer(IOpenApiSchema schema)
        => (schema as OpenApiSchema)?.Metadata?.TryGetValue(FactsKey, out object? facts) == true ? ((Facts)facts).Pointer : null;

    /// <summary>The component that an alternative is, or comes from.</summary>
    public static string? Origin(SchemaAt variant) => variant.Component ?? (variant.Schema is OpenApiSchema schema ? FactsOf(schema).Origin : null);

    /// <summary>The alternatives, null aside; each of them says all that is known of its values.</summary>
    public static IReadOnlyList<SchemaAt> Variants(SchemaAt at)
    {
        if (Resolve(at.Schema) is not { } schema)
        {
            return [];
        }

        Facts facts = FactsOf(schema);
        return facts.Variants ??= FindVariants(new SchemaAt(schema, facts.Pointer ?? at.Pointer));
    }

    /// <summary>Makes a component known, and its place.</summary>
    public static void AddComponent(SchemaAt at)
    {
        if (at.Schema is OpenApiSchema schema)
        {
            FactsOf(schema).Pointer = at.Pointer;
            FactsOf(schema).IsComponent = true;
        }
    }

    /// <summary>A base of which the schemas that inherit from it by <c>allOf</c> are the variants.</summary>
    public static bool IsDiscriminatedBase(IOpenApiSchema schema)
        => Resolve(schema) is { Discriminator.PropertyName.Length: > 0 } target && Alternatives(target).Count == 0;

    /// <summary>The one schema that stands behind <c>allOf: [$ref]</c>, <c>oneOf: [x, null]</c> and the like.</summary>
    public static IOpenApiSchema? RedirectTarget(IOpenApiSchema schema)
    {
        if (schema.Properties is { Count: > 0 } || schema.PatternProperties is { Count: > 0 } || schema.AdditionalProperties is not null)
        {
            return null;
        }

        IOpenApiSchema[] variants = Alternatives(schema).Where(static alternative => !IsNull(alternative)).ToArray();
        if (schema.AllOf is { Count: > 0 } parts)
        {
            // A component that says it is an object is one of its own.
            bool isComponent = schema is OpenApiSchema own && FactsOf(own).IsComponent;
            return variants.Length > 0 ? null : RedirectTarget(schema, parts.Where(part => !IsSilent(part) && (isComponent || !IsBareObject(part))).ToArray());
        }

        return variants.Length switch
        {
            0 => null,
            1 => variants[0],
            _ => SameType(variants),
        };
    }

    private static IOpenApiSchema? RedirectTarget(IOpenApiSchema schema, IOpenApiSchema[] telling)
    {
        if (telling is [var only])
        {
            // Members that are required beside a reference make a type of their own.
            bool isRequired = schema.Required is { Count: > 0 } || schema.AllOf!.Any(static part => part is not null and not OpenApiSchemaReference && part.Required is { Count: > 0 } && (IsSilent(part) || IsBareObject(part)));
            bool isHeir = schema is OpenApiSchema own && FactsOf(own).IsComponent && IsDiscriminatedBase(only);
            return isHeir || isRequired && KindOf(only) == SchemaKind.Object ? null : only;
        }

        // Several limits of one value: the part that says most is its type.
        return telling.Length > 1 && telling.All(static part => KindOf(part) is SchemaKind.Scalar or SchemaKind.Enum or SchemaKind.List)
            ? telling.OrderByDescending(Weight).First()
            : null;
    }

    /// <summary>Whether a part of <c>allOf</c> only repeats that the others are objects, as in <c>{type: object, nullable: true}</c>.</summary>
    private static bool IsBareObject(IOpenApiSchema? part)
        => part is OpenApiSchema own && Types(own) == JsonSchemaType.Object && KindOf(own) == SchemaKind.Map && own.AdditionalProperties is null && own.AdditionalPropertiesAllowed
            && own.AllOf is not { Count: > 0 };

    /// <summary>How much a part of <c>allOf</c> says about a value.</summary>
    private static int Weight(IOpenApiSchema part) => KindOf(part) switch
    {
        SchemaKind.Enum => 3,
        SchemaKind.List => part.Items is null ? 0 : 1,
        _ => part.Format is { Length: > 0 } ? 2 : Types(part) == JsonSchemaType.Integer ? 1 : 0,
    };

    /// <summary>
    /// The alternative that has the values of all: one of the same C# type, numbers for integers and numbers, an enumeration,
    /// which is open, for its values and other texts.
    /// </summary>
    private static IOpenApiSchema? SameType(IOpenApiSchema[] variants)
    {
        if (variants.All(static variant => KindOf(variant) == SchemaKind.Scalar))
        {
            IOpenApiSchema widest = variants.FirstOrDefault(static variant => ScalarType(variant) == JsonSchemaType.Number) ?? variants[0];
            TypeRef type = ScalarTypes.Of(widest);
            bool isNumber = ScalarType(widest) == JsonSchemaType.Number;
            return variants.All(variant => ScalarTypes.Of(variant) == type || isNumber && ScalarType(variant) == JsonSchemaType.Integer) ? widest : null;
        }

        IOpenApiSchema[] enums = variants.Where(static variant => KindOf(variant) == SchemaKind.Enum && IsStringEnum(Resolve(variant)!)).ToArray();
        return enums.Length == 1 && variants.All(variant => variant == enums[0] || KindOf(variant) == SchemaKind.Scalar && ScalarTypes.Of(variant).Name == "string") ? enums[0] : null;
    }

    private static bool HasVariants(OpenApiSchema schema)
    {
        Facts facts = FactsOf(schema);
        if (facts.HasVariants is { } known)
        {
            return known;
        }

        facts.HasVariants = false;
        bool hasVariants = Alternatives(schema).Count(static alternative => !IsNull(alternative)) > 1
            || HasSeveralTypes(schema)
            || (schema.AllOf ?? []).Any(part => IsDistributed(schema, part));
        facts.HasVariants = hasVariants;
        return hasVariants;
    }

    private static bool HasSeveralTypes(IOpenApiSchema schema)
        => Types(schema) is var types && (types & (types - 1)) != 0 && types != (JsonSchemaType.Integer | JsonSchemaType.Number);

    /// <summary>
    /// Whether the alternatives of a part of <c>allOf</c> are those of the whole: not where the whole is one of the alternatives, as
    /// it is where a variant inherits from its union.
    /// </summary>
    private static bool IsDistributed(OpenApiSchema schema, IOpenApiSchema part)
        => Resolve(part) is { } target && target != schema && HasVariants(target) && !Alternatives(target).Any(alternative => Inherits(alternative, schema, 0))
            && FactsOf(schema).Width * CountVariants(target, 0) <= MostVariants;

    /// <summary>The number of alternatives, without looking for them.</summary>
    private static int CountVariants(OpenApiSchema schema, int depth)
    {
        int own = Alternatives(schema).Count(static alternative => !IsNull(alternative));
        return own > 1 ? own
            : depth == 8 ? MostVariants + 1
            : (schema.AllOf ?? []).Select(Resolve).Where(part => part is not null && part != schema && HasVariants(part)).Select(part => (int?)CountVariants(part!, depth + 1)).FirstOrDefault() ?? s_types.Length;
    }

    /// <summary>Whether a schema is another one, or one of the parts of another one is.</summary>
    private static bool Inherits(IOpenApiSchema? schema, OpenApiSchema other, int depth)
        => Resolve(schema) is { } target && (target == other || depth < 8 && (other.AllOf ?? []).Any(part => Resolve(part) == target));

    private static SchemaAt[] FindVariants(SchemaAt at)
    {
        var schema = (OpenApiSchema)at.Schema;
        FactsOf(schema).Variants = [];
        SchemaAt[] own = OwnVariants(at).ToArray();
        if (own.Length > 1)
        {
            bool isAlone = schema.Properties is not { Count: > 0 } && schema.AllOf is not { Count: > 0 } && schema.AdditionalProperties is null && schema.PatternProperties is not { Count: > 0 };
            return isAlone ? own : own.Select(variant => Merge(Without(at, types: null), variant, schema, FactsOf(schema).Width)).ToArray();
        }

        SchemaAt[] parts = Parts(at).ToArray();
        int index = Array.FindIndex(parts, part => IsDistributed(schema, part.Schema));
        if (index < 0)
        {
            JsonSchemaType types = Types(schema);
            return HasSeveralTypes(schema)
                ? s_types.Where(type => (types & type) != 0).Select(type => Without(at, type)).ToArray()
                : own;
        }

        SchemaAt rest = Without(at, types: null);
        ((OpenApiSchema)rest.Schema).AllOf!.RemoveAt(index);
        IReadOnlyList<SchemaAt> variants = Variants(parts[index]);
        return variants.Select(variant => Merge(rest, variant, schema, FactsOf(schema).Width * variants.Count)).ToArray();
    }

    private static readonly JsonSchemaType[] s_types =
    [
        JsonSchemaType.Boolean, JsonSchemaType.Integer, JsonSchemaType.Number, JsonSchemaType.String, JsonSchemaType.Array, JsonSchemaType.Object,
    ];

    private static IEnumerable<SchemaAt> OwnVariants(SchemaAt at)
    {
        IList<IOpenApiSchema> alternatives = Alternatives(at.Schema);
        string keyword = AlternativesKeyword(at.Schema);
        return alternatives
            .Select((schema, i) => at.Member(keyword, i, schema))
            .Where(static variant => !IsNull(variant.Schema));
    }

    /// <summary>A schema's own members and limits, without its alternatives; or what it says of one of its types.</summary>
    private static SchemaAt Without(SchemaAt at, JsonSchemaType? types)
    {
        IOpenApiSchema schema = at.Schema;
        bool isObject = types is null or JsonSchemaType.Object;
        var copy = new OpenApiSchema
        {
            Type = types ?? schema.Type,
            Format = schema.Format,
            Properties = isObject ? schema.Properties : null,
            PatternProperties = isObject ? schema.PatternProperties : null,
            AdditionalProperties = isObject ? schema.AdditionalProperties : null,
            AdditionalPropertiesAllowed = schema.AdditionalPropertiesAllowed,
            Required = isObject ? schema.Required : null,
            Items = types is null or JsonSchemaType.Array ? schema.Items : null,
            AllOf = isObject ? schema.AllOf?.ToList() : null,
        };
        FactsOf(copy).Pointer = at.Pointer;
        return new SchemaAt(copy, at.Pointer);
    }

    /// <summary>An alternative with what stands beside it.</summary>
    private static SchemaAt Merge(SchemaAt rest, SchemaAt variant, OpenApiSchema owner, int width)
    {
        // A variant that inherits from its union has all of it; one that is no object shares nothing with it.
        SchemaKind kind = KindOf(variant.Schema);
        bool isObject = kind is SchemaKind.Object or SchemaKind.Choice or SchemaKind.Map or SchemaKind.Any;
        if (Resolve(variant.Schema) is { } target && (target.AllOf ?? []).Any(part => Resolve(part) == owner) || !isObject && Types(owner) != JsonSchemaType.Object)
        {
            return variant;
        }

        if (variant.Schema is OpenApiSchema inline && FactsOf(inline).Pointer is null)
        {
            FactsOf(inline).Pointer = variant.Pointer;
        }

        var merged = new OpenApiSchema
        {
            Title = variant.Schema.Title,
            Description = variant.Schema.Description,
            AllOf = [rest.Schema, variant.Schema],
        };
        Facts facts = FactsOf(merged);
        facts.Width = width;
        facts.Origin = Origin(variant);
        facts.Pointer = variant.Pointer;
        return new SchemaAt(merged, variant.Pointer);
    }

    private static Facts FactsOf(OpenApiSchema schema)
    {
        schema.Metadata ??= new Dictionary<string, object>();
        if (!schema.Metadata.TryGetValue(FactsKey, out object? facts))
        {
            facts = new Facts();
            schema.Metadata.Add(FactsKey, facts);
        }

        return (Facts)facts;
    }
}
