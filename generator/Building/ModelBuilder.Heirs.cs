using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Document.Checks;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <content>
/// Unions by inheritance, as in 2.0 and 3.0: a base with a discriminator, and schemas that have it in their <c>allOf</c>. Classes
/// where the discriminator is a text, else a choice by its value.
/// </content>
internal sealed partial class ModelBuilder
{
    /// <summary>The components that each component has in its <c>allOf</c>.</summary>
    private readonly Dictionary<string, List<string>> _bases = new(StringComparer.Ordinal);

    private readonly Dictionary<string, HashSet<string>> _ancestors = new(StringComparer.Ordinal);

    /// <summary>The bases whose discriminator is no text, each with what inherits from it.</summary>
    private readonly Dictionary<string, List<SchemaNode>> _choicesOfHeirs = new(StringComparer.Ordinal);

    private List<string> BasesOf(string component)
    {
        if (!_bases.TryGetValue(component, out List<string>? bases))
        {
            bases = [];
            _bases.Add(component, bases);
            if (_schemas.Components.TryGetValue(component, out SchemaNode at) && at.Component is null)
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
            && _schemas.Components.TryGetValue(ancestor, out SchemaNode at)
            && SchemaGraph.IsDiscriminatedBase(at.Schema)
            && at.Schema.Discriminator!.PropertyName == discriminator);

    /// <summary>
    /// Makes a base the union of the schemas that inherit from it, or are mapped to. One that another union has already is
    /// read as an unknown variant.
    /// </summary>
    private bool ClaimHeirs(string component, SchemaNode at, string discriminator, HashSet<string> visiting)
    {
        var variants = new List<(string Component, List<string> Keys)>();
        foreach (string name in HeirsOf(component, at.Schema.Discriminator!))
        {
            if (ClassVariant(name, at.Schema.Discriminator!, discriminator, visiting) is { } keys)
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

    /// <summary>
    /// Finds the bases whose discriminator is a number or a truth value: each is a choice by that value, if the document says which one
    /// any heir has. There a schema's name stands for nothing.
    /// </summary>
    private void FindChoicesOfHeirs()
    {
        foreach (KeyValuePair<string, SchemaNode> component in _schemas.Components)
        {
            SchemaNode at = component.Value;
            if (at.Component is not null || !SchemaGraph.IsDiscriminatedBase(at.Schema) || IsText(at, at.Schema.Discriminator!.PropertyName!) || InheritsDiscriminator(component.Key, at.Schema.Discriminator.PropertyName!))
            {
                continue;
            }

            OpenApiDiscriminator discriminator = at.Schema.Discriminator;
            List<(string Component, List<string> Keys)> heirs = HeirsOf(component.Key, discriminator).Select(name => (name, KeysOf(discriminator, name, discriminator.PropertyName!))).ToList();
            if (heirs.Exists(static heir => !heir.Keys.Contains(heir.Component)))
            {
                ReportUnmapped(component.Key, at, heirs);
                _choicesOfHeirs.Add(component.Key, heirs.ConvertAll(heir => new SchemaNode(new OpenApiSchemaReference(heir.Component, _document), at.Pointer, at.Owner)));
            }
        }
    }

    /// <summary>The components that inherit from a base, or that its discriminator maps to.</summary>
    private IEnumerable<string> HeirsOf(string component, OpenApiDiscriminator discriminator)
    {
        HashSet<string> mapped = new((discriminator.Mapping ?? new Dictionary<string, OpenApiSchemaReference>())
            .Select(static mapping => mapping.Value.Reference.Id).OfType<string>(), StringComparer.Ordinal);
        return _schemas.Components.Keys.Where(name => name != component && (mapped.Contains(name) || AncestorsOf(name).Contains(component)));
    }

    /// <summary>Whether a variant's own schema leaves the discriminator open: its objects need not be those of the union.</summary>
    private bool IsLoose(string variant, string discriminator, List<string> keys)
    {
        SchemaNode property = _schemas.Flatten(_schemas.Components[variant]).Members.FirstOrDefault(member => member.Name == discriminator).Schema;
        return property.Schema is null
            || _schemas.KindOf(property.Schema) != SchemaKind.Enum
            || _schemas.EnumValues(property.Schema).Any(value => !JsonConstant.IsNull(value) && !keys.Contains(JsonConstant.AsString(value) ?? ""));
    }
}
