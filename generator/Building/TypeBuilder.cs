using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds the types of schemas.</summary>
internal sealed class TypeBuilder(
    UnionPlan unions,
    TypePlan types,
    NamePlan names,
    SchemaDocs docs,
    ObjectBuilder objects,
    UnionBuilder discriminated,
    UntaggedUnionBuilder untagged,
    Diagnostics.Problems problems)
{
    /// <summary>The types in the file of a component: its own, then inline ones.</summary>
    public IEnumerable<TypeModel> OfComponent(string component)
    {
        if (!types.Envelopes.Contains(component) && names.Components.TryGetValue(component, out string? name))
        {
            SchemaNode node = unions.Schemas.Components[component];
            yield return Build(
                name, node, component, unions.KindOf(component), docs.OfType(node, isDescribed: true), node.Schema.Deprecated);
        }

        foreach (TypeModel type in At(new TypeHome(HomeKind.Component, component)))
        {
            yield return type;
        }
    }

    /// <summary>The inline types of one file.</summary>
    public IEnumerable<TypeModel> At(TypeHome home)
        => types.At(home)
            .Select(type => (Type: type, Name: names.Types[type.Key]))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(type => Build(
                type.Name,
                type.Type.Node,
                null,
                type.Type.Kind,
                docs.OfType(type.Type.Node, type.Type.IsDescribedAlike),
                type.Type.IsDeprecated));

    private TypeModel Build(
        string name, SchemaNode node, string? component, SchemaKind kind, DocModel doc, bool isDeprecated) => kind switch
    {
        SchemaKind.Union => discriminated.Build(name, component!, doc, isDeprecated),
        SchemaKind.Enum => EnumBuilder.Build(name, node, unions.Schemas, doc, isDeprecated, problems),
        SchemaKind.UntaggedUnion => untagged.Build(name, node, component, doc, isDeprecated),
        _ => objects.Build(name, node, component, doc, isDeprecated),
    };
}
