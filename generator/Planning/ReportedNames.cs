using OgGen.Generator.Diagnostics;
using OgGen.Generator.Naming;

namespace OgGen.Generator.Planning;

/// <summary>Takes names of a scope, and reports where an element of the document has to be called otherwise than it asks for.</summary>
internal static class ReportedNames
{
    public static string Take(this NameScope names, string wanted, string suffix, string pointer, Problems problems) => names.Take(wanted, wanted, suffix, pointer, problems);

    /// <param name="names">The names that are taken.</param>
    /// <param name="said">The name as the document has it.</param>
    /// <param name="wanted">The name to take.</param>
    /// <param name="suffix">What is tried before numbers.</param>
    /// <param name="pointer">What has the name.</param>
    /// <param name="problems">Takes what is called otherwise.</param>
    /// <param name="isGiven">Whether the document gives this very name, so that one that is better avoided is not.</param>
    public static string Take(this NameScope names, string said, string wanted, string suffix, string pointer, Problems problems, bool isGiven = false)
    {
        string name = names.Take(wanted, suffix, isGiven, pointer);
        if (name != said)
        {
            problems.Renamed(pointer, said, name, names.HolderOf(said));
        }

        return name;
    }
}
