using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>The alternatives of schemas, each merged with the keywords beside them.</summary>
internal sealed class SchemaVariants(SchemaGraph schemas, SchemaCache cache)
{
    /// <summary>
    /// Alternatives of a subschema of <c>allOf</c> become alternatives of the whole, each with the other subschemas. Beyond this number
    /// the members of the subschema are left untyped instead. It counts for all subschemas together: a union of unions, or one that is a
    /// subschema of its own alternatives, has as many alternatives as the product of theirs.
    /// </summary>
    private const int MostVariants = 32;

    private readonly Dictionary<(IOpenApiSchema Schema, SchemaOwner Owner), IReadOnlyList<SchemaNode>> _variants = [];

    /// <summary>The alternatives of an inline schema or a component, null aside.</summary>
    public IReadOnlyList<SchemaNode> Of(SchemaNode node)
    {
        if (node.Schema is not OpenApiSchema)
        {
            return [];
        }

        if (!_variants.TryGetValue((node.Schema, node.Owner), out IReadOnlyList<SchemaNode>? variants))
        {
            // Re-entry guard: circular alternatives have none of their own.
            _variants[(node.Schema, node.Owner)] = [];
            _variants[(node.Schema, node.Owner)] = variants = Find(node);
        }

        return variants;
    }

    public bool Has(OpenApiSchema schema)
    {
        SchemaFacts facts = cache.Of(schema);
        if (facts.HasVariants is not { } has)
        {
            // Re-entry guard, as above.
            facts.HasVariants = false;
            facts.HasVariants = has = schemas.NumberOf(schema) is null
                && (SchemaShape.AlternativesButNull(schema).Length > 1 || SchemaShape.HasSeveralTypes(schema) || IsDistributed(schema));
        }

        return has;
    }

    /// <summary>The alternatives in the schema itself, null aside.</summary>
    public static SchemaNode[] Own(SchemaNode node)
    {
        if (node.Schema is ComposedSchema made)
        {
            return made.Keyword == "allOf" ? [] : made.Nodes.Where(static variant => !SchemaShape.IsNull(variant.Schema)).ToArray();
        }

        return SchemaShape.Alternatives(node.Schema) is { Count: > 0 } alternatives ? Own(node, alternatives) : [];
    }

    private static SchemaNode[] Own(SchemaNode node, IList<IOpenApiSchema> alternatives)
    {
        string keyword = SchemaShape.AlternativesKeyword(node.Schema);
        return alternatives
            .Select((schema, i) => node.Member(keyword, i, schema))
            .Where(static variant => !SchemaShape.IsNull(variant.Schema))
            .ToArray();
    }

    private SchemaNode[] Find(SchemaNode node)
    {
        var schema = (OpenApiSchema)node.Schema;
        SchemaNode[] own = Own(node);
        if (own.Length > 1)
        {
            bool isAlone = !SchemaShape.DescribesMembers(schema) && schema.AllOf is not { Count: > 0 };
            return isAlone
                ? own
                : Array.ConvertAll(own, variant => Merge(Rest(new RestSchema(node, type: null)), variant, WidthOf(schema)));
        }

        SchemaNode[] parts = SchemaMembers.Parts(node).ToArray();
        int index = Array.FindIndex(parts, part => IsDistributed(schema, part.Schema));
        if (index < 0)
        {
            JsonSchemaType types = SchemaShape.Types(schema);
            return SchemaShape.HasSeveralTypes(schema)
                ? SchemaShape.AllTypes.Where(type => (types & type) != 0).Select(type => Rest(new RestSchema(node, type))).ToArray()
                : own;
        }

        if (Common(schema, parts) is { } common)
        {
            return common;
        }

        IReadOnlyList<SchemaNode> variants = schemas.Variants(parts[index]);
        SchemaNode rest = Rest(RestSchema.Without(node, index));
        return variants.Select(variant => Merge(rest, variant, WidthOf(schema) * variants.Count)).ToArray();

        SchemaNode Rest(RestSchema made) => new(made, node.Pointer, node.Owner);

        SchemaNode Merge(SchemaNode rest, SchemaNode variant, int width)
        {
            // A variant that inherits from its union has all its members; one that is no object has none of them.
            bool isObject = schemas.KindOf(variant) is SchemaKind.Object or SchemaKind.UntaggedUnion or SchemaKind.Map or SchemaKind.Any;
            bool inherits = SchemaGraph.Resolve(variant.Schema) is { } target
                && target.AllOf.OrNone().Any(part => SchemaGraph.Resolve(part) == schema);
            return inherits || !isObject && SchemaShape.Types(schema) != JsonSchemaType.Object
                ? variant
                : new SchemaNode(
                    ComposedSchema.Merged(rest, variant, width, SchemaGraph.VariantComponent(variant)), variant.Pointer, node.Owner);
        }
    }

    /// <summary>
    /// The alternatives of several unions that apply at once, as <c>allOf</c> of a map or a list of anything and of a map or a list of one
    /// type: alternatives of one JSON kind are combined, and the more specific one is kept. Null where objects with members are among them,
    /// which are merged.
    /// </summary>
    private SchemaNode[]? Common(OpenApiSchema schema, SchemaNode[] parts)
    {
        SchemaNode[] unions = parts.Where(part => IsDistributed(schema, part.Schema)).ToArray();
        bool isAlone = !SchemaShape.DescribesMembers(schema)
            && parts.Count(static part => !SchemaShape.IsUnconstrained(part.Schema)) == unions.Length;
        if (!isAlone || unions.Length < 2 || unions.SelectMany(schemas.Variants).Any(variant => !IsPlain(variant)))
        {
            return null;
        }

        SchemaNode[] common = [.. schemas.Variants(unions[0])];
        foreach (SchemaNode union in unions.Skip(1))
        {
            SchemaNode[] others = [.. schemas.Variants(union)];
            common = common
                .SelectMany(one => others.Where(other => (schemas.JsonKindsOf(one) & schemas.JsonKindsOf(other)) != 0)
                    .Select(other => IsMoreSpecific(other, one) ? other : one))
                .Take(MostVariants)
                .ToArray();
        }

        return common.Length > 0 ? common : null;
    }

    private bool IsPlain(SchemaNode variant)
        => schemas.KindOf(schemas.Unaliased(variant)) is SchemaKind.List or SchemaKind.Map or SchemaKind.Scalar or SchemaKind.Enum;

    /// <summary>Whether an alternative is more specific than another one of the same JSON kind.</summary>
    private bool IsMoreSpecific(SchemaNode one, SchemaNode other) => Weight(schemas.Unaliased(one)) > Weight(schemas.Unaliased(other));

    private int Weight(SchemaNode node) => schemas.KindOf(node) switch
    {
        SchemaKind.List => node.Schema.Items is { } items && schemas.KindOf(items) != SchemaKind.Any ? 1 : 0,
        SchemaKind.Map => schemas.MapValue(node) is { } value && schemas.KindOf(value) != SchemaKind.Any ? 1 : 0,
        SchemaKind.Enum => 2,
        _ => node.Schema.Format is { Length: > 0 } ? 1 : 0,
    };

    private bool IsDistributed(OpenApiSchema schema)
        => schema.AllOf is { Count: > 0 } parts && parts.Any(part => IsDistributed(schema, part));

    /// <summary>
    /// Whether the alternatives of a subschema of <c>allOf</c> are those of the whole: not where the whole is one of the alternatives, as
    /// it is where a variant inherits from its union.
    /// </summary>
    private bool IsDistributed(OpenApiSchema schema, IOpenApiSchema part)
        => SchemaGraph.Resolve(part) is { } target
            && target != schema
            && Has(target)
            && !SchemaShape.Alternatives(target).Any(alternative => Inherits(alternative, schema))
            && WidthOf(schema) * Count(target, depth: 0) <= MostVariants;

    /// <summary>The number of alternatives, without computing them.</summary>
    private int Count(OpenApiSchema schema, int depth)
    {
        int own = SchemaShape.AlternativesButNull(schema).Length;
        return own > 1 ? own
            : depth == 8 ? MostVariants + 1
            : schema.AllOf.OrNone()
                .Select(SchemaGraph.Resolve)
                .Where(part => part is not null && part != schema && Has(part))
                .Select(part => (int?)Count(part!, depth + 1))
                .FirstOrDefault() ?? SchemaShape.AllTypes.Count;
    }

    /// <summary>Whether a schema is another one, or one of the subschemas of another one is.</summary>
    private static bool Inherits(IOpenApiSchema? schema, OpenApiSchema other)
        => SchemaGraph.Resolve(schema) is { } target
            && (target == other || other.AllOf.OrNone().Any(part => SchemaGraph.Resolve(part) == target));

    private static int WidthOf(OpenApiSchema schema) => (schema as ComposedSchema)?.Width ?? 1;
}
