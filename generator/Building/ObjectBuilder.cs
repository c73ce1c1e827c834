using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds classes with properties: plain objects, and variants of unions.</summary>
internal sealed class ObjectBuilder(
    UnionPlan unions,
    NamePlan names,
    IReadOnlyDictionary<string, IReadOnlyList<PropertyModel>> commonMembers,
    ClassTree classes,
    PropertyBuilder properties,
    DiscriminatorBuilder discriminators,
    TypeResolver resolver)
{
    public ObjectModel Build(string name, SchemaNode node, string? component, DocModel doc, bool isDeprecated)
    {
        List<UnionLink> above = unions.Above(component);
        UnionLink? union = above.Count > 0 ? above[above.Count - 1] : null;
        string? parent = classes.BaseOf(component);
        List<PropertyModel> own = properties.Build(name, node, above, component);
        PropertyModel[] members = PropertyBuilder.Number(union is null ? own : MarkInherited(own, above, parent));
        string? discriminator = union is { IsOpen: true, IsOverridable: false } ? union.Discriminator : null;
        IEnumerable<string> required = members.Where(static property => property.IsRequired).Select(static property => property.JsonName);
        DiscriminatorModel? open = union is { IsOpen: true } ? discriminators.OfVariant(union) : null;
        return new ObjectModel
        {
            Name = name,
            Doc = doc,
            IsDeprecated = isDeprecated,
            BaseName = union is null ? null : names.Components[parent ?? union.Union],
            Derived = classes.DerivedFrom(component).Select(Derived).ToEquatable(),
            HidesReader = union is not null && HidesReader(union, component),
            OpenDiscriminator = open,
            FixedDiscriminators = union is null ? default : Fixed(above, union),
            Properties = EquatableArray<PropertyModel>.Of(members),
            Extra = ExtraOf(node, unions, resolver),
            InheritsExtra = classes.InheritsExtra(component),
            RequiredNames = (discriminator is null ? required : required.Append(discriminator)).ToEquatable(),
            HasReaderConstructor = Array.Exists(members, static property => property is { IsRequired: true, Preset: null })
                || open is { Default: null }
                || Array.Exists(
                    members,
                    static property => property.Access is MemberAccess.RequiredInRequest or MemberAccess.RequiredInRequestKeepsNull),
        };
    }

    private bool HidesReader(UnionLink union, string? component)
        => classes.BasesOf(component).Any(other => Link(other).IsOpen == union.IsOpen);

    private EquatableArray<FixedDiscriminator> Fixed(List<UnionLink> above, UnionLink union)
        => above.Where(link => link.Values.Count == 1 && !(link == union && link.IsOpen)).Select(discriminators.Fixed).ToEquatable();

    /// <summary>The properties of a variant, of which those are marked that its unions or its base class declare.</summary>
    private List<PropertyModel> MarkInherited(List<PropertyModel> own, List<UnionLink> above, string? parent)
    {
        HashSet<string> inherited = InheritedFrom(above);
        inherited.UnionWith(parent is null ? [] : classes.MembersOf(parent).Select(static member => member.JsonName));
        return own.ConvertAll(property => inherited.Contains(property.JsonName) ? property with { IsInherited = true } : property);
    }

    private DerivedModel Derived(string component)
        => new(names.Components[component], Link(component).Values.ToEquatable(), Link(component).IsOpen);

    private UnionLink Link(string component) => unions.Above(component).Last();

    /// <summary>The members that unions declare.</summary>
    public HashSet<string> InheritedFrom(IReadOnlyList<UnionLink> above)
        => new(above.SelectMany(link => commonMembers[link.Union]).Select(static member => member.JsonName), StringComparer.Ordinal);

    /// <summary>The type of members that have no property of their own, unless they may be anything.</summary>
    public static TypeRef? ExtraOf(SchemaNode node, UnionPlan unions, TypeResolver resolver)
        => unions.Schemas.ExtraOf(node) is { } extra && resolver.ResolveItem(extra) is var type && type != TypeResolver.AnyJson
            ? type
            : null;
}
