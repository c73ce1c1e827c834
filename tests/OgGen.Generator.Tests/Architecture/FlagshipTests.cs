using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>
/// The generator, the runtime and the extensions serve any document: they know no word of the one that the project is built around.
/// </summary>
[TestClass]
public sealed class FlagshipTests
{
    // Words of Opsgenie, its API and its subject. Policies, schedules and rotations are left out: .NET and HTTP clients have them too.
    private static readonly string[] s_words =
    [
        "opsgenie", "geniekey", "atlassian", "region", "alert", "team", "escalation", "incident", "heartbeat", "responder", "deduplication",
        "acknowledge", "on-call", "jira", "integration",
    ];

    [TestMethod]
    [DataRow("generator", 100)]
    [DataRow("runtime", 30)]
    [DataRow("extensions", 10)]
    public void No_word_of_the_flagship_document_is_in_what_serves_all(string folder, int files)
    {
        IReadOnlyDictionary<string, string> sources = Resources.Folder("source/" + folder);
        Assert.IsGreaterThan(files, sources.Count);
        CollectionAssert.AreEqual(Array.Empty<string>(), Mentions(sources));
    }

    [TestMethod]
    public void A_planted_word_is_found()
        => CollectionAssert.AreEqual(
            new[] { "a.cs: opsgenie", "b.cs: region", "c.cs: alert", "c.cs: team" },
            Mentions(
            [
                KeyValuePair.Create("a.cs", "\"https://api.OPSGENIE.com\""),
                KeyValuePair.Create("b.cs", "reader.Text(\"Region\")"),
                KeyValuePair.Create("c.cs", "_alertsOfTeam"),
                KeyValuePair.Create("d.cs", "// A policy."),
            ]));

    private static string[] Mentions(IEnumerable<KeyValuePair<string, string>> files)
        =>
        [
            .. files
                .SelectMany(static file => s_words
                    .Where(word => file.Value.Contains(word, StringComparison.OrdinalIgnoreCase))
                    .Select(word => $"{file.Key}: {word}"))
                .Order(StringComparer.Ordinal),
        ];
}
