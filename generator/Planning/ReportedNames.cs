using OgGen.Generator.Diagnostics;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Planning;

/// <summary>Assigns names of a scope, and reports where an element of the document gets another name than requested.</summary>
internal static class ReportedNames
{
    public static string Assign(this NameScope names, string wanted, string suffix, string pointer, Problems problems)
        => names.Assign(wanted, wanted, suffix, pointer, problems);

    /// <param name="names">The scope.</param>
    /// <param name="requested">The name as the document has it.</param>
    /// <param name="wanted">The requested C# name.</param>
    /// <param name="suffix">The suffix that is tried before numbers.</param>
    /// <param name="pointer">The JSON pointer of the element.</param>
    /// <param name="problems">Reports other names.</param>
    /// <param name="isExplicit">Whether the document sets this very name, so that a name to avoid is assigned nevertheless.</param>
    public static string Assign(
        this NameScope names, string requested, string wanted, string suffix, string pointer, Problems problems, bool isExplicit = false)
    {
        string name = names.Assign(wanted, suffix, isExplicit, pointer);
        if (name != requested)
        {
            problems.Renamed(pointer, requested, name, names.HolderOf(requested));
        }

        return name;
    }
}
