using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>What projects say in ways that nobody thinks of at first: each works, or gets one clear message.</summary>
[TestClass]
public sealed class ProjectTests
{
    private const string Declared = """<OpenApiSpec Include="api.yaml" Namespace="Demo" Client="DemoClient" />""";

    private const string UsesDemo = "_ = typeof(Demo.DemoClient);\n";

    private const string MakesCopy = """
        <Target Name="MakeSpec" BeforeTargets="BeforeBuild">
          <Copy SourceFiles="api.yaml" DestinationFolder="made" />
          {0}
        </Target>
        """;

    private const string LateItem =
        """<ItemGroup><OpenApiSpec Include="made/api.yaml" Namespace="Demo" Client="DemoClient" /></ItemGroup>""";

    [TestMethod]
    public void An_item_that_a_target_adds_counts()
    {
        User user = User.Of("late item") with { Rest = MakesCopy.Replace("{0}", LateItem, StringComparison.Ordinal), Program = UsesDemo };

        user.Build().Succeeded();

        CollectionAssert.AreEqual(new[] { "Demo" }, user.Namespaces());
    }

    [TestMethod]
    public void A_pattern_that_matches_after_a_target_has_run_counts()
    {
        User user = User.Of("late pattern") with
        {
            Items = """<OpenApiSpec Include="made/*.yaml" Namespace="Demo" Client="DemoClient" />""",
            Rest = MakesCopy.Replace("{0}", "", StringComparison.Ordinal),
            Program = UsesDemo,
        };

        user.Build().Succeeded();

        CollectionAssert.AreEqual(new[] { "Demo" }, user.Namespaces());
    }

    [TestMethod]
    public void An_item_of_Directory_Build_targets_counts_in_builds_and_in_those_of_an_editor()
    {
        User user = User.Of("late import") with { Program = UsesDemo };
        Folders.Write(user.Folder, "Directory.Build.targets", $"<Project><ItemGroup>{Declared}</ItemGroup></Project>");

        user.Build().Succeeded();

        CollectionAssert.AreEqual(new[] { "Demo" }, user.Namespaces());
        DotNet editor = DotNet.Run(
            user.Folder,
            "msbuild",
            "-target:Compile",
            "-property:DesignTimeBuild=true;BuildingInsideVisualStudio=true;SkipCompilerExecution=true;ProvideCommandLineArgs=true",
            "-getItem:CscCommandLineArgs").Succeeded();
        Assert.Contains("api.yaml", editor.Output);
        Assert.DoesNotContain("opsgenie.yaml", editor.Output);
    }

    [TestMethod]
    public void A_pattern_that_never_matches_is_reported_and_the_built_in_document_is_not_given()
    {
        User user = User.Of("no match") with { Items = """<OpenApiSpec Include="nothing/*.yaml" />""" };

        DotNet run = user.Build().Succeeded();

        AssertOne(run, "warning OGG008: OpenApiSpec is named here, and no document came of it");
        Assert.IsEmpty(user.Namespaces());
    }

    [TestMethod]
    public void A_file_of_two_items_is_one_error()
        => AssertError(
            User.Of("two items") with
            {
                Items = Declared + """<OpenApiSpec Include="../two items/api.yaml" Namespace="Blue" Client="BlueClient" />""",
            },
            "error OGG008: ", "is declared by more than one OpenApiSpec");

    [TestMethod]
    [DataRow("https://petstore3.swagger.io/api/v3/openapi.json")]
    [DataRow("http://127.0.0.1:1/openapi.json")]
    public void An_address_as_an_item_is_one_error(string address)
        => AssertError(
            User.Of("address " + new Uri(address).Host) with { Items = $"""<OpenApiSpec Include="{address}" Namespace="Demo" />""" },
            "error OGG008: An OpenApiSpec is a file, and nothing is fetched");

    [TestMethod]
    public void A_project_beside_the_compiled_client_is_one_error()
    {
        AssertError(
            User.Of("compiled client") with { Packages = ["OgGen", "OgGen.Opsgenie"] },
            "error OGG008: This project references OgGen.Opsgenie, which has the client that OgGen would generate once more.");

        User other = User.Of("compiled client and another") with
        {
            Packages = ["OgGen", "OgGen.Opsgenie"],
            Items = Declared,
            Program = UsesDemo + "_ = typeof(Opsgenie.OpsgenieClient);\n",
        };
        other.Build().Succeeded();
    }

    [TestMethod]
    [DataRow("vbproj", "VB")]
    [DataRow("fsproj", "F#")]
    public void A_project_in_another_language_is_one_warning(string extension, string language)
    {
        User user = User.Of("in " + extension) with { Extension = extension, Items = Declared };
        string program = extension == "vbproj" ? "Program.vb" : "Program.fs";
        Folders.Write(
            user.Folder,
            program,
            extension == "vbproj" ? "Module Program\n  Sub Main()\n  End Sub\nEnd Module\n" : "[<EntryPoint>]\nlet main _ = 0\n");
        if (extension == "fsproj")
        {
            user = user with { Items = Declared + """<Compile Include="Program.fs" />""" };
        }

        AssertOne(user.Build().Succeeded(), $"warning OGG013: The client is C#, and this project is {language}: nothing is generated.");
    }

    [TestMethod]
    [DataRow("all", "", 1)]
    [DataRow("all", "<OutputType>Exe</OutputType>", 0)]
    [DataRow("none", "", 0)]
    public void A_library_that_keeps_the_runtime_from_its_users_is_one_warning(string assets, string properties, int warnings)
    {
        User user = User.Of($"assets {assets} {properties.Length}") with
        {
            Assets = assets,
            Items = Declared,
            OutputType = properties.Length == 0 ? "Library" : "Exe",
        };

        DotNet run = user.Build().Succeeded();

        Assert.HasCount(warnings, Lines(run, "warning OGG009: The package OgGen has PrivateAssets=\"all\" here"), run.Output);
    }

    [TestMethod]
    public void A_project_whose_name_is_no_namespace_has_a_client_all_the_same()
    {
        User user = User.Of("3d my-app") with
        {
            Name = "3d.my-app",
            Items = """<OpenApiSpec Include="api.yaml" />""",
            Program = "_ = typeof(_3d.my_app.DemoClient);\n",
        };

        user.Build().Succeeded();
    }

    [TestMethod]
    public void A_multi_targeted_project_builds_in_every_way_that_MSBuild_has()
    {
        User user = User.Of("every way") with { Items = Declared, Frameworks = "net8.0;net10.0", Program = UsesDemo };
        user.Build("-graph").Succeeded();

        DotNet.Run(user.Folder, "build", "--no-restore", "--no-incremental", "-m", "--verbosity", "quiet", "-warnaserror").Succeeded();

        Assert.IsTrue(File.Exists(Path.Combine(user.Folder, "bin/Debug/net8.0", user.Name + ".dll")));
        Assert.IsTrue(File.Exists(Path.Combine(user.Folder, "bin/Debug/net10.0", user.Name + ".dll")));
    }

    [TestMethod]
    public void Watching_builds_again_when_the_document_changes()
    {
        User user = User.Of("watched") with { Items = Declared, Program = UsesDemo };
        user.Build().Succeeded();
        int builds = 0;
        string output = DotNet.Watch(user.Folder, ["watch", "--non-interactive", "build", "--no-restore"], line =>
        {
            if (!line.Contains("Build succeeded", StringComparison.Ordinal))
            {
                return false;
            }

            builds++;
            if (builds == 1)
            {
                Folders.Write(user.Folder, "api.yaml", User.Api.Replace("getRed", "getScarlet", StringComparison.Ordinal));
            }

            return builds == 2;
        });

        Assert.AreEqual(2, builds, output);
        Assert.IsGreaterThan(
            0, File.ReadAllBytes(Path.Combine(user.Folder, "bin/Debug/net10.0", user.Name + ".dll")).AsSpan().IndexOf("GetScarletAsync"u8));
    }

    private static void AssertError(User user, params string[] texts)
    {
        DotNet run = user.Build();
        Assert.AreNotEqual(0, run.ExitCode, run.Output);
        foreach (string text in texts)
        {
            AssertOne(run, text);
        }

        Assert.HasCount(1, Lines(run, ": error "), run.Output);
    }

    private static void AssertOne(DotNet run, string text) => Assert.HasCount(1, Lines(run, text), run.Output);

    /// <summary>The different lines with a text: a build prints each once where it stands, and once at its end.</summary>
    private static string[] Lines(DotNet run, string text)
        =>
        [
            .. run.Output.Split('\n')
                .Where(line => line.Contains(text, StringComparison.Ordinal))
                .Select(static line => line.Trim())
                .Distinct(),
        ];
}
