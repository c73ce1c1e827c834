using System.Text.RegularExpressions;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>The project that somebody has who types what docs/getting-started.md shows.</summary>
internal static class Reader
{
    public const string Project = "Reader";

    /// <summary>Writes the first project file, document and program of the page, with the version of the packed feed.</summary>
    public static void Write(string folder)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs/getting-started.md"));
        string project = Block(page, "xml").Replace("Version=\"0.1.0\"", $"Version=\"{PackedFeed.Version}\"", StringComparison.Ordinal);
        Folders.Write(folder, $"{Project}/{Project}.csproj", project);
        Folders.Write(folder, $"{Project}/bookshop.yaml", Block(page, "yaml"));
        Folders.Write(folder, $"{Project}/Program.cs", Block(page, "csharp"));
    }

    private static string Block(string page, string language)
        => Regex.Match(page, $"```{language}\r?\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
}
