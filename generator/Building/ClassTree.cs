using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>
/// Decides which variants of a union have the class of another variant as their base: a <c>Taxi</c> with an <c>allOf</c> of <c>Car</c> can
/// be used as a <c>Car</c>.
/// </summary>
/// <remarks>
/// A class inherits the members of its base unchanged. A class that redefines one of them inherits from the union only, which is reported.
/// </remarks>
internal sealed class ClassTree
{
    private readonly UnionPlan _unions;
    private readonly IReadOnlyDictionary<string, string> _baseOf;
    private readonly IReadOnlyDictionary<string, (IReadOnlyList<PropertyModel> Members, TypeRef? Extra)> _classes;

    private ClassTree(
        UnionPlan unions,
        IReadOnlyDictionary<string, string> baseOf,
        IReadOnlyDictionary<string, (IReadOnlyList<PropertyModel> Members, TypeRef? Extra)> classes)
    {
        _unions = unions;
        _baseOf = baseOf;
        _classes = classes;
    }

    public static ClassTree Of(UnionPlan unions, NamePlan names, PropertyBuilder properties, TypeResolver resolver, Problems problems)
    {
        var classes = new Dictionary<string, (IReadOnlyList<PropertyModel> Members, TypeRef? Extra)>(StringComparer.Ordinal);
        foreach (string component in unions.Bases.SelectMany(static variant => variant.Value.Prepend(variant.Key))
            .Distinct(StringComparer.Ordinal))
        {
            SchemaNode node = unions.Schemas.Components[component];
            classes.Add(
                component,
                (properties.Build(names.Components[component], node, unions.Above(component), component),
                    ObjectBuilder.ExtraOf(node, unions, resolver)));
        }

        var baseOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, IReadOnlyList<string>> variant in unions.Bases)
        {
            string? found = variant.Value.FirstOrDefault(above => Difference(classes[variant.Key], classes[above]) is null);
            if (found is not null)
            {
                baseOf.Add(variant.Key, found);
            }

            if (found != variant.Value[0])
            {
                problems.Report(
                    Descriptors.Unsupported,
                    unions.Schemas.Components[variant.Key].Pointer,
                    $"'{variant.Key}' has {Difference(classes[variant.Key], classes[variant.Value[0]])} otherwise than "
                        + $"'{variant.Value[0]}', of which it is made; "
                        + $"its class is no {names.Components[variant.Value[0]]}, and cannot be used as one");
            }
        }

        return new ClassTree(unions, baseOf, classes);
    }

    /// <summary>The variant whose class is the base of another one's class; null where that is the union.</summary>
    public string? BaseOf(string? component) => component is not null && _baseOf.TryGetValue(component, out string? found) ? found : null;

    /// <summary>The variants whose classes are bases of another one's class, the nearest first.</summary>
    public IEnumerable<string> BasesOf(string? component)
    {
        for (string? next = BaseOf(component); next is not null; next = BaseOf(next))
        {
            yield return next;
        }
    }

    /// <summary>The variants whose classes inherit from a variant's class, the nearest ones last.</summary>
    public IReadOnlyList<string> DerivedFrom(string? component)
        => component is null
            ? []
            : _unions.DerivedFrom(component).Where(derived => BasesOf(derived).Contains(component)).OrderByDescending(LevelOf).ToList();

    /// <summary>The number of classes between a variant's class and the union.</summary>
    public int LevelOf(string component) => BasesOf(component).Count();

    /// <summary>The members of a variant that has others below or above it.</summary>
    public IEnumerable<PropertyModel> MembersOf(string component) => _classes[component].Members;

    /// <summary>Whether a variant's class inherits the members without a property of their own.</summary>
    public bool InheritsExtra(string? component) => BaseOf(component) is { } found && _classes[found].Extra is not null;

    /// <summary>The first member that a class redefines; null if it redefines none.</summary>
    private static string? Difference(
        (IReadOnlyList<PropertyModel> Members, TypeRef? Extra) derived, (IReadOnlyList<PropertyModel> Members, TypeRef? Extra) above)
        => above.Members.FirstOrDefault(member => !derived.Members.Any(other => CommonMembers.IsAlike(member, other))) is { } different
            ? $"the member '{different.JsonName}'"
            : above.Extra is not null && above.Extra != derived.Extra ? "'additionalProperties'"
            : null;
}
