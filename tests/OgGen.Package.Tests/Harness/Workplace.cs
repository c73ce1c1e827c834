namespace OgGen.Package.Tests.Harness;

/// <summary>Folders outside of the repository, gone when the tests end.</summary>
[TestClass]
public static class Workplace
{
    /// <summary>The folder of this run.</summary>
    internal static string Temporary { get; } = Directory.CreateTempSubdirectory("oggen-").FullName;

    /// <summary>Removes everything.</summary>
    [AssemblyCleanup]
    public static void Remove() => Directory.Delete(Temporary, recursive: true);

    /// <summary>
    /// A folder for projects of a user: the feed beside the sources that the machine has, a package folder of its own, the packages of
    /// others taken from where they lie already.
    /// </summary>
    internal static string Create(string name)
    {
        string folder = Path.Combine(Temporary, name);
        Folders.Write(folder, "nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{PackedFeed.Shared.Folder}" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(Temporary, "cache")}" />
              </config>
              <fallbackPackageFolders>
                <add key="others" value="{Repository.PackageCache}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        return folder;
    }
}
