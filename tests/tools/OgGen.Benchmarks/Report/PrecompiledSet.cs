using System.Runtime.InteropServices;

namespace OgGen.Benchmarks.Report;

/// <summary>The files that the compiler loads in a user's build on this machine, made once of the generator that was built here.</summary>
internal static class PrecompiledSet
{
    private static readonly Lazy<string> s_folder = new(Make);

    /// <summary>The folder with the files.</summary>
    public static string Folder => s_folder.Value;

    private static string Make()
    {
        string project = Path.Combine(Documents.Root, "generator");
        Command.RunAsync(project, "dotnet", "msbuild", "-t:MakePrecompiledSets", "-p:Configuration=Release", "-v:quiet")
            .GetAwaiter()
            .GetResult();
        string folder = Path.Combine(project, "obj/Release/netstandard2.0/precompiled", RuntimeInformation.RuntimeIdentifier);

        // As in the package: a machine that has no set of its own loads the files as they were built.
        return Directory.Exists(folder) ? folder : Path.Combine(project, "bin/Release/netstandard2.0");
    }
}
