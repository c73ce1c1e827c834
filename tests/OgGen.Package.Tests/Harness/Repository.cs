using System.Reflection;

namespace OgGen.Package.Tests.Harness;

/// <summary>The source that is packed.</summary>
internal static class Repository
{
    /// <summary>The address of the repository in the copies, which have a remote so that links to the source can be tested.</summary>
    public const string Address = "https://github.com/example/oggen";

    /// <summary>The commit of the copies.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    /// <summary>What ships, in the order of the README.</summary>
    public static IReadOnlyList<(string Id, string Project)> Packages { get; } =
    [
        ("OgGen", "generator/OgGen.csproj"),
        ("OgGen.Runtime", "runtime/OgGen.Runtime/OgGen.Runtime.csproj"),
        ("OgGen.Opsgenie", "spec/OgGen.Opsgenie.csproj"),
        ("OgGen.Extensions", "runtime/OgGen.Extensions/OgGen.Extensions.csproj"),
        ("OgGen.Opsgenie.Emulator", "spec/OgGen.Opsgenie.Emulator/OgGen.Opsgenie.Emulator.csproj"),
        ("OgGen.Opsgenie.Keep", "spec/OgGen.Opsgenie.Keep/OgGen.Opsgenie.Keep.csproj"),
    ];

    private static readonly string[] s_files =
        [
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig", ".gitignore",
            "README.md", "LICENSE",
        ];

    /// <summary>The root of the clone that these tests were built in.</summary>
    public static string Root => Metadata("Repository");

    /// <summary>Where the packages of others lie on this machine.</summary>
    public static string PackageCache => Metadata("NuGetPackageRoot");

    /// <summary>Copies what the packages are made of, as a clone has it: nothing built, one commit, one remote.</summary>
    public static void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in s_files)
        {
            File.Copy(Path.Combine(Root, file), Path.Combine(folder, file));
        }

        foreach (string part in new[] { "generator", "runtime", "spec" })
        {
            Folders.Copy(Path.Combine(Root, part), Path.Combine(folder, part));
        }

        Folders.Write(folder, ".git/HEAD", "ref: refs/heads/main\n");
        Folders.Write(folder, ".git/refs/heads/main", Commit + "\n");
        Folders.Write(folder, ".git/config", $"[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\turl = {Address}.git\n");
        Directory.CreateDirectory(Path.Combine(folder, ".git/objects"));

        string projects = string.Concat(Packages.Select(static package => $"  <Project Path=\"{package.Project}\" />\n"));
        Folders.Write(folder, "packages.slnx", $"<Solution>\n{projects}</Solution>\n");
    }

    private static string Metadata(string key)
        => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
