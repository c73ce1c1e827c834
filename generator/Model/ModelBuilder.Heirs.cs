using Microsoft.OpenApi;
using OgGen.Generator.Document;

namespace OgGen.Generator.Model;

/// <content>
/// Unions by inheritance, as in 2.0 and 3.0: a base with a discriminator, and schemas that have it in their <c>allOf</c>.
/// </content>
internal sealed partial class ModelBuilder
{
    /// <summary>The components that each component has in its <c>allOf</c>.</summary>
    private readonly Dictionary<string, List<string>> _bases = new(StringComparer.Ordinal);

    private readonly Dictionary<string, HashSet<string>> _ancestors = new(StringComparer.Ordinal);

    private List<string> BasesOf(string component)
    {
        if (!_bases.TryGetValue(component, out List<string>? bases))
        {
            bases = [];
            _bases.Add(component, bases);
            if (_components.TryGetValue(component, out SchemaAt at) && at.Component is null)
            {
                AddBases(at.Schema, bases, depth: 0);
            }
        }

        return bases;
    }

    private static void AddBases(IOpenApiSchema schema, List<string> bases, int depth)
    {
        foreach (IOpenApiSchema part in schema.AllOf ?? [])
        {
            if (part is OpenApiSchemaReference { Reference.Id: { } id })
            {
                bases.Add(id);
            }
            else if (part is not null && depth < Limits.Depth)
            {
                AddBases(part, bases, depth + 1);
            }
        }
    }

    /// <summary>The components from which one inherits, directly or through others.</summary>
    private HashSet<string> AncestorsOf(string component)
    {
        if (_ancestors.TryGetValue(component, out HashSet<string>? ancestors))
        {
            return ancestors;
        }

        ancestors = new HashSet<string>(StringComparer.Ordinal);
        _ancestors.Add(component, ancestors);
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

    /// <summary>Whether a base repeats the discriminator of its own base, whose variants its heirs are.</summary>
    private bool InheritsDiscriminator(string component, string discriminator)
        => AncestorsOf(component).Any(ancestor => ancestor != component
            && _components.TryGetValue(ancestor, out SchemaAt at)
            && SchemaShape.IsDiscriminatedBase(at.Schema)
            && at.Schema.Discriminator!.PropertyName == discriminator);

    /// <summary>
    /// Makes a base the union of the schemas that inherit from it, or are mapped to. One that another union has already is
    /// read as an unknown variant.
    /// </summary>
    private bool ClaimHeirs(string component, SchemaAt at, string discriminator, HashSet<string> visiting)
    {
        HashSet<string> mapped = new((at.Schema.Discriminator!.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
            .Select(static mapping => mapping.Value.Reference.Id).OfType<string>(), StringComparer.Ordinal);
        var variants = new List<(string Component, List<string> Keys)>();
        foreach (string name in _components.Keys)
        {
            bool isHeir = name != component && (mapped.Contains(name) || AncestorsOf(name).Contains(component));
            if (isHeir && ClassVariant(name, at.Schema.Discriminator, discriminator, visiting) is { } keys)
            {
                variants.Add((name, keys));
            }
        }

        if (variants.Count == 0)
        {
            return false;
        }

        AddUnion(component, at, discriminator, variants);
        return true;
    }

    /// <summary>Whether a variant's own schema leaves the discriminator open: its objects need not be those of the union.</summary>
    private bool IsLoose(string variant, string discriminator, List<string> keys)
    {
        SchemaAt property = Flatten(_components[variant]).Members.FirstOrDefault(member => member.Name == discriminator).Schema;
        return property.Schema is null
            || SchemaShape.KindOf(property.Schema) != SchemaKind.Enum
            || SchemaShape.EnumValues(property.Schema).Any(value => !SchemaShape.IsNullNode(value) && !keys.Contains(SchemaShape.AsString(value) ?? ""));
    }
}
