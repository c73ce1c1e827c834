namespace OgGen.Package.Tests.Harness;

/// <summary>All packages, packed once from a copy of the source into a folder that serves as a feed.</summary>
/// <param name="Folder">The folder with the packages.</param>
/// <param name="Source">The copy of the source that they were packed from.</param>
internal sealed record PackedFeed(string Folder, string Source)
{
    private static readonly Lazy<PackedFeed> s_shared = new(static () => Pack("feed"));

    /// <summary>The version of all packages of this run; no cache has seen it.</summary>
    public static string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";

    /// <summary>The feed that the tests share.</summary>
    public static PackedFeed Shared => s_shared.Value;

    /// <summary>Packs from a new copy of the source, below a path of its own.</summary>
    public static PackedFeed Pack(string name)
    {
        string source = Path.Combine(Workplace.Temporary, name, "source");
        Repository.CopyTo(source);

        // The analyzers of this repository have seen this code when the tests were built. A lock file that is not up to date fails here.
        string feed = Path.Combine(Workplace.Temporary, name, "packages");
        DotNet.Run(
            source, "pack", "packages.slnx", "--output", feed, "--verbosity", "quiet", "-warnaserror",
            "-p:Version=" + Version, "-p:RestoreLockedMode=true", "-p:RunAnalyzers=false").Succeeded();
        return new PackedFeed(feed, source);
    }

    /// <summary>A package of the feed.</summary>
    public PackageFile Package(string id) => new(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    /// <summary>The symbols of a package of the feed.</summary>
    public PackageFile Symbols(string id) => new(Path.Combine(Folder, $"{id}.{Version}.snupkg"));
}
