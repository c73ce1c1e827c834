using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>The members of objects, and the values of maps.</summary>
internal sealed class SchemaMembers(SchemaGraph schemas, SchemaCache cache)
{
    private readonly Dictionary<string, ObjectShape> _componentShapes = new(StringComparer.Ordinal);
    private readonly Dictionary<(IOpenApiSchema Schema, SchemaOwner Owner), ObjectShape> _inlineShapes = [];
    private readonly Dictionary<(IOpenApiSchema Schema, SchemaOwner Owner), ComposedSchema> _anyOf = [];

    /// <summary>Whether the schema's objects have named members.</summary>
    public bool Has(OpenApiSchema schema)
    {
        SchemaFacts facts = cache.Of(schema);
        if (facts.HasMembers is not { } has)
        {
            // Re-entry guard: a circular subschema adds no member.
            facts.HasMembers = false;
            facts.HasMembers = has = SchemaShape.AllowsObjects(schema)
                && (schema.Properties is { Count: > 0 }
                    || SchemaShape.IsOpen(schema) && schema.PatternProperties is { Count: > 0 }
                    || Parts(schema).Any(part => SchemaGraph.Resolve(part) is { } target && Has(target)));
        }

        return has;
    }

    public ObjectShape Flatten(SchemaNode node)
    {
        if (node.Component is { } component)
        {
            if (!_componentShapes.TryGetValue(component, out ObjectShape? known))
            {
                // Added before it is filled, so that a circular allOf ends.
                _componentShapes.Add(component, known = new ObjectShape());
                if (schemas.Components.TryGetValue(component, out SchemaNode target))
                {
                    Merge(target, known);
                }
            }

            return known;
        }

        if (!_inlineShapes.TryGetValue((node.Schema, node.Owner), out ObjectShape? shape))
        {
            _inlineShapes.Add((node.Schema, node.Owner), shape = new ObjectShape());
            Merge(node, shape);
        }

        return shape;
    }

    public static IEnumerable<SchemaNode> Parts(SchemaNode node)
    {
        if (node.Schema is ComposedSchema { Keyword: "allOf" } made)
        {
            return made.Nodes;
        }

        IEnumerable<SchemaNode> parts = node.Schema.AllOf is { Count: > 0 } allOf ? PartsOfAllOf(node, allOf) : [];
        return SchemaVariants.Own(node) is [var only] ? parts.Append(only) : parts;
    }

    private static IEnumerable<SchemaNode> PartsOfAllOf(SchemaNode node, IList<IOpenApiSchema> allOf)
    {
        int without = (node.Schema as RestSchema)?.WithoutPart ?? -1;
        return allOf.Select((part, i) => node.Member("allOf", without < 0 || i < without ? i : i + 1, part));
    }

    /// <summary>The schema of a map's values; null for any JSON, also where the map consists of itself.</summary>
    /// <param name="node">The map.</param>
    /// <param name="isItself">Whether the values are the map itself, so that they have no type.</param>
    public SchemaNode? MapValue(SchemaNode node, out bool isItself)
    {
        SchemaNode? value = FindMapValue(node);
        isItself = IsMapOfItself(node, value);
        return isItself ? null : value;
    }

    /// <summary>
    /// Whether an inline map has itself as its values, by way of inline maps, lists and aliases alone. A subschema of <c>allOf</c> makes it
    /// possible: the map of a component gives its values to an inline map that stands among these values.
    /// </summary>
    private bool IsMapOfItself(SchemaNode map, SchemaNode? value)
    {
        if (map.Component is not null || !Parts(map).Any())
        {
            return false;
        }

        var seen = new HashSet<IOpenApiSchema>();
        SchemaNode? next = value;
        while (next is { Component: null } node && node.Schema != map.Schema && seen.Add(node.Schema))
        {
            next = schemas.KindOf(node) switch
            {
                SchemaKind.Map => FindMapValue(node),
                SchemaKind.List when node.Schema.Items is { } items => node.Member("items", items),
                SchemaKind.Alias => schemas.AliasTarget(node),
                _ => null,
            };
        }

        return next is { } end && end.Schema == map.Schema;
    }

    private SchemaNode? FindMapValue(SchemaNode node)
    {
        var values = new List<SchemaNode>();
        AddExtra(node, values);
        foreach (SchemaNode part in Parts(node))
        {
            if (values.Count == 0 && SchemaGraph.Resolve(part.Schema) is not null && schemas.KindOf(part) == SchemaKind.Map)
            {
                AddExtra(schemas.Resolve(part), values);
            }
        }

        return AnyOf(node, values);
    }

    /// <summary>One schema for the values of several. Repeated calls return the same schema.</summary>
    public SchemaNode? AnyOf(SchemaNode node, IReadOnlyList<SchemaNode> values)
    {
        if (values.Count <= 1)
        {
            return values.Count == 0 ? null : values[0];
        }

        SchemaNode target = schemas.Resolve(node);
        if (!_anyOf.TryGetValue((target.Schema, target.Owner), out ComposedSchema? anyOf))
        {
            _anyOf.Add((target.Schema, target.Owner), anyOf = ComposedSchema.AnyOfThese(values));
        }

        return new SchemaNode(anyOf, target.Pointer, target.Owner);
    }

    /// <summary>The schemas that apply as well: <c>allOf</c>, and a single alternative beside members.</summary>
    private static IEnumerable<IOpenApiSchema> Parts(OpenApiSchema schema)
        => SchemaShape.AlternativesButNull(schema) is [var only] ? schema.AllOf.OrNone().Append(only) : schema.AllOf.OrNone();

    private void Merge(SchemaNode node, ObjectShape shape)
    {
        if (node.Component is not null)
        {
            shape.Append(Flatten(node));
            return;
        }

        foreach (SchemaNode part in Parts(node))
        {
            shape.Append(Flatten(part));
        }

        if (node.Schema.Properties is { Count: > 0 } properties)
        {
            shape.Reserve(properties.Count);

            // The location above all properties, which is made once.
            SchemaNode list = node.Member("properties", node.Schema);
            foreach (KeyValuePair<string, IOpenApiSchema> property in properties)
            {
                shape.Add(property.Key, list.Member(property.Key, property.Value));
            }
        }

        if (node.Schema.Required is { Count: > 0 } required)
        {
            shape.Required.UnionWith(required);
        }

        AddExtra(node, shape.Extra);
    }

    /// <summary>Adds the schemas for members that have no property of their own.</summary>
    private static void AddExtra(SchemaNode node, List<SchemaNode> extra)
    {
        if (node.Schema.PatternProperties is { Count: > 0 } patterns)
        {
            foreach (KeyValuePair<string, IOpenApiSchema> pattern in patterns)
            {
                extra.Add(node.Member("patternProperties", pattern.Key, pattern.Value));
            }
        }

        if (node.Schema.AdditionalProperties is { } additional)
        {
            extra.Add(node.Member("additionalProperties", additional));
        }
    }
}
