using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>The projects of Projects/, restored from the packed feed and built once, any warning an error.</summary>
internal static class UsersBuild
{
    private static readonly Lazy<string> s_folder = new(Build);

    /// <summary>The folder with the built projects.</summary>
    public static string Folder => s_folder.Value;

    /// <summary>The output folder of a project.</summary>
    public static string Output(string project, string framework) => Path.Combine(Folder, project, "bin/Debug", framework);

    /// <summary>Runs a built program: one for .NET 8 with the runtime that it brings along, any other with that of the SDK.</summary>
    public static string[] Run(string project, string framework)
    {
        string program = Path.Combine(Output(project, framework), project);
        DotNet run = framework == "net8.0" ? DotNet.RunProgram(Folder, program) : DotNet.Run(Folder, "exec", program + ".dll");
        return run.Succeeded().Output.TrimEnd().Split('\n');
    }

    /// <summary>Copies projects to a folder of their own, where they restore from the packed feed.</summary>
    public static string Copy(string name, params string[] projects)
    {
        string source = Path.Combine(Repository.Root, "tests/OgGen.Package.Tests/Projects");
        string folder = Workplace.Create(name);
        foreach (string file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        foreach (string project in projects)
        {
            Folders.Copy(Path.Combine(source, project), Path.Combine(folder, project));
        }

        Folders.Write(
            folder,
            "Version.props",
            $"<Project><PropertyGroup><OgGenVersion>{PackedFeed.Version}</OgGenVersion></PropertyGroup></Project>");
        return folder;
    }

    private static string Build()
    {
        string folder = Copy(
            "users",
            "ZeroConfiguration",
            "Library",
            "LibraryUser",
            "PackageUser",
            "TwoDocuments",
            "ManyFiles",
            "Filtered",
            "Neighbour",
            "BesideNeighbour",
            "OpsgenieUser");
        Reader.Write(folder);
        DotNet.Run(folder, "build", "Users.slnx", "--verbosity", "quiet", "-warnaserror").Succeeded();

        // Its package did not exist before.
        DotNet.Run(folder, "build", "PackageUser", "--verbosity", "quiet", "-warnaserror").Succeeded();
        return folder;
    }
}
