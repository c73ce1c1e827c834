using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Packages;

/// <summary>
/// What the packed assemblies refer to, to the version: a compiler loads them, and has these and no others. The first set is for compilers
/// on .NET, the second for those on .NET Framework.
/// </summary>
[TestClass]
public sealed class ReferenceTests
{
    private const string First = "analyzers/dotnet/cs/";
    private const string Second = "tools/netframework/";

    [TestMethod]
    [DataRow(First + "OgGen.dll", new[]
    {
        "Microsoft.CodeAnalysis 4.8.0.0",
        "Microsoft.CodeAnalysis.CSharp 4.8.0.0",
        "Microsoft.OpenApi 3.11.0.0",
        "System.Collections.Immutable 7.0.0.0",
        "System.Memory 4.0.1.2",
        "System.Reflection.Metadata 7.0.0.0",
        "System.Text.Json 8.0.0.0",
        "YamlDotNet 16.0.0.0",
        "netstandard 2.0.0.0",
    })]
    [DataRow(
        First + "Microsoft.OpenApi.dll",
        new[] { "System.Buffers 4.0.2.0", "System.Memory 4.0.2.0", "System.Text.Json 8.0.0.0", "netstandard 2.0.0.0" })]
    [DataRow(First + "YamlDotNet.dll", new[] { "netstandard 2.0.0.0" })]
    [DataRow(Second + "OgGen.Generator.dll", new[]
    {
        "Microsoft.CodeAnalysis 4.8.0.0",
        "Microsoft.CodeAnalysis.CSharp 4.8.0.0",
        "OgGen.Microsoft.OpenApi 3.11.0.0",
        "OgGen.System.Text.Json 8.0.0.0",
        "OgGen.YamlDotNet 16.0.0.0",
        "System.Collections.Immutable 7.0.0.0",
        "System.Memory 4.0.1.2",
        "System.Reflection.Metadata 7.0.0.0",
        "netstandard 2.0.0.0",
    })]
    [DataRow(
        Second + "OgGen.Microsoft.OpenApi.dll",
        new[] { "OgGen.System.Text.Json 8.0.0.0", "System.Buffers 4.0.2.0", "System.Memory 4.0.1.2", "netstandard 2.0.0.0" })]
    [DataRow(Second + "OgGen.YamlDotNet.dll", new[] { "netstandard 2.0.0.0" })]
    [DataRow(Second + "OgGen.System.Text.Json.dll", new[]
    {
        "OgGen.Microsoft.Bcl.AsyncInterfaces 8.0.0.0",
        "OgGen.System.Text.Encodings.Web 8.0.0.0",
        "System.Buffers 4.0.2.0",
        "System.Memory 4.0.1.2",
        "System.Numerics.Vectors 4.1.3.0",
        "System.Runtime.CompilerServices.Unsafe 6.0.0.0",
        "System.Threading.Tasks.Extensions 4.2.0.1",
        "netstandard 2.0.0.0",
    })]
    [DataRow(Second + "OgGen.System.Text.Encodings.Web.dll", new[]
    {
        "System.Buffers 4.0.2.0", "System.Memory 4.0.1.2", "System.Runtime.CompilerServices.Unsafe 6.0.0.0", "netstandard 2.0.0.0",
    })]
    [DataRow(
        Second + "OgGen.Microsoft.Bcl.AsyncInterfaces.dll", new[] { "System.Threading.Tasks.Extensions 4.2.0.1", "netstandard 2.0.0.0" })]
    public void A_packed_assembly_refers_to_these_and_no_others(string entry, string[] expected)
    {
        using var image = new PEReader([.. PackedFeed.Shared.Package("OgGen").Read(entry)]);
        MetadataReader metadata = image.GetMetadataReader();
        string[] references = [.. metadata.AssemblyReferences
            .Select(metadata.GetAssemblyReference)
            .Select(reference => $"{metadata.GetString(reference.Name)} {reference.Version}")
            .Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(expected, references, string.Join('\n', references));
    }

    [TestMethod]
    public void Every_assembly_of_the_second_set_is_called_as_nobody_elses_is()
    {
        PackageFile package = PackedFeed.Shared.Package("OgGen");
        foreach (string entry in package.Entries.Where(static entry => entry.StartsWith(Second, StringComparison.Ordinal)))
        {
            using var image = new PEReader([.. package.Read(entry)]);
            MetadataReader metadata = image.GetMetadataReader();
            AssemblyDefinition assembly = metadata.GetAssemblyDefinition();

            Assert.StartsWith("OgGen.", metadata.GetString(assembly.Name));
            Assert.AreEqual(Path.GetFileNameWithoutExtension(entry), metadata.GetString(assembly.Name));
            Assert.IsTrue(assembly.PublicKey.IsNil, entry);
        }
    }
}
