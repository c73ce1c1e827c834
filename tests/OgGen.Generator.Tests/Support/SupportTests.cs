using OgGen.Generator.Tests.Architecture;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Support;

/// <summary>
/// The page that says of every keyword what becomes of it: no state of it is written by hand, and no keyword is forgotten.
/// </summary>
[TestClass]
public sealed class SupportTests
{
    /// <summary>Keywords of earlier drafts of JSON Schema, which are understood where somebody writes them all the same.</summary>
    private static readonly string[] s_earlier = ["Schema definitions", "Schema additionalItems"];

    [TestMethod]
    public void The_page_says_what_becomes_of_each_keyword() => Snapshots.VerifyPage("support", SupportMatrix.Print());

    [TestMethod]
    public void No_keyword_is_dropped_in_silence_and_each_rule_that_allows_it_is_needed()
    {
        CodeBase.AssertNone([.. Silent(SupportMatrix.Cells)]);
        CodeBase.AssertNone([.. from cell in SupportMatrix.Cells
                                where cell.Value is { Kept: not null, Effect.IsNone: false }
                                select $"{cell.Key} has an effect"]);
    }

    [TestMethod]
    public void A_keyword_that_is_dropped_in_silence_is_found()
    {
        var key = new SupportKey("Server", "planted", Versions.V32);
        var nothing = Effect.Of(Document("default: {}"), Document("default: {}"), wrong: null);
        var planted = new Dictionary<SupportKey, SupportCell>
        {
            [key] = new(nothing, null), [key with { Keyword = "kept" }] = new(nothing, Kept.ForReaders),
        };

        CollectionAssert.AreEqual(new[] { "Server has 'planted' in OpenAPI V32, and nothing follows from it" }, Silent(planted).ToArray());
    }

    [TestMethod]
    public void Each_keyword_that_the_code_knows_is_on_the_page()
        => CodeBase.AssertNone(Missing(CodeBase.Generator, SupportMatrix.Objects));

    [TestMethod]
    public void A_keyword_that_is_not_on_the_page_is_found()
    {
        SpecObject[] others = [.. SupportMatrix.Objects.Where(static one => one.Name != "Server")];

        CollectionAssert.AreEqual(
            new[] { "Server description", "Server name", "Server url", "Server variables" }, Missing(CodeBase.Generator, others).ToArray());
    }

    [TestMethod]
    [DataRow("'200': { description: A. }", "'200': { description: B. }", "comment")]
    [DataRow("'200': { description: A. }", "'200': { description: A., content: { text/plain: {} } }", "used")]
    [DataRow("'200': { description: A. }", "'200': { description: A., content: { text/xml: {} } }", "used OGG006")]
    [DataRow("'200': { description: A. }", "'200': { description: A., planted: 1 }", "reported OGG002")]
    [DataRow("'200': { description: A. }", "'200': { x-planted: 1, description: A. }", "ignored")]
    [DataRow(
        "'200': { description: A., content: { text/xml: {} } }",
        "'200': { x-planted: 1, description: A., content: { text/xml: {} } }",
        "reported OGG006")]
    public void A_state_follows_from_the_difference_of_two_documents(string without, string with, string state)
        => Assert.AreEqual(state, Effect.Of(Document(without), Document(with), wrong: null).Print());

    [TestMethod]
    public void A_keyword_is_checked_if_only_a_wrong_value_is_reported()
    {
        const string start = "'200': { description: A., content: { application/json: { schema: { type: integer";
        string[] documents = [.. new[] { "", ", example: 1", ", example: true" }.Select(static end => Document(start + end + " } } } }"))];

        Assert.AreEqual("checked OGG015", Effect.Of(documents[0], documents[1], documents[2]).Print());
        Assert.AreEqual("ignored", Effect.Of(documents[0], documents[1], documents[1]).Print());
    }

    private static IEnumerable<string> Silent(IReadOnlyDictionary<SupportKey, SupportCell> cells)
        => from cell in cells
           where cell.Value is { Kept: null, Effect.IsNone: true }
           orderby cell.Key.Object, cell.Key.Keyword, cell.Key.Version
           select $"{cell.Key.Object} has '{cell.Key.Keyword}' in OpenAPI {cell.Key.Version}, and nothing follows from it";

    /// <summary>The keywords of the grammar and of Microsoft.OpenApi that the objects of the page do not have.</summary>
    private static IReadOnlyList<string> Missing(CodeBase code, IReadOnlyList<SpecObject> objects)
    {
        var keywords = new SpecKeywords(code);
        HashSet<string> listed = [.. from item in objects from probe in item.Keywords select Called(item.Name) + " " + probe.Keyword];
        return
        [
            .. (from keyword in keywords.All
                from element in keywords.ObjectsWith(keyword)
                let name = (element == "ExternalDocs" ? "ExternalDocumentation" : element) + " " + keyword
                where !listed.Contains(name) && !s_earlier.Contains(name)
                select name).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// An object of the page as the code calls it; those of Swagger 2.0 have their keywords together with the later ones.
    /// </summary>
    private static string Called(string name)
        => name.Replace(" (2.0)", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("XML", "Xml", StringComparison.Ordinal);

    private static string Document(string responses)
        => $$"""
            openapi: 3.0.4
            info: { title: T, version: '1' }
            paths: { /a: { get: { operationId: a, responses: { {{responses}} } } } }

            """;
}
