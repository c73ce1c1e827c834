using System.Runtime.CompilerServices;
using OgGen.Docs.Tests.Markdown;

namespace OgGen.Docs.Tests;

/// <summary>The files that people read.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    /// <summary>The README, the pages of docs/, and the READMEs of packages.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "README.md",
        .. Below("docs", SearchOption.TopDirectoryOnly),
        .. new[] { "spec", "runtime" }
            .SelectMany(static folder => Below(folder, SearchOption.AllDirectories))
            .Where(static page => page.EndsWith("/README.md", StringComparison.Ordinal)),
    ];

    /// <summary>The other pages of the repository that link to something.</summary>
    public static IReadOnlyList<string> OtherPages { get; } =
    [
        "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "generator/ARCHITECTURE.md", "generator/Naming/NAMING.md",
        .. Below("generator/Diagnostics/Pages", SearchOption.TopDirectoryOnly),
    ];

    public static Page Read(string path) => Page.Read(path);

    private static IEnumerable<string> Below(string folder, SearchOption option)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", option)
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(static file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;
}
