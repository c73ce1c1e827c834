using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Schemas;

namespace OgGen.Generator.Building;

/// <summary>The other JSON names of the members of an object.</summary>
internal static class MemberAliases
{
    private static readonly Dictionary<string, EquatableArray<string>> s_none = [];

    /// <summary>The aliases of each member that has some. One that another member has as its name is reported, and left out.</summary>
    /// <param name="shape">The members.</param>
    /// <param name="discriminators">The names of discriminators, which have no aliases.</param>
    /// <param name="problems">Reports unused aliases.</param>
    public static IReadOnlyDictionary<string, EquatableArray<string>> Of(
        ObjectShape shape, ICollection<string> discriminators, Problems problems)
    {
        if (!shape.Members.Exists(static member => member.Schema.Schema.Extensions?.ContainsKey(SpecExtensions.ReadAliases) == true))
        {
            return s_none;
        }

        return Find(shape, discriminators, problems);
    }

    private static Dictionary<string, EquatableArray<string>> Find(
        ObjectShape shape, ICollection<string> discriminators, Problems problems)
    {
        HashSet<string>? names = null;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var aliases = new Dictionary<string, EquatableArray<string>>(StringComparer.Ordinal);
        foreach ((string name, SchemaNode member) in shape.Members)
        {
            string[] wanted = [.. member.Schema.Texts(SpecExtensions.ReadAliases).Where(static alias => alias.Length > 0)];
            if (wanted.Length > 0 && discriminators.Contains(name))
            {
                Report(member, $"The aliases of '{name}' are not used: it is the discriminator of a union, which has one name");
            }
            else if (wanted.Length > 0)
            {
                aliases.Add(name, wanted.Where(alias => IsFree(alias, name, member)).ToEquatable());
            }
        }

        return aliases;

        HashSet<string> Names()
            => names ??= new(
                shape.Members.Select(static member => member.Name).Concat(shape.Required).Concat(discriminators), StringComparer.Ordinal);

        bool IsFree(string alias, string name, SchemaNode member)
        {
            string? reason = alias == name ? "it is the member's own name"
                : Names().Contains(alias) ? "a member of the object has that name"
                : !taken.Add(alias) ? "it stands twice in the object"
                : null;
            if (reason is not null)
            {
                Report(member, $"The alias '{alias}' of the member '{name}' is not used: {reason}");
            }

            return reason is null;
        }

        void Report(SchemaNode member, string text)
            => problems.Report(Descriptors.BadExtension, member.Pointer + "/" + SpecExtensions.ReadAliases, text);
    }
}
