namespace OgGen.Generator.Naming;

/// <summary>
/// The names of generated code that stand for something outside of it: aliases of the file, so that no type or namespace of a document
/// or a user is taken for them, whatever its name.
/// </summary>
internal static class CodeAliases
{
    /// <summary>
    /// What stands left of <c>::</c>. In lower case, as no type of a document is: a type's own name must not be an alias as well (CS0576).
    /// </summary>
    public static IReadOnlyList<(string Alias, string Namespace)> Namespaces { get; } =
    [
        ("api", "OgGen"), ("gen", "OgGen.Generated"), ("generic", "System.Collections.Generic"), ("json", "OgGen.Json"), ("system", "System"), ("tasks", "System.Threading.Tasks"),
    ];

    /// <summary>Types that are written on every other line, by their own names: a type of a document gets another one.</summary>
    public static IReadOnlyList<(string Alias, string Type)> Types { get; } =
    [
        ("CancellationToken", "System.Threading.CancellationToken"),
        ("GeneratedCode", "System.CodeDom.Compiler.GeneratedCodeAttribute"),
        ("JsonConverter", "System.Text.Json.Serialization.JsonConverterAttribute"),
        ("JsonWriteMode", "OgGen.Json.JsonWriteMode"),
        ("SetsRequiredMembers", "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute"),
        ("Utf8JsonReader", "System.Text.Json.Utf8JsonReader"),
        ("Utf8JsonWriter", "System.Text.Json.Utf8JsonWriter"),
    ];

    public static bool Has(string name) => Namespaces.Any(alias => alias.Alias == name) || Types.Any(alias => alias.Alias == name);
}
