using System.Text.Json;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Packages;

/// <summary>Whoever packs this commit gets these bytes.</summary>
[TestClass]
public sealed class DeterminismTests
{
    [TestMethod]
    public void Two_packs_in_two_folders_are_the_same_bytes()
    {
        string first = PackedFeed.Shared.Folder;
        string second = PackedFeed.Pack("another folder/deeper").Folder;

        string[] names = Names(first);
        CollectionAssert.AreEqual(names, Names(second));
        Assert.HasCount(Repository.Packages.Count * 2 - 1, names);
        foreach (string name in names)
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(first, name));
            byte[] others = File.ReadAllBytes(Path.Combine(second, name));
            Assert.IsTrue(bytes.AsSpan().SequenceEqual(others), name);
        }

        static string[] Names(string folder)
            => [.. Directory.EnumerateFiles(folder).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
    }

    [TestMethod]
    public void What_ships_is_restored_from_lock_files_that_belong_to_it()
    {
        foreach ((string id, string project) in Repository.Packages)
        {
            // That they are up to date was checked by the pack, in locked mode.
            Assert.IsTrue(File.Exists(Path.Combine(PackedFeed.Shared.Source, Path.GetDirectoryName(project)!, "packages.lock.json")), id);
        }
    }

    [TestMethod]
    public void A_known_vulnerability_of_what_ships_depends_on_fails_its_build()
    {
        var expected = new Dictionary<string, string>
        {
            ["NuGetAudit"] = "true",
            ["NuGetAuditMode"] = "all",
            ["NuGetAuditLevel"] = "low",
            ["TreatWarningsAsErrors"] = "true",
        };
        foreach ((string id, string project) in Repository.Packages)
        {
            DotNet run = DotNet.Run(
                Repository.Root, "msbuild", project, $"-getProperty:{string.Join(',', expected.Keys)},NoWarn,WarningsNotAsErrors");

            JsonElement properties = JsonDocument.Parse(run.Output).RootElement.GetProperty("Properties");
            foreach ((string name, string value) in expected)
            {
                Assert.AreEqual(value, properties.GetProperty(name).GetString(), $"{name} of {id}");
            }

            // NU1901 to NU1904 are the levels of a vulnerability.
            string exceptions = properties.GetProperty("NoWarn").GetString() + properties.GetProperty("WarningsNotAsErrors").GetString();
            Assert.DoesNotContain("NU19", exceptions, id);
        }
    }
}
