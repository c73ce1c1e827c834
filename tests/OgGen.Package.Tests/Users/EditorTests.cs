using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>
/// In the builds of an editor the analyzer reports what is wrong in documents, in all others the generator: each problem once. The compiler
/// does not say who reported; a build in which it runs no analyzer tells them apart.
/// </summary>
[TestClass]
public sealed class EditorTests
{
    private const string RunsNone = "RunAnalyzersDuringBuild=false";

    private static readonly Lazy<User> s_user = new(Prepare);

    [TestMethod]
    [DataRow("DesignTimeBuild=false", 1)]
    [DataRow(RunsNone, 1)]
    [DataRow("RunAnalyzers=false", 1)]
    [DataRow("DesignTimeBuild=true", 1)]
    [DataRow("DesignTimeBuild=true;" + RunsNone, 0)]
    [DataRow("DesignTimeBuild=true;RunAnalyzers=false", 1)]
    [DataRow("DesignTimeBuild=true;RunAnalyzersDuringLiveAnalysis=false;" + RunsNone, 1)]
    [DataRow("DesignTimeBuild=true;OgGenLive=false;" + RunsNone, 1)]
    public void Each_problem_is_reported_once_by_the_one_whose_turn_it_is(string properties, int times)
    {
        DotNet run = s_user.Value.Build("--no-incremental", "-property:" + properties).Succeeded();

        // What follows repeats what there was.
        string before = run.Output[..run.Output.IndexOf("Build succeeded", StringComparison.Ordinal)];
        string[] reported = [.. before.Split('\n').Where(static line => line.Contains("warning OGG", StringComparison.Ordinal))];
        Assert.HasCount(2 * times, reported, run.Output);
        Assert.HasCount(
            times, reported.Where(static line => line.Contains("api.yaml(7,47): warning OGG014: ", StringComparison.Ordinal)), run.Output);
        Assert.HasCount(
            times, reported.Where(static line => line.Contains("pet.yaml(3,25): warning OGG014: ", StringComparison.Ordinal)), run.Output);
    }

    /// <summary>A document with a mistake, and one in a file that it refers to.</summary>
    private static User Prepare()
    {
        User user = User.Of("in an editor") with
        {
            Items =
                """<OpenApiSpec Include="api.yaml" Namespace="Demo" Client="DemoClient" /><OpenApiSpec Include="pet.yaml" """
                    + """Reference="true" />""",
            Program = "_ = typeof(Demo.DemoClient);\n",
        };
        Folders.Write(user.Folder, "api.yaml", User.Api + "\n" + """
            components: { schemas: { Shop: { properties:
              { open: { type: boolean, description: Now., default: perhaps }, pet: { $ref: pet.yaml } } } } }
            """);
        Folders.Write(user.Folder, "pet.yaml", """
            type: object
            properties:
              age: { type: integer, default: old }

            """);
        return user;
    }
}
