using Microsoft.CodeAnalysis;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>Which folders of the generator may refer to which others, and to which libraries.</summary>
internal static class FolderRules
{
    /// <summary>The folders that a folder may refer to, besides itself. The files at the top may refer to all.</summary>
    private static readonly Dictionary<string, string[]> s_folders = new(StringComparer.Ordinal)
    {
        ["Common"] = [],
        ["Naming"] = ["Common"],
        ["Diagnostics"] = ["Common", "Document"],
        ["Project"] = ["Common", "Diagnostics", "Document"],
        ["Live"] = ["Common", "Diagnostics", "Document"],
        ["Document"] = ["Common", "Naming", "Diagnostics"],
        ["Schemas"] = ["Common", "Naming", "Diagnostics", "Document"],
        ["Model"] = ["Common"],
        ["Planning"] = ["Common", "Naming", "Diagnostics", "Document", "Schemas", "Model"],
        ["Building"] = ["Common", "Naming", "Diagnostics", "Document", "Schemas", "Model", "Planning"],
        ["Source"] = ["Common", "Naming", "Model"],
    };

    /// <summary>The files and the folders, these with a slash at the end, that may refer to a library and those below its name.</summary>
    private static readonly Dictionary<string, string[]> s_libraries = new(StringComparer.Ordinal)
    {
        ["Microsoft.OpenApi"] = ["Document/", "Schemas/", "Planning/", "Building/"],
        ["Microsoft.CodeAnalysis"] =
        [
            "OpenApiClientGenerator.cs", "OpenApiAnalyzer.cs", "PreCompilationOutput.cs", "Document/SpecEncoding.cs",
            "Document/SpecFileReader.cs", "Source/AsciiText.cs", "Source/PrintedFile.cs", "Diagnostics/",
            "Project/",
        ],
        ["YamlDotNet"] = ["Document/"],
    };

    /// <summary>The folders, and the top.</summary>
    public static IEnumerable<string> Folders => s_folders.Keys.Append("");

    public static IEnumerable<string> Libraries => s_libraries.Keys;

    /// <summary>References from the files of a folder to a folder that it may not refer to.</summary>
    public static IReadOnlyList<string> ForbiddenReferences(CodeBase code, string folder)
    {
        ILookup<string, string> namespaces = NamespacesOf(code);
        return
        [
            .. (from file in code.Files
                where file.Folder == folder
                from reference in file.References
                from target in FoldersOf(reference, namespaces)
                where target != folder && folder.Length > 0 && !s_folders[folder].Contains(target)
                let place = target.Length == 0 ? "the top" : target + "/"
                select $"{file.LocationOf(reference.Node)} refers to {Described(reference.Symbol)} of {place}")
                .Distinct(),
        ];
    }

    /// <summary>Folders without a rule.</summary>
    public static IReadOnlyList<string> UnknownFolders(CodeBase code)
        => [.. code.Files.Select(static file => file.Folder).Distinct().Where(static folder => !Folders.Contains(folder))];

    /// <summary>References to a library from files that may not refer to it.</summary>
    public static IReadOnlyList<string> ForbiddenLibraryReferences(CodeBase code, string library)
        =>
        [
            .. (from file in code.Files
                where !s_libraries[library].Any(allowed => file.Path == allowed || file.Folder + "/" == allowed)
                from reference in file.References
                where IsOf(reference.Symbol, library)
                select $"{file.LocationOf(reference.Node)} refers to {Described(reference.Symbol)}")
                .Distinct(),
        ];

    private static bool IsOf(ISymbol symbol, string library)
        => symbol is INamespaceSymbol
            ? (symbol.ToDisplayString() + ".").StartsWith(library + ".", StringComparison.Ordinal)
            : symbol.ContainingAssembly is { } assembly && (assembly.Name + ".").StartsWith(library + ".", StringComparison.Ordinal);

    /// <summary>The folders that declare a symbol. A namespace belongs to the folder that has all of its types.</summary>
    private static IEnumerable<string> FoldersOf(SymbolReference reference, ILookup<string, string> namespaces)
        => reference.Symbol is INamespaceSymbol
            ? namespaces[reference.Symbol.ToDisplayString()].ToArray() is [var only] ? [only] : []
            : reference.DeclaringFiles.Select(CodeFile.FolderOf).Distinct(StringComparer.Ordinal);

    private static ILookup<string, string> NamespacesOf(CodeBase code)
        => code.Files
            .Where(static file => file.Folder.Length > 0)
            .SelectMany(static file => file.DeclaredTypes.Select(type => (Name: type.ContainingNamespace.ToDisplayString(), file.Folder)))
            .Distinct()
            .ToLookup(static pair => pair.Name, static pair => pair.Folder, StringComparer.Ordinal);

    private static string Described(ISymbol symbol) => symbol is INamespaceSymbol or INamedTypeSymbol || symbol.ContainingType is null
        ? symbol.Name
        : $"{symbol.ContainingType.Name}.{symbol.Name}";
}
