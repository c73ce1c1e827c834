using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>The cached results of <see cref="SchemaGraph"/>.</summary>
internal sealed class SchemaCache
{
    private readonly Dictionary<IOpenApiSchema, SchemaFacts> _facts = [];
    private IOpenApiSchema? _last;
    private SchemaFacts? _ofLast;

    /// <summary>What is known of a schema. Several questions to one schema follow each other.</summary>
    public SchemaFacts Of(IOpenApiSchema schema)
    {
        if (_ofLast is null || !ReferenceEquals(schema, _last))
        {
            if (!_facts.TryGetValue(schema, out SchemaFacts? facts))
            {
                _facts.Add(schema, facts = new SchemaFacts());
            }

            (_last, _ofLast) = (schema, facts);
        }

        return _ofLast;
    }
}

/// <summary>What was found out about a schema: null is what nobody has asked for.</summary>
internal sealed class SchemaFacts
{
    public SchemaKind? Kind { get; set; }

    public IReadOnlyList<IOpenApiSchema>? Constants { get; set; }

    public bool? HasMembers { get; set; }

    public bool? HasVariants { get; set; }

    /// <summary>The number type of which all alternatives are forms, if there is one.</summary>
    public (bool IsKnown, NumberUnion? Type) Number { get; set; }

    /// <summary>The schema of which this one is an alias, if it is one.</summary>
    public (bool IsKnown, IOpenApiSchema? Schema) AliasTarget { get; set; }
}
