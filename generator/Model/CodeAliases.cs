namespace OgGen.Generator.Model;

/// <summary>
/// The namespaces of the names in generated code. Left of :: stands an alias of the file, never a type or a namespace of a document or
/// a user, whatever its name. In lower case, as no type of a document is: a type's own name must not be an alias as well (CS0576).
/// </summary>
internal static class CodeAliases
{
    public static IReadOnlyList<(string Alias, string Namespace)> All { get; } =
    [
        ("api", "OgGen"), ("generic", "System.Collections.Generic"), ("json", "OgGen.Json"), ("system", "System"), ("tasks", "System.Threading.Tasks"),
    ];

    public static bool Has(string name) => All.Any(alias => alias.Alias == name);
}
