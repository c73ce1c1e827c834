using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Users;

/// <summary>
/// The models of a client are visible to the other generators of its project: what those generate from them compiles and runs. Each project
/// has a twin that differs in `OgGenVisibleToGenerators=false` alone, and does not compile.
/// </summary>
[TestClass]
public sealed class OtherGeneratorTests
{
    private static readonly Lazy<string> s_built = new(Build);

    private static readonly Lazy<DotNet> s_twins = new(static () => DotNet.Run(
        s_built.Value, "build", "OtherGenerators.slnx", "--no-restore", "--verbosity", "quiet", "-p:OgGenVisibleToGenerators=false"));

    [TestMethod]
    [DataRow("JsonContext", new[] { """{"Id":"b1","Pet":{"name":"Tom","kind":"cat"},"Others":[{"name":"Rex"}]}""", "Tom cat Rex" })]
    [DataRow("LoggerMessage", new[] { "Warning 7 Pet: Tom", "Warning 7 Kind: dog", "Warning 7 {OriginalFormat}: a {Kind}: {Pet}" })]
    [DataRow("MapperlyMapper", new[] { "Tom cat Rex cat" })]
    [DataRow("RazorComponent", new[] { "<p>Tom</p><p>Tom the cat</p>" })]
    [DataRow("RefitInterface", new[] { "Tom cat", "Rex" })]
    public void A_program_with_another_generator_over_models_compiles_and_runs(string project, string[] expected)
    {
        string program = Path.Combine(s_built.Value, "OtherGenerators", project, "bin/Debug/net10.0", project + ".dll");

        CollectionAssert.AreEqual(expected, DotNet.Run(s_built.Value, "exec", program).Succeeded().Output.TrimEnd().Split('\n'));
    }

    [TestMethod]
    [DataRow("JsonContext", "error SYSLIB1030: Did not generate serialization metadata for type 'Pet'.")]
    [DataRow("LoggerMessage", "error CS8795: Partial method 'Log.Saw(ILogger, Pet, Kind)' must have an implementation part")]
    [DataRow("MapperlyMapper", "error CS8795: Partial method 'PetMapper.ToRow(Pet)' must have an implementation part")]
    [DataRow("RazorComponent", "error CS1503: Argument 2: cannot convert from 'method group' to")]
    [DataRow("RefitInterface", "error CS0246: The type or namespace name 'Pet' could not be found")]
    public void Its_twin_that_hides_the_models_does_not_compile(string project, string error)
    {
        string[] lines = [.. s_twins.Value.Output.Split('\n').Where(line => line.Contains($"{project}.csproj]", StringComparison.Ordinal))];

        Assert.IsTrue(lines.Any(line => line.Contains(error, StringComparison.Ordinal)), s_twins.Value.Output);
    }

    private static string Build()
    {
        string folder = UsersBuild.Copy("other generators", "OtherGenerators");
        DotNet.Run(folder, "build", "OtherGenerators.slnx", "--verbosity", "quiet", "-warnaserror").Succeeded();
        return folder;
    }
}
