using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds classes with properties: plain objects, and variants of unions.</summary>
internal sealed class ObjectBuilder(
    UnionPlan unions, NamePlan names, IReadOnlyDictionary<string, IReadOnlyList<PropertyModel>> commonMembers, PropertyBuilder properties, DiscriminatorBuilder discriminators, TypeResolver resolver)
{
    public ObjectModel Build(string name, SchemaNode node, string? component, DocModel doc, bool isDeprecated)
    {
        List<UnionLink> above = unions.Above(component);
        UnionLink? union = above.Count > 0 ? above[above.Count - 1] : null;
        HashSet<string> inherited = InheritedFrom(above);
        List<PropertyModel> members = PropertyBuilder.Number(
            properties.Build(name, node, above, component).Select(property => inherited.Contains(property.JsonName) ? property with { IsInherited = true } : property));
        string? discriminator = union is { IsOpen: true, IsOverridable: false } ? union.Discriminator : null;
        EquatableArray<string> required = members.Where(static property => property.IsRequired).Select(static property => property.JsonName)
            .Concat(discriminator is null ? [] : new[] { discriminator })
            .ToEquatable();
        DiscriminatorModel? open = union is { IsOpen: true } ? discriminators.OfVariant(union) : null;
        return new ObjectModel
        {
            Name = name,
            Doc = doc,
            IsDeprecated = isDeprecated,
            BaseName = union is null ? null : names.Components[union.Union],
            OpenDiscriminator = open,
            FixedDiscriminators = above.Where(link => link.Values.Count == 1 && !(link == union && link.IsOpen)).Select(discriminators.Fixed).ToEquatable(),
            Properties = members.ToEquatable(),
            Extra = ExtraOf(node),
            RequiredNames = required,
            HasReaderConstructor = required.Count > 0 || open is { Default: null }
                || members.Exists(static property => property.Access is MemberAccess.RequiredInRequest or MemberAccess.RequiredInRequestKeepsNull),
        };
    }

    /// <summary>The members that unions declare.</summary>
    public HashSet<string> InheritedFrom(IReadOnlyList<UnionLink> above)
        => new(above.SelectMany(link => commonMembers[link.Union]).Select(static member => member.JsonName), StringComparer.Ordinal);

    /// <summary>The type of members that have no property of their own, unless they may be anything.</summary>
    private TypeRef? ExtraOf(SchemaNode node)
        => unions.Schemas.ExtraOf(node) is { } extra && resolver.ResolveItem(extra) is var type && type != TypeResolver.AnyJson ? type : null;
}
