using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>Filters find what they name, letter by letter, and one that finds nothing is reported.</summary>
[TestClass]
public sealed class FilterTests
{
    private static readonly Declared s_document = Declared.Of("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a: { get: { operationId: getA, tags: [ 'C# tools' ], responses: { '204': { description: x } } } }
          /b: { get: { operationId: getB, tags: [ 'C' ], responses: { '204': { description: x } } } }
          /c#x: { get: { operationId: getC, tags: [ 'a|b' ], responses: { '204': { description: x } } } }
          /d: { get: { operationId: getD, tags: [ '100%' ], responses: { '204': { description: x } } } }
        webhooks:
          done: { post: { operationId: done, tags: [ hooks ], responses: { '204': { description: x } } } }
        """);

    // As the targets of the package escape an item of a filter.
    [TestMethod]
    [DataRow("C%23 tools", "", "GetA")]
    [DataRow("C", "", "GetB")]
    [DataRow("a%7Cb", "", "GetC")]
    [DataRow("100%25", "", "GetD")]
    [DataRow("C|C%23 tools", "", "GetA GetB")]
    [DataRow("", "/c%23", "GetC")]
    [DataRow("", "/a;/b", "GetA GetB")]
    public void A_filter_may_hold_any_character(string tags, string paths, string methods)
    {
        GeneratorRun run = GeneratorHarness.Run(s_document with { Tags = tags, Paths = paths });

        Assert.IsEmpty(run.Diagnostics);
        string code = string.Concat(run.Files.Values);
        Assert.AreEqual(
            methods,
            string.Join(
                ' ', new[] { "GetA", "GetB", "GetC", "GetD" }.Where(name => code.Contains($" {name}Async(", StringComparison.Ordinal))));
    }

    [TestMethod]
    [DataRow("nothing", "", "The filter Tags has 'nothing', and no operation has that tag")]
    [DataRow("C%23 tool", "", "no operation has that tag (is 'C# tools' meant?)")]
    [DataRow("C;c", "", "The filter Tags has 'c', and no operation has that tag (is 'C' meant?)")]
    [DataRow("", "/nowhere", "The filter Paths has '/nowhere', and no path begins with that")]
    [DataRow("C", "/a", "The filter Paths has '/a', and no operation below has a tag of the filter Tags")]
    public void A_filter_that_matches_nothing_is_a_warning(string tags, string paths, string expected)
    {
        GeneratorRun run = GeneratorHarness.Run(s_document with { Tags = tags, Paths = paths });

        Assert.StartsWith($"/spec/api.yaml(1,1): warning {Descriptors.UnmatchedFilter}: ", run.Diagnostics.Single().ToString());
        Assert.Contains(expected, run.Diagnostics.Single().ToString());
    }

    [TestMethod]
    public void A_tag_of_a_webhook_alone_matches() => Assert.IsEmpty(GeneratorHarness.Run(s_document with { Tags = "hooks" }).Diagnostics);
}
