using OgGen.Generator.Model;
using OgGen.Generator.Planning;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>
/// The members that every variant of a union declares alike, those of outer unions included. A base with derived types has only
/// its own members: a derived type that is added later need not have what the others share.
/// </summary>
internal static class CommonMembers
{
    /// <summary>The common members, by union.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<PropertyModel>> Of(UnionPlan unions, NamePlan names, PropertyBuilder properties)
    {
        var known = new Dictionary<string, IReadOnlyList<PropertyModel>>(StringComparer.Ordinal);
        foreach (string union in unions.Unions.Keys)
        {
            Find(union);
        }

        return known;

        IReadOnlyList<PropertyModel> Find(string union)
        {
            if (known.TryGetValue(union, out IReadOnlyList<PropertyModel>? found))
            {
                return found;
            }

            IReadOnlyList<PropertyModel>? common = null;
            foreach (UnionVariant variant in unions.Unions[union].Variants)
            {
                string name = variant.Component;
                IReadOnlyList<PropertyModel> members = unions.Unions.ContainsKey(name)
                    ? Find(name)
                    : properties.Build(names.Components[name], unions.Schemas.Components[name], unions.Above(name), name);
                common = common is null ? members : common.Where(member => members.Any(other => IsAlike(member, other))).ToList();
            }

            SchemaNode node = unions.Schemas.Components[union];
            if (common is not null && unions.Schemas.KindOf(node) == SchemaKind.Object)
            {
                ObjectShape own = unions.Schemas.Flatten(node);
                common = common.Where(member => own.Find(member.JsonName) is not null || own.Required.Contains(member.JsonName)).ToList();
            }

            // The variant for unknown discriminators cannot omit a member with a preset value.
            common = (common ?? []).Where(static member => member.Preset is null).ToList();
            known.Add(union, common);
            return common;
        }
    }

    /// <summary>Whether two members are declared alike, except for their documentation.</summary>
    public static bool IsAlike(PropertyModel left, PropertyModel right) => left with { Doc = right.Doc } == right;
}
