using OgGen.Generator.Schemas;

namespace OgGen.Generator.Planning;

/// <summary>A variant of a discriminated union, and its discriminator values.</summary>
internal sealed record UnionVariant(string Component, IReadOnlyList<string> Values);

/// <summary>A component that becomes a discriminated union.</summary>
internal sealed record PlannedUnion(string Discriminator, IReadOnlyList<UnionVariant> Variants);

/// <summary>A union above a component.</summary>
/// <param name="Union">The component that is the union.</param>
/// <param name="Discriminator">The discriminator's JSON name.</param>
/// <param name="Values">The discriminator values of the variant.</param>
/// <param name="IsOverridable">Whether an object of the variant may have another value, or none, outside of the union.</param>
internal sealed record UnionLink(string Union, string Discriminator, IReadOnlyList<string> Values, bool IsOverridable)
{
    /// <summary>Whether an object of the variant has a discriminator that can be set.</summary>
    public bool IsOpen => IsOverridable || Values.Count > 1;
}

/// <summary>The discriminated unions, and with them the kind of type of each schema.</summary>
/// <param name="Schemas">The schemas of the document.</param>
/// <param name="Unions">The discriminated unions, by component.</param>
/// <param name="UnionOf">The union that each variant belongs to: a class has one base.</param>
/// <param name="DerivedUntaggedUnions">The bases whose discriminator is no string, each with its derived types: untagged unions.</param>
/// <param name="Bases">The variants from which a variant of the same union inherits, the nearest first.</param>
/// <param name="DiscriminatorEnums">
/// The enumerations that type the discriminators of unions, by union; any other discriminator is a string.
/// </param>
internal sealed record UnionPlan(
    SchemaGraph Schemas,
    IReadOnlyDictionary<string, PlannedUnion> Unions,
    IReadOnlyDictionary<string, string> UnionOf,
    IReadOnlyDictionary<string, IReadOnlyList<SchemaNode>> DerivedUntaggedUnions,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Bases,
    IReadOnlyDictionary<string, SchemaNode> DiscriminatorEnums)
{
    private readonly ILookup<string, string> _derived = Bases
        .SelectMany(static variant => variant.Value.Select(above => (Base: above, Derived: variant.Key)))
        .ToLookup(static pair => pair.Base, static pair => pair.Derived, StringComparer.Ordinal);

    /// <summary>The kind of type of a component; a name that no component has is any JSON.</summary>
    public SchemaKind KindOf(string component)
        => !Schemas.Components.TryGetValue(component, out SchemaNode node) ? SchemaKind.Any
            : node.Component is not null ? SchemaKind.Alias
            : Unions.ContainsKey(component) ? SchemaKind.Union
            : DerivedUntaggedUnions.ContainsKey(component) ? SchemaKind.UntaggedUnion
            : Schemas.KindOf(node);

    /// <summary>The target of references and aliases, and its kind of type.</summary>
    public (SchemaNode Node, SchemaKind Kind) Follow(SchemaNode node)
    {
        SchemaNode target = Schemas.Unaliased(node);
        return UnionInline(target) is { } union ? (Schemas.Components[union], SchemaKind.Union)
            : (target, Schemas.NameOf(target.Schema) is { } component ? KindOf(component) : Schemas.KindOf(target));
    }

    /// <summary>The component union that inline alternatives are equal to; null where there is none.</summary>
    public string? UnionInline(SchemaNode node) => InlineUnions.Find(this, node);

    /// <summary>Whether the items of an array are single values: strings on the wire.</summary>
    public bool IsListOfValues(SchemaNode list)
        => list.Schema.Items is not { } items
            || Follow(list.Member("items", items)).Kind is SchemaKind.Any or SchemaKind.Scalar or SchemaKind.Enum;

    /// <summary>The alternatives of an untagged union.</summary>
    /// <param name="node">The untagged union.</param>
    /// <param name="component">The name of its component; null for an inline schema.</param>
    public IReadOnlyList<SchemaNode> VariantsOf(SchemaNode node, string? component)
        => component is not null && DerivedUntaggedUnions.TryGetValue(component, out IReadOnlyList<SchemaNode>? derived)
            ? derived
            : Schemas.Variants(node);

    /// <summary>The unions above a component, outermost first.</summary>
    public List<UnionLink> Above(string? component)
    {
        var links = new List<UnionLink>();
        while (component is not null && UnionOf.TryGetValue(component, out string? union))
        {
            string variant = component;
            IReadOnlyList<string> values = Unions[union].Variants.First(candidate => candidate.Component == variant).Values;
            string discriminator = Unions[union].Discriminator;
            links.Insert(
                0, new UnionLink(union, discriminator, values, DiscriminatorValues.IsOverridable(Schemas, variant, discriminator, values)));
            component = union;
        }

        return links;
    }

    /// <summary>The variants that inherit from a variant of the same union.</summary>
    public IEnumerable<string> DerivedFrom(string component) => _derived[component];

    /// <summary>The variants above and below a variant: its members cannot have the names of their classes.</summary>
    public IEnumerable<string> RelativesOf(string component)
        => (Bases.TryGetValue(component, out IReadOnlyList<string>? above) ? above : []).Concat(DerivedFrom(component));

    /// <summary>Whether an inline enumeration is the property of a union by which its discriminator is typed.</summary>
    public bool IsDiscriminatorEnum(string component, SchemaNode member)
        => DiscriminatorEnums.TryGetValue(component, out SchemaNode node) && node.Schema == member.Schema;

    /// <summary>The members of a component that its unions, or it as a union, declare as discriminators.</summary>
    public IReadOnlyCollection<string> DiscriminatorsOf(string component)
    {
        if (!UnionOf.ContainsKey(component) && !Unions.ContainsKey(component))
        {
            return [];
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (string? next = component; next is not null; next = UnionOf.TryGetValue(next, out string? union) ? union : null)
        {
            if (Unions.TryGetValue(next, out PlannedUnion? plan))
            {
                names.Add(plan.Discriminator);
            }
        }

        return names;
    }
}
