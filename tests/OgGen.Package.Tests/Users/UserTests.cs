using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>What users of the packages get, by building and running their projects.</summary>
[TestClass]
public sealed class UserTests
{
    [TestMethod]
    public void A_program_without_any_configuration_has_the_built_in_client()
    {
        CollectionAssert.AreEqual(
            new[] { "Opsgenie.AutoClosePolicy: close what nobody touched" }, UsersBuild.Run("ZeroConfiguration", "net10.0"));
        CollectionAssert.AreEqual(new[] { ".NET 8: Opsgenie.PoliciesClient: minutes" }, UsersBuild.Run("ZeroConfiguration", "net8.0"));
    }

    [TestMethod]
    public void The_generated_files_are_emitted_where_a_project_asks_for_them()
    {
        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            string folder = Path.Combine(
                UsersBuild.Folder, "ZeroConfiguration/obj/Debug", framework, "generated/OgGen/OgGen.Generator.OpenApiClientGenerator");

            Assert.Contains("Opsgenie.OpsgenieClient.g.cs", Directory.EnumerateFiles(folder).Select(static file => Path.GetFileName(file)));
        }
    }

    [TestMethod]
    public void A_program_has_a_client_for_each_of_its_documents_with_central_package_versions()
        => CollectionAssert.AreEqual(
            new[] { "Books.TownLibraryClient", "Moby Dick", "Opsgenie.OpsgenieClient" },
            UsersBuild.Run("TwoDocuments", "net10.0"));

    /// <summary>Any warning is an error in these builds. What the program prints is tested by OgGen.Docs.Tests.</summary>
    [TestMethod]
    public void The_project_of_the_documentation_builds_as_it_is_typed()
        => Assert.IsTrue(File.Exists(Path.Combine(UsersBuild.Output(Reader.Project, "net10.0"), Reader.Project + ".dll")));

    [TestMethod]
    public void A_document_in_several_files_of_a_folder_is_one_client()
        => CollectionAssert.AreEqual(new[] { "Otto 7 Zoo.ZooClient" }, UsersBuild.Run("ManyFiles", "net10.0"));

    [TestMethod]
    public void Users_of_a_library_with_generated_code_have_the_runtime_and_no_client_of_their_own()
    {
        // The same program, once with a project reference, once with a package reference.
        foreach (string project in new[] { "LibraryUser", "PackageUser" })
        {
            CollectionAssert.AreEqual(
                new[] { """{"id":1,"lines":[{"thing":"rope","count":1}]}""", "OgGen.Runtime", "Program" },
                UsersBuild.Run(project, "net10.0"),
                project);
        }
    }

    [TestMethod]
    public void The_package_of_a_library_with_generated_code_depends_on_the_generator_without_its_build_parts()
    {
        var package = new PackageFile(Path.Combine(UsersBuild.Folder, "packed", $"Library.{PackedFeed.Version}.nupkg"));

        CollectionAssert.AreEqual(new[] { "net8.0: OgGen $version Build,Analyzers" }, package.Dependencies.ToArray());
        Assert.IsFalse(package.Entries.Any(static entry => entry.EndsWith(".yaml", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Users_of_the_compiled_client_never_load_the_generator()
    {
        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            CollectionAssert.AreEqual(
                new[] { framework == "net8.0" ? ".NET 8" : ".NET 10", "OgGen.Opsgenie" }, UsersBuild.Run("OpsgenieUser", framework));
            Assert.IsEmpty(OurAnalyzers("OpsgenieUser", framework));
        }
    }

    [TestMethod]
    public void Filters_leave_out_operations_and_internal_access_keeps_the_client_inside()
    {
        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            using var image = new PEReader(File.OpenRead(Path.Combine(UsersBuild.Output("Filtered", framework), "Filtered.dll")));
            MetadataReader reader = image.GetMetadataReader();
            TypeDefinition[] types =
            [
                .. reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(type => reader.GetString(type.Namespace) == "Town"),
            ];
            string[] methods =
            [
                .. types.SelectMany(static type => type.GetMethods())
                    .Select(method => reader.GetString(reader.GetMethodDefinition(method).Name))
                    .Distinct(),
            ];

            Assert.IsNotEmpty(types);
            Assert.IsFalse(
                types.Any(static type =>
                    (type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) == System.Reflection.TypeAttributes.Public));

            // Listed by tag and by path; the others fail one of the two.
            Assert.Contains("ListParksAsync", methods);
            Assert.Contains("ListFountainsAsync", methods);
            Assert.DoesNotContain("ListTreesAsync", methods);
            Assert.DoesNotContain("ListRoadsAsync", methods);

            // What stands behind a '#' counts.
            Assert.DoesNotContain("ListDryAsync", methods);
        }
    }

    [TestMethod]
    public void A_generator_that_ships_an_older_OpenAPI_library_works_beside_it()
    {
        // The SDK takes two files of one name among the analyzers for a conflict and keeps the newer, so the neighbour runs with ours.
        CollectionAssert.AreEqual(
            new[] { "neighbour with 3, beside Opsgenie.OpsgenieClient" }, UsersBuild.Run("BesideNeighbour", "net10.0"));
    }

    /// <summary>The analyzers of the package that the compiler was given.</summary>
    private static string[] OurAnalyzers(string project, string framework)
        => [.. File.ReadAllLines(Path.Combine(UsersBuild.Output(project, framework), "analyzers.txt"))
            .Where(static path => path.Replace('\\', '/').Contains("/oggen", StringComparison.OrdinalIgnoreCase)
                && path.Contains(PackedFeed.Version, StringComparison.Ordinal))];
}
