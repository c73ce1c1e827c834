using System.Text.RegularExpressions;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Packages;

/// <summary>The table of hosts and places names tests; each of them exists.</summary>
[TestClass]
public sealed class HostPageTests
{
    [TestMethod]
    public void Every_test_that_the_page_of_hosts_names_exists()
    {
        string[] missing = Missing(File.ReadAllText(Path.Combine(Repository.Root, "docs/hosts.md")), out int count);

        Assert.IsGreaterThan(8, count);
        Assert.IsEmpty(missing);
    }

    [TestMethod]
    public void A_test_that_does_not_exist_is_found()
    {
        CollectionAssert.AreEqual(new[] { "NoTests" }, Missing("`NoTests`", out _));
        CollectionAssert.AreEqual(new[] { "HostPageTests.No_such" }, Missing("`HostPageTests.No_such`, `.ci/run`", out _));
    }

    private static string[] Missing(string page, out int count)
    {
        string[] names =
        [
            .. Regex.Matches(page, @"`([A-Za-z.]+Tests(\.[A-Za-z0-9_]+)?|\.ci/[a-z/]+|tests/[A-Za-z./]+)`")
                .Select(static match => match.Groups[1].Value)
                .Distinct(),
        ];
        count = names.Length;
        return [.. names.Where(static name => !Exists(name))];
    }

    private static bool Exists(string name)
    {
        string tests = Path.Combine(Repository.Root, "tests");
        if (name.Contains('/', StringComparison.Ordinal) || name.StartsWith("OgGen.", StringComparison.Ordinal))
        {
            return Path.Exists(Path.Combine(Repository.Root, name)) || Directory.Exists(Path.Combine(tests, name));
        }

        string[] parts = name.Split('.');
        return Directory.EnumerateFiles(tests, parts[0] + ".cs", SearchOption.AllDirectories)
            .Any(file => parts.Length == 1 || Regex.IsMatch(File.ReadAllText(file), $@"\b{parts[1]}\("));
    }
}
