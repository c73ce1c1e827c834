using Microsoft.OpenApi;
using OgGen.Generator.Common;

namespace OgGen.Generator.Schemas;

/// <summary>Which components have which others in their <c>allOf</c>.</summary>
internal sealed class SchemaInheritance(SchemaGraph schemas)
{
    private readonly Dictionary<string, HashSet<string>> _ancestors = new(StringComparer.Ordinal);

    /// <summary>The components from which one inherits, directly or through others.</summary>
    public HashSet<string> AncestorsOf(string component)
    {
        if (_ancestors.TryGetValue(component, out HashSet<string>? ancestors))
        {
            return ancestors;
        }

        _ancestors.Add(component, ancestors = new HashSet<string>(StringComparer.Ordinal));
        var pending = new Stack<string>(BasesOf(component));
        while (pending.Count > 0)
        {
            string next = pending.Pop();
            if (ancestors.Add(next))
            {
                BasesOf(next).ForEach(pending.Push);
            }
        }

        return ancestors;
    }

    /// <summary>The components from which one inherits, the nearest first, in the order of its <c>allOf</c>.</summary>
    public IReadOnlyList<string> LineageOf(string component)
    {
        var lineage = new List<string>();
        var level = new List<string> { component };
        while (level.Count > 0)
        {
            level = level.SelectMany(BasesOf)
                .Where(name => name != component && !lineage.Contains(name))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            lineage.AddRange(level);
        }

        return lineage;
    }

    /// <summary>Whether a base repeats the discriminator of its own base, whose variants its derived types are.</summary>
    public bool InheritsDiscriminator(string component, string discriminator)
        => AncestorsOf(component).Any(ancestor => ancestor != component
            && schemas.Components.TryGetValue(ancestor, out SchemaNode node)
            && node.Component is null
            && SchemaGraph.IsDiscriminatedBase(node.Schema)
            && SchemaShape.DiscriminatorOf(node.Schema)!.Value.Discriminator.PropertyName == discriminator);

    /// <summary>The components that inherit from a base, or that its discriminator maps to.</summary>
    public IEnumerable<string> DerivedFrom(string component, OpenApiDiscriminator discriminator)
    {
        HashSet<string> mapped = new((discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
            .Select(static mapping => mapping.Value.Reference.Id).OfType<string>(), StringComparer.Ordinal);
        return schemas.Components.Keys.Where(name => name != component && (mapped.Contains(name) || AncestorsOf(name).Contains(component)));
    }

    private List<string> BasesOf(string component)
    {
        var bases = new List<string>();
        if (schemas.Components.TryGetValue(component, out SchemaNode node) && node.Component is null)
        {
            Add(node.Schema, bases, depth: 0);
        }

        return bases;
    }

    private static void Add(IOpenApiSchema schema, List<string> bases, int depth)
    {
        foreach (IOpenApiSchema part in schema.AllOf.OrNone())
        {
            if (part is OpenApiSchemaReference { Reference.Id: { } id })
            {
                bases.Add(id);
            }
            else if (part is not null && depth < Limits.Depth)
            {
                Add(part, bases, depth + 1);
            }
        }
    }
}
