using System.Globalization;
using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>A diagnostic is documented: descriptor, page and row of docs/diagnostics.md say the same.</summary>
[TestClass]
public sealed class PageTests
{
    public static IEnumerable<object[]> Ids => Descriptors.All.Select(static descriptor => new object[] { descriptor.Id });

    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void A_diagnostic_has_a_page_with_its_title_severity_and_cause(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Of(id);
        string page = Resource($"pages/{id}.md");

        Assert.StartsWith($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n", page);
        Assert.Contains($"Severity: {Severity(descriptor)}.", page);
        Assert.Contains($"dotnet_diagnostic.{id}.severity", page);
        Assert.Contains("\n## Cause\n", page);
    }

    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void A_page_shows_what_is_bad_and_what_is_fixed_unless_the_fault_is_ours(string id)
    {
        string page = Resource($"pages/{id}.md");

        Assert.AreEqual(id != Descriptors.InternalError, page.Contains("\n## Bad\n", StringComparison.Ordinal));
        Assert.AreEqual(id != Descriptors.InternalError, page.Contains("\n## Fixed\n", StringComparison.Ordinal));
    }

    [TestMethod]
    public void The_index_lists_the_diagnostics_with_their_pages_and_severities()
    {
        string[] expected =
        [
            .. Descriptors.All
                .Select(static descriptor =>
                    $"| [{descriptor.Id}](../generator/Diagnostics/Pages/{descriptor.Id}.md) | {Severity(descriptor)} |")
                .Order(StringComparer.Ordinal),
        ];
        string[] listed =
        [
            .. Resource("pages/diagnostics.md").Split('\n').Where(static line => line.StartsWith("| [OGG", StringComparison.Ordinal))
                .Select(static line => string.Join('|', line.Split('|').Take(3)) + "|").Order(StringComparer.Ordinal),
        ];

        CollectionAssert.AreEqual(expected, listed);
    }

    [TestMethod]
    public void There_is_no_page_without_a_diagnostic()
    {
        string[] pages =
        [
            .. typeof(PageTests).Assembly.GetManifestResourceNames()
                .Where(static name => name.StartsWith("pages/OGG", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];

        CollectionAssert.AreEqual(
            Descriptors.All.Select(static descriptor => $"pages/{descriptor.Id}.md").Order(StringComparer.Ordinal).ToArray(), pages);
    }

    private static string Severity(DiagnosticDescriptor descriptor)
        => descriptor.DefaultSeverity.ToString().ToLowerInvariant();

    private static string Resource(string name)
    {
        Stream stream = typeof(PageTests).Assembly.GetManifestResourceStream(name)
            ?? throw new AssertFailedException($"There is no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
