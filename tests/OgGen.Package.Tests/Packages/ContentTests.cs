using System.Text.RegularExpressions;
using System.Xml.Linq;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Packages;

/// <summary>What is in each package, to the file.</summary>
[TestClass]
public sealed class ContentTests
{
    [TestMethod]
    [DataRow("OgGen", new[]
    {
        "OgGen.nuspec",
        "README.md",
        "analyzers/dotnet/cs/Microsoft.OpenApi.dll",
        "analyzers/dotnet/cs/OgGen.dll",
        "analyzers/dotnet/cs/YamlDotNet.dll",
        "build/OgGen.live.globalconfig",
        "build/OgGen.props",
        "build/OgGen.targets",
        "build/oggen.schema.json",
        "build/opsgenie.yaml",
        "tools/netframework/OgGen.Generator.dll",
        "tools/netframework/OgGen.Microsoft.Bcl.AsyncInterfaces.dll",
        "tools/netframework/OgGen.Microsoft.OpenApi.dll",
        "tools/netframework/OgGen.System.Text.Encodings.Web.dll",
        "tools/netframework/OgGen.System.Text.Json.dll",
        "tools/netframework/OgGen.YamlDotNet.dll",
        "tools/precompiled/linux-arm64/Microsoft.OpenApi.dll",
        "tools/precompiled/linux-arm64/OgGen.dll",
        "tools/precompiled/linux-arm64/YamlDotNet.dll",
        "tools/precompiled/linux-x64/Microsoft.OpenApi.dll",
        "tools/precompiled/linux-x64/OgGen.dll",
        "tools/precompiled/linux-x64/YamlDotNet.dll",
        "tools/precompiled/osx-arm64/Microsoft.OpenApi.dll",
        "tools/precompiled/osx-arm64/OgGen.dll",
        "tools/precompiled/osx-arm64/YamlDotNet.dll",
        "tools/precompiled/win-x64/Microsoft.OpenApi.dll",
        "tools/precompiled/win-x64/OgGen.dll",
        "tools/precompiled/win-x64/YamlDotNet.dll",
    })]
    [DataRow("OgGen.Runtime", new[]
    {
        "OgGen.Runtime.nuspec", "README.md",
        "lib/net10.0/OgGen.Runtime.dll", "lib/net10.0/OgGen.Runtime.xml", "lib/net8.0/OgGen.Runtime.dll", "lib/net8.0/OgGen.Runtime.xml",
    })]
    [DataRow("OgGen.Opsgenie", new[]
    {
        "OgGen.Opsgenie.nuspec",
        "README.md",
        "lib/net10.0/OgGen.Opsgenie.dll",
        "lib/net10.0/OgGen.Opsgenie.xml",
        "lib/net8.0/OgGen.Opsgenie.dll",
        "lib/net8.0/OgGen.Opsgenie.xml",
    })]
    [DataRow("OgGen.Extensions", new[]
    {
        "OgGen.Extensions.nuspec",
        "README.md",
        "lib/net10.0/OgGen.Extensions.dll",
        "lib/net10.0/OgGen.Extensions.xml",
        "lib/net8.0/OgGen.Extensions.dll",
        "lib/net8.0/OgGen.Extensions.xml",
    })]
    [DataRow("OgGen.Opsgenie.Emulator", new[]
    {
        // The runtimeconfig.json is packed with every program, and read by nobody who references it.
        "OgGen.Opsgenie.Emulator.nuspec", "README.md",
        "lib/net10.0/OgGen.Opsgenie.Emulator.dll", "lib/net10.0/OgGen.Opsgenie.Emulator.runtimeconfig.json",
        "lib/net10.0/OgGen.Opsgenie.Emulator.xml",
    })]
    [DataRow("OgGen.Opsgenie.Keep", new[]
    {
        // A tool has all that it needs.
        "OgGen.Opsgenie.Keep.nuspec",
        "README.md",
        "tools/net8.0/any/DotnetToolSettings.xml",
        "tools/net8.0/any/OgGen.Opsgenie.Keep.deps.json",
        "tools/net8.0/any/OgGen.Opsgenie.Keep.dll",
        "tools/net8.0/any/OgGen.Opsgenie.Keep.pdb",
        "tools/net8.0/any/OgGen.Opsgenie.Keep.runtimeconfig.json",
        "tools/net8.0/any/OgGen.Opsgenie.dll",
        "tools/net8.0/any/OgGen.Opsgenie.pdb",
        "tools/net8.0/any/OgGen.Runtime.dll",
        "tools/net8.0/any/OgGen.Runtime.pdb",
        "tools/net8.0/any/System.Net.ServerSentEvents.dll",
    })]
    public void A_package_has_these_files_and_no_other(string id, string[] expected)
        => CollectionAssert.AreEqual(expected, PackedFeed.Shared.Package(id).Entries.ToArray());

    [TestMethod]
    public void The_feed_has_the_packages_of_the_README_and_the_symbols_of_the_libraries()
    {
        string[] ids = [.. Repository.Packages.Select(static package => package.Id)];
        string[] expected =
        [
            .. ids.Select(static id => id + ".nupkg").Concat(ids.Skip(1).Select(static id => id + ".snupkg")).Order(StringComparer.Ordinal),
        ];
        string[] packed = [.. Directory.EnumerateFiles(PackedFeed.Shared.Folder)
            .Select(static file => Path.GetFileName(file).Replace("." + PackedFeed.Version, "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(expected, packed);

        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        string table = readme[readme.IndexOf(
            "## Packages", StringComparison.Ordinal)..readme.IndexOf("## Other generators", StringComparison.Ordinal)];
        CollectionAssert.AreEquivalent(
            ids, Regex.Matches(table, @"^\| `([\w.]+)` \|", RegexOptions.Multiline).Select(static row => row.Groups[1].Value).ToArray());
    }

    [TestMethod]
    public void The_generator_brings_the_runtime_whole_and_the_libraries_bring_no_generator()
    {
        // Nothing is excluded: whoever references a library that ships generated code has the runtime too.
        AssertDependencies("OgGen", "any: OgGen.Runtime $version nothing");
        AssertDependencies("OgGen.Runtime", "net8.0: System.Net.ServerSentEvents 10.0.14 Build,Analyzers");
        AssertDependencies(
            "OgGen.Opsgenie", "net10.0: OgGen.Runtime $version Build,Analyzers", "net8.0: OgGen.Runtime $version Build,Analyzers");
        AssertDependencies("OgGen.Opsgenie.Emulator");
        AssertDependencies("OgGen.Opsgenie.Keep");
        Assert.IsFalse(
            PackedFeed.Shared.Package("OgGen.Extensions")
                .Dependencies.Any(static dependency => dependency.Contains(" OgGen $", StringComparison.Ordinal)));

        XElement generator = PackedFeed.Shared.Package("OgGen").Metadata;
        Assert.IsFalse(generator.Elements().Any(static element => element.Name.LocalName == "developmentDependency"));
    }

    [TestMethod]
    public void Every_package_says_where_its_source_is()
    {
        foreach ((string id, _) in Repository.Packages)
        {
            XElement repository = PackedFeed.Shared.Package(id)
                .Metadata.Elements()
                .Single(static element => element.Name.LocalName == "repository");

            Assert.StartsWith(Repository.Address, repository.Attribute("url")!.Value, id);
            Assert.AreEqual(Repository.Commit, repository.Attribute("commit")!.Value, id);
        }
    }

    private static void AssertDependencies(string id, params string[] expected)
        => CollectionAssert.AreEquivalent(expected, PackedFeed.Shared.Package(id).Dependencies.ToArray(), id);
}
