using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document;

namespace OgGen.Generator.Schemas;

/// <summary>Alias schemas: those that only name another one, as <c>allOf: [$ref]</c> and <c>oneOf: [x, null]</c> do.</summary>
internal sealed class SchemaAliases(SchemaGraph schemas, SchemaCache cache)
{
    /// <summary>Whether each schema is a base with a discriminator, or inherits from one.</summary>
    private readonly Dictionary<OpenApiSchema, bool> _ofUnion = [];

    /// <summary>
    /// The target of <c>allOf: [$ref]</c>, <c>oneOf: [x, null]</c> and similar schemas; null where the schema is no alias.
    /// </summary>
    public IOpenApiSchema? TargetOf(IOpenApiSchema schema)
    {
        SchemaFacts facts = cache.Of(schema);
        if (!facts.AliasTarget.IsKnown)
        {
            facts.AliasTarget = (true, FindTarget(schema));
        }

        return facts.AliasTarget.Schema;
    }

    private IOpenApiSchema? FindTarget(IOpenApiSchema schema)
    {
        if (SchemaShape.DescribesMembers(schema))
        {
            return null;
        }

        IOpenApiSchema[] variants = SchemaShape.AlternativesButNull(schema);
        if (schema.AllOf is { Count: > 0 } parts)
        {
            // A component with the type object is a type of its own.
            IOpenApiSchema[] constrained = parts
                .Where(part => !SchemaShape.IsUnconstrained(part) && (schemas.IsComponent(schema) || !IsBareObject(part)))
                .ToArray();
            return variants.Length > 0 ? null : TargetOfAllOf(schema, constrained);
        }

        return variants.Length switch
        {
            0 => null,
            1 => variants[0],
            _ => SameType(variants),
        };
    }

    /// <summary>The schema of which another one is an alias.</summary>
    public SchemaNode TargetOf(SchemaNode alias)
    {
        IOpenApiSchema target = TargetOf(alias.Schema)!;
        if (alias.Schema is ComposedSchema made)
        {
            return made.Nodes.First(node => node.Schema == target);
        }

        bool isAllOf = alias.Schema.AllOf is { Count: > 0 };
        IList<IOpenApiSchema> list = isAllOf ? alias.Schema.AllOf! : SchemaShape.Alternatives(alias.Schema);
        return alias.Member(isAllOf ? "allOf" : SchemaShape.AlternativesKeyword(alias.Schema), list.IndexOf(target), target);
    }

    /// <summary>The schema behind references and aliases.</summary>
    public SchemaNode Follow(SchemaNode node)
    {
        for (int i = 0; i < Limits.Depth; i++)
        {
            node = schemas.Resolve(node);
            if (node.Component is not null || schemas.KindOf(node) != SchemaKind.Alias)
            {
                break;
            }

            node = TargetOf(node);
        }

        return node;
    }

    /// <summary>
    /// The inline schemas of which components are aliases, as in <c>anyOf: [ { … }, { type: 'null' } ]</c>, by schema. Such a schema is the
    /// component's type, however many others are equal. One with a name of its own is shared by that name.
    /// </summary>
    public Dictionary<IOpenApiSchema, string> FindComponentTypes()
    {
        var types = new Dictionary<IOpenApiSchema, string>();
        foreach (KeyValuePair<string, SchemaNode> component in schemas.Components)
        {
            SchemaNode node = component.Value;
            for (int i = 0; i < Limits.Depth && node.Component is null && schemas.KindOf(node) == SchemaKind.Alias; i++)
            {
                node = TargetOf(node);
            }

            if (node.Component is null && !schemas.IsComponent(node.Schema) && node.Schema.Text(SpecExtensions.Name) is null)
            {
                types[node.Schema] = component.Key;
            }
        }

        return types;
    }

    private IOpenApiSchema? TargetOfAllOf(IOpenApiSchema schema, IOpenApiSchema[] constrained)
    {
        if (constrained is [var only])
        {
            // Members that are required beside a reference make a type of their own.
            bool isRequired = schema.Required is { Count: > 0 } || schema.AllOf!.Any(part => part is not null and not OpenApiSchemaReference
                && part.Required is { Count: > 0 } && (SchemaShape.IsUnconstrained(part) || IsBareObject(part)));
            bool isDerived = schemas.IsComponent(schema) && IsOfUnion(only);
            return isDerived || isRequired && schemas.KindOf(only) == SchemaKind.Object ? null : only;
        }

        // Several constraints of one value: the most specific subschema is its type.
        return constrained.Length > 1
            && constrained.All(part => schemas.KindOf(part) is SchemaKind.Scalar or SchemaKind.Enum or SchemaKind.List)
            ? constrained.OrderByDescending(Weight).First()
            : null;
    }

    /// <summary>Whether a schema is a base with a discriminator, or inherits from one, directly or indirectly.</summary>
    private bool IsOfUnion(IOpenApiSchema? schema)
    {
        if (SchemaGraph.Resolve(schema) is not { } start)
        {
            return false;
        }

        if (_ofUnion.TryGetValue(start, out bool known))
        {
            return known;
        }

        // A schema is decided after those that it refers to, without recursion: a chain may be longer than the stack.
        var pending = new Stack<OpenApiSchema>([start]);
        while (pending.Count > 0)
        {
            OpenApiSchema current = pending.Peek();
            IEnumerable<OpenApiSchema> bases = current.AllOf.OrNone()
                .OfType<OpenApiSchemaReference>()
                .Select(SchemaGraph.Resolve)
                .OfType<OpenApiSchema>();
            if (!SchemaGraph.IsDiscriminatedBase(current) && bases.FirstOrDefault(target => !_ofUnion.ContainsKey(target)) is { } next)
            {
                _ofUnion[next] = false;
                pending.Push(next);
                continue;
            }

            _ofUnion[current] = SchemaGraph.IsDiscriminatedBase(current) || bases.Any(target => _ofUnion[target]);
            pending.Pop();
        }

        return _ofUnion[start];
    }

    /// <summary>
    /// Whether a subschema of <c>allOf</c> only repeats that the others are objects, as in <c>{type: object, nullable: true}</c>.
    /// </summary>
    private bool IsBareObject(IOpenApiSchema? part)
        => part is OpenApiSchema own
            && SchemaShape.Types(own) == JsonSchemaType.Object
            && schemas.KindOf(own) == SchemaKind.Map
            && SchemaShape.IsOpen(own)
            && own.AllOf is not { Count: > 0 };

    /// <summary>How specific a subschema of <c>allOf</c> is.</summary>
    private int Weight(IOpenApiSchema part) => schemas.KindOf(part) switch
    {
        SchemaKind.Enum => 3,
        SchemaKind.List => part.Items is null ? 0 : 1,
        _ => part.Format is { Length: > 0 } ? 2 : SchemaShape.Types(part) == JsonSchemaType.Integer ? 1 : 0,
    };

    /// <summary>
    /// The alternative that has the values of all: one of the same C# type, numbers for integers and numbers, an enumeration,
    /// which is open, for its values and other strings.
    /// </summary>
    private IOpenApiSchema? SameType(IOpenApiSchema[] variants)
    {
        if (variants.All(variant => schemas.KindOf(variant) == SchemaKind.Scalar))
        {
            IOpenApiSchema widest = variants.FirstOrDefault(variant => schemas.ScalarType(variant) == JsonSchemaType.Number) ?? variants[0];
            ScalarKind kind = ScalarTypes.Of(schemas, widest);
            bool isNumber = schemas.ScalarType(widest) == JsonSchemaType.Number;
            bool IsWithin(IOpenApiSchema variant)
                => ScalarTypes.Of(schemas, variant) == kind || isNumber && schemas.ScalarType(variant) == JsonSchemaType.Integer;
            return variants.All(IsWithin) ? widest : null;
        }

        IOpenApiSchema[] enums = variants
            .Where(variant => schemas.KindOf(variant) == SchemaKind.Enum && schemas.IsStringEnum(SchemaGraph.Resolve(variant)!))
            .ToArray();
        bool IsString(IOpenApiSchema variant)
            => schemas.KindOf(variant) == SchemaKind.Scalar && ScalarTypes.Of(schemas, variant) == ScalarKind.String;
        return enums.Length == 1 && variants.All(variant => variant == enums[0] || IsString(variant)) ? enums[0] : null;
    }
}
