using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Packages;

/// <summary>A debugger finds the source of what is packed: symbols, and in them where the source of this commit is.</summary>
[TestClass]
public sealed class SymbolTests
{
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    [TestMethod]
    [DataRow("OgGen.Runtime", new[] { "lib/net10.0/OgGen.Runtime.pdb", "lib/net8.0/OgGen.Runtime.pdb" })]
    [DataRow("OgGen.Opsgenie", new[] { "lib/net10.0/OgGen.Opsgenie.pdb", "lib/net8.0/OgGen.Opsgenie.pdb" })]
    [DataRow("OgGen.Extensions", new[] { "lib/net10.0/OgGen.Extensions.pdb", "lib/net8.0/OgGen.Extensions.pdb" })]
    [DataRow("OgGen.Opsgenie.Emulator", new[] { "lib/net10.0/OgGen.Opsgenie.Emulator.pdb" })]
    public void The_symbols_of_a_library_lead_to_its_source(string id, string[] files)
    {
        PackageFile symbols = PackedFeed.Shared.Symbols(id);
        CollectionAssert.AreEqual(files, symbols.Entries.Where(static entry => entry.EndsWith(".pdb", StringComparison.Ordinal)).ToArray());

        foreach (string file in files)
        {
            using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols.Read(file)));
            AssertLeadsToSource(provider.GetMetadataReader(), $"{id} {file}");
        }
    }

    [TestMethod]
    public void The_symbols_of_the_generator_are_inside_it_and_lead_to_its_source()
    {
        using var image = new PEReader(new MemoryStream(PackedFeed.Shared.Package("OgGen").Read("analyzers/dotnet/cs/OgGen.dll")));
        DebugDirectoryEntry embedded = image.ReadDebugDirectory()
            .Single(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);

        AssertLeadsToSource(provider.GetMetadataReader(), "OgGen");
    }

    private static void AssertLeadsToSource(MetadataReader reader, string name)
    {
        CustomDebugInformation link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Single(information => reader.GetGuid(information.Kind) == s_sourceLink);
        Assert.AreEqual(
            $$$"""{"documents":{"/_/*":"https://raw.githubusercontent.com/example/oggen/{{{Repository.Commit}}}/*"}}""",
            Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value)),
            name);

        // Each file is in the repository, or its text is in the symbols.
        foreach (DocumentHandle handle in reader.Documents)
        {
            string path = reader.GetString(reader.GetDocument(handle).Name);
            bool embedded = reader.GetCustomDebugInformation(handle)
                .Any(information => reader.GetGuid(reader.GetCustomDebugInformation(information).Kind) == s_embeddedSource);

            Assert.StartsWith("/_/", path, name);
            Assert.IsTrue(embedded || File.Exists(Path.Combine(Repository.Root, path["/_/".Length..])), $"{name}: {path}");
        }
    }
}
