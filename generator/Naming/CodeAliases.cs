namespace OgGen.Generator.Naming;

/// <summary>
/// The aliases by which generated code refers to types and namespaces outside of it, so that no type or namespace of a document
/// or a user can hide them.
/// </summary>
internal static class CodeAliases
{
    /// <summary>
    /// The aliases of namespaces, written before <c>::</c>. In lower case, unlike every generated type: a type's own name must not be an
    /// alias as well (CS0576).
    /// </summary>
    public static IReadOnlyList<(string Alias, string Namespace)> Namespaces { get; } =
    [
        ("api", "OgGen"),
        ("gen", "OgGen.Generated"),
        ("generic", "System.Collections.Generic"),
        ("json", "OgGen.Json"),
        ("system", "System"),
        ("tasks", "System.Threading.Tasks"),
    ];

    /// <summary>The aliases of frequent types, which have the types' own names: a generated type cannot have one of these.</summary>
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
