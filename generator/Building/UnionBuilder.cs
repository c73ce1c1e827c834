using OgGen.Generator.Common;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;

namespace OgGen.Generator.Building;

/// <summary>Builds discriminated unions: an abstract class for each, and the variant for values that the document does not know.</summary>
internal sealed class UnionBuilder(
    UnionPlan unions,
    NamePlan names,
    IReadOnlyDictionary<string, IReadOnlyList<PropertyModel>> commonMembers,
    ClassTree classes,
    ObjectBuilder objects,
    DiscriminatorBuilder discriminators)
{
    public UnionModel Build(string name, string component, DocModel doc, bool isDeprecated)
    {
        PlannedUnion plan = unions.Unions[component];
        List<UnionLink> above = unions.Above(component);
        HashSet<string> inherited = objects.InheritedFrom(above);
        var parameters = new NameScope(["unknown", "value"]);
        return new UnionModel
        {
            Name = name,
            Doc = doc,
            IsDeprecated = isDeprecated,
            BaseName = above.Count > 0 ? names.Components[above[above.Count - 1].Union] : null,
            Outer = above.Count > 0 ? discriminators.Fixed(above[above.Count - 1]) : null,
            Discriminator = discriminators.Of(component, plan.Variants.SelectMany(static variant => variant.Values)),
            HidesConstants = above.Exists(link => !unions.DiscriminatorEnums.ContainsKey(link.Union)),
            Variants = plan.Variants.Select(variant => BuildVariant(variant, plan, parameters)).ToEquatable(),
            Unknown = BuildUnknown(name, component, above),
            Properties = commonMembers[component].Where(member => !inherited.Contains(member.JsonName)).ToEquatable(),
        };
    }

    private VariantModel BuildVariant(UnionVariant variant, PlannedUnion union, NameScope parameters)
    {
        string type = names.Components[variant.Component];
        bool takesKey = variant.Values.Count > 1
            || !unions.Unions.ContainsKey(variant.Component)
                && DiscriminatorValues.IsOverridable(unions.Schemas, variant.Component, union.Discriminator, variant.Values);
        Identifier parameter = CSharpName.Escape(parameters.Assign(CSharpName.Camel(type, "variant")));
        bool isAmbiguous = union.Variants.Any(other => other != variant && other.Values.Intersect(variant.Values).Any());
        return new VariantModel(
            type, parameter, variant.Values.ToEquatable(), takesKey, IsUnion: unions.Unions.ContainsKey(variant.Component))
        {
            Level = classes.LevelOf(variant.Component),
            RequiredMembers = isAmbiguous
                ? unions.Schemas.Flatten(unions.Schemas.Components[variant.Component])
                    .Required.OrderBy(static name => name, StringComparer.Ordinal)
                    .ToEquatable()
                : default,
        };
    }

    /// <summary>The variant for discriminators that the document does not know: it requires no member and keeps all.</summary>
    private ObjectModel BuildUnknown(string unionName, string component, List<UnionLink> above)
    {
        PropertyModel[] properties =
        [
            .. PropertyBuilder.Number([.. commonMembers[component].Select(AsUnknown)])
                .Select(static (property, i) => property with { SeenBit = property.IsRequired ? i : -1 }),
        ];
        DiscriminatorModel discriminator = discriminators.Of(component, []);
        FixedDiscriminator[] outer = [.. above.Select(discriminators.Fixed)];
        var members = new NameScope(
            [discriminator.Name, .. outer.Select(static value => value.Name), .. properties.Select(static property => property.Name)]);
        return new ObjectModel
        {
            Name = names.Unknown[component],
            Doc = new DocModel($"A variant of {unionName} that this client was not built for, kept whole."),
            BaseName = unionName,
            OpenDiscriminator = discriminator,
            FixedDiscriminators = outer.ToEquatable(),
            IsUnknown = true,
            MismatchName = members.Assign("Mismatch", "Reason"),
            Properties = properties.ToEquatable(),
            RequiredNames = default,
        };
    }

    /// <summary>A common member of the variant for unknown discriminators, which keeps the form of each value.</summary>
    private static PropertyModel AsUnknown(PropertyModel member)
    {
        TypeRef type = TypeResolver.Lenient(member.Type);
        return member with { IsInherited = true, Type = type, Methods = PropertyBuilder.MethodsOf(type, member.Access) };
    }
}
