using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Naming;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>Builds the discriminators of unions and their variants.</summary>
internal sealed class DiscriminatorBuilder(UnionPlan unions, NamePlan names, TypeResolver resolver, Problems problems)
{
    /// <summary>The discriminator of a union.</summary>
    /// <param name="union">The component that is the union.</param>
    /// <param name="values">The values that get constants.</param>
    public DiscriminatorModel Of(string union, IEnumerable<string> values)
    {
        string name = names.Discriminators[union];
        var constants = new NameScope([], never: ReservedNames.Constants);
        string pointer = unions.Schemas.Components[union].Pointer + "/discriminator";
        return new DiscriminatorModel
        {
            Name = name,
            ParameterName = CSharpName.Escape(CSharpName.Camel(name, "kind")),
            JsonName = unions.Unions[union].Discriminator,
            EnumName = EnumOf(union),
            Values = values.Distinct(StringComparer.Ordinal)
                .Select(value => new KnownValue(constants.Assign(CSharpName.Value(value), "Value", pointer, problems), value))
                .ToEquatable(),
        };
    }

    /// <summary>The settable discriminator of a variant.</summary>
    public DiscriminatorModel OfVariant(UnionLink link)
        => Of(link.Union, link.Values) with
        {
            IsOverridable = link.IsOverridable,
            Default = link.IsOverridable && link.Values.Count == 1 ? link.Values[0] : null,
        };

    /// <summary>The discriminator of a variant that has one value.</summary>
    public FixedDiscriminator Fixed(UnionLink link)
        => new(names.Discriminators[link.Union], link.Discriminator, link.Values[0], EnumOf(link.Union));

    private string? EnumOf(string union)
        => !unions.DiscriminatorEnums.TryGetValue(union, out SchemaNode node) ? null
            : unions.Schemas.NameOf(node.Schema) is { } component ? names.Components[component]
            : ((ModelRef)resolver.Resolve(node)).Name;
}
