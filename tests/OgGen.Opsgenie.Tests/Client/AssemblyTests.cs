using System.Reflection;

namespace OgGen.Opsgenie.Tests.Client;

/// <summary>Who references the compiled client gets the runtime with it, and nothing of the generator.</summary>
[TestClass]
public sealed class AssemblyTests
{
    [TestMethod]
    public void The_client_references_the_runtime_and_the_framework_only()
    {
        string[] others = [.. Others(typeof(OpsgenieClient).Assembly)];
        CollectionAssert.AreEqual(new[] { "OgGen.Runtime" }, others);
    }

    [TestMethod]
    public void The_runtime_references_the_framework_only()
        => Assert.IsEmpty(Others(typeof(ApiClient).Assembly));

    /// <summary>The twin: an assembly that does reference the parsers is found out.</summary>
    [TestMethod]
    public void This_assembly_references_more()
        => CollectionAssert.IsSubsetOf(new[] { "NJsonSchema", "YamlDotNet" }, Others(typeof(AssemblyTests).Assembly).ToArray());

    private static IEnumerable<string> Others(Assembly assembly)
        => assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name =>
                name != "netstandard" && name != "mscorlib" && name != "System" && !name.StartsWith("System.", StringComparison.Ordinal));
}
