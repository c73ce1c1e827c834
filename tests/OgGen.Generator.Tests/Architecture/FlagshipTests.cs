using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>The generator and the runtime serve any document: they know nothing of the one that the project is built around.</summary>
[TestClass]
public sealed class FlagshipTests
{
    private static readonly IReadOnlyDictionary<string, string> s_generator = Resources.Folder("source/generator");
    private static readonly IReadOnlyDictionary<string, string> s_runtime = Resources.Folder("source/runtime");

    [TestMethod]
    public void Nothing_of_the_flagship_document_is_in_the_generator_or_the_runtime()
    {
        Assert.IsGreaterThan(100, s_generator.Count);
        Assert.IsGreaterThan(30, s_runtime.Count);
        CollectionAssert.AreEqual(Array.Empty<string>(), Mentions(s_generator.Concat(s_runtime)));
    }

    [TestMethod]
    public void A_planted_mention_is_found()
        => CollectionAssert.AreEqual(
            new[] { "a.cs", "b.cs" },
            Mentions(
            [
                KeyValuePair.Create("a.cs", "// As OPSGENIE does."),
                KeyValuePair.Create("b.cs", "\"https://api.opsgenie.com\""),
                KeyValuePair.Create("c.cs", "// Nothing."),
            ]));

    private static string[] Mentions(IEnumerable<KeyValuePair<string, string>> files)
        =>
        [
            .. files.Where(static file => file.Value.Contains("opsgenie", StringComparison.OrdinalIgnoreCase))
                .Select(static file => file.Key)
                .Order(StringComparer.Ordinal),
        ];
}
