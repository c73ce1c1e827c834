using Microsoft.OpenApi;

namespace OgGen.Generator.Schemas;

/// <summary>A schema's members after <c>allOf</c> has been merged.</summary>
internal sealed class ObjectShape
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    public List<(string Name, SchemaAt Schema)> Members { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The schemas for members that have no property of their own.</summary>
    public List<SchemaAt> Extra { get; } = [];

    /// <summary>Adds a member; one of the same name is overridden in its place, unless the new one says nothing of its kind.</summary>
    public void Add(string name, SchemaAt schema)
    {
        if (!_index.TryGetValue(name, out int index))
        {
            _index.Add(name, Members.Count);
            Members.Add((name, schema));
        }
        else if (!SchemaShape.IsSilent(schema.Schema))
        {
            Members[index] = (name, schema);
        }
    }

    public void Append(ObjectShape part)
    {
        // Copies, as an allOf that comes back to itself would append a list to itself.
        foreach ((string name, SchemaAt member) in part.Members.ToArray())
        {
            Add(name, member);
        }

        Required.UnionWith(part.Required.ToArray());
        Extra.AddRange(part.Extra.ToArray());
    }
}

/// <content>Objects: what makes one, and the values of maps.</content>
internal static partial class SchemaShape
{
    /// <summary>Whether the schema's objects have members with names, or such beside which other members may stand.</summary>
    private static bool HasMembers(OpenApiSchema schema)
    {
        Facts facts = FactsOf(schema);
        if (facts.HasMembers is { } known)
        {
            return known;
        }

        facts.HasMembers = false;
        bool hasMembers = AllowsObjects(schema)
            && (schema.Properties is { Count: > 0 }
                || IsOpen(schema) && schema.PatternProperties is { Count: > 0 }
                || Parts(schema).Any(static part => Resolve(part) is { } target && HasMembers(target)));
        facts.HasMembers = hasMembers;
        return hasMembers;
    }

    /// <summary>Whether objects are among the schema's values: <c>properties</c> beside <c>type: array</c> say nothing of lists.</summary>
    private static bool AllowsObjects(IOpenApiSchema schema) => Types(schema) is var types && (types == 0 || (types & JsonSchemaType.Object) != 0);

    /// <summary>Whether members may stand in an object of which the schema says nothing.</summary>
    private static bool IsOpen(OpenApiSchema schema) => schema.AdditionalPropertiesAllowed && schema.AdditionalProperties is null;

    /// <summary>What has to hold as well: <c>allOf</c>, and a single alternative beside members.</summary>
    private static IEnumerable<IOpenApiSchema> Parts(OpenApiSchema schema)
        => Alternatives(schema).Where(static alternative => !IsNull(alternative)).ToArray() is [var only]
            ? (schema.AllOf ?? []).Append(only)
            : schema.AllOf ?? [];

    /// <summary>The same, with their places.</summary>
    public static IEnumerable<SchemaAt> Parts(SchemaAt at)
    {
        IList<IOpenApiSchema> parts = at.Schema.AllOf ?? [];
        for (int i = 0; i < parts.Count; i++)
        {
            yield return at.Member("allOf", i, parts[i]);
        }

        if (OwnVariants(at).ToArray() is [var only])
        {
            yield return only;
        }
    }

    /// <summary>The schema of a map's values; null for any JSON.</summary>
    public static SchemaAt? MapValue(SchemaAt at)
    {
        List<SchemaAt> values = ExtraMembers(at).ToList();
        foreach (SchemaAt part in Parts(at))
        {
            if (values.Count == 0 && Resolve(part.Schema) is { } target && KindOf(target) == SchemaKind.Map)
            {
                values.AddRange(ExtraMembers(new SchemaAt(target, part.Pointer)));
            }
        }

        return AnyOf(at, values);
    }

    /// <summary>The schemas for members that have no property of their own.</summary>
    public static IEnumerable<SchemaAt> ExtraMembers(SchemaAt at)
    {
        foreach (KeyValuePair<string, IOpenApiSchema> pattern in at.Schema.PatternProperties ?? new Dictionary<string, IOpenApiSchema>())
        {
            yield return at.Member("patternProperties", pattern.Key, pattern.Value);
        }

        if (at.Schema.AdditionalProperties is { } additional)
        {
            yield return at.Member("additionalProperties", additional);
        }
    }

    /// <summary>One schema for values of several; one and the same, however often it is asked for.</summary>
    public static SchemaAt? AnyOf(SchemaAt owner, List<SchemaAt> schemas)
    {
        if (schemas.Count <= 1)
        {
            return schemas.Count == 0 ? null : schemas[0];
        }

        Facts facts = FactsOf(Resolve(owner.Schema)!);
        facts.AnyOf ??= new OpenApiSchema { AnyOf = schemas.Select(static schema => schema.Schema).ToList() };
        return new SchemaAt(facts.AnyOf, owner.Pointer);
    }
}
