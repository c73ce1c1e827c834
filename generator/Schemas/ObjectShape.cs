namespace OgGen.Generator.Schemas;

/// <summary>The members of objects, after <c>allOf</c> has been merged.</summary>
internal sealed class ObjectShape
{
    private Dictionary<string, int>? _index;

    public List<(string Name, SchemaNode Schema)> Members { get; } = [];

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The schemas for members that have no property of their own.</summary>
    public List<SchemaNode> Extra { get; } = [];

    /// <summary>The schema of a member; null where there is no such member.</summary>
    public SchemaNode? Find(string name) => IndexOf(name) is >= 0 and int index ? Members[index].Schema : null;

    /// <summary>Makes room for members that are added next, if there are none yet.</summary>
    public void Reserve(int count)
    {
        if (_index is null)
        {
            _index = new(count, StringComparer.Ordinal);
            Members.Capacity = count;
        }
    }

    /// <summary>Adds a member; one of the same name is replaced and keeps its position, unless the new one is unconstrained.</summary>
    public void Add(string name, SchemaNode schema)
    {
        int index = IndexOf(name);
        if (index < 0)
        {
            _index ??= new(StringComparer.Ordinal);
            _index.Add(name, Members.Count);
            Members.Add((name, schema));
        }
        else if (!SchemaShape.IsUnconstrained(schema.Schema))
        {
            Members[index] = (name, schema);
        }
    }

    public void Append(ObjectShape part)
    {
        // A copy: a circular allOf would append a list to itself.
        Reserve(part.Members.Count);
        foreach ((string name, SchemaNode member) in part.Members.ToArray())
        {
            Add(name, member);
        }

        Required.UnionWith(part.Required.ToArray());
        Extra.AddRange(part.Extra.ToArray());
    }

    private int IndexOf(string name) => _index is not null && _index.TryGetValue(name, out int index) ? index : -1;
}
