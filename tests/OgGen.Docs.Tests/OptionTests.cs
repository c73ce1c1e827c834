using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OgGen.Docs.Tests.Markdown;

namespace OgGen.Docs.Tests;

/// <summary>The tables of options say what the package takes: no more and no less.</summary>
[TestClass]
public sealed partial class OptionTests
{
    private static readonly XDocument s_props = XDocument.Load(Path.Combine(Repository.Root, "generator/build/OgGen.props"));

    private static string[] Metadata { get; } =
    [
        .. s_props.Descendants("CompilerVisibleItemMetadata")
            .Select(static item => item.Attribute("MetadataName")!.Value["OgGen".Length..])
            .Where(static name => name != "Spec"), // It only tells that a file is a document.
    ];

    [TestMethod]
    [DataRow("README.md", "Options")]
    [DataRow("docs/options.md", "Metadata of OpenApiSpec")]
    public void A_table_has_the_metadata_of_an_item(string path, string heading)
        => CollectionAssert.AreEquivalent(Metadata, FirstCells(path, heading));

    [TestMethod]
    public void The_table_has_the_properties_of_a_project()
    {
        string folder = Path.Combine(Repository.Root, "generator/build");
        string build = string.Concat(Directory.EnumerateFiles(folder, "OgGen.*").Select(File.ReadAllText));
        string[] listed = FirstCells("docs/options.md", "Properties of the project");

        // Names that begin with an underscore are the package's own.
        string[] known = [.. Property().Matches(build).Select(static match => match.Value).Distinct()];
        Assert.IsNotEmpty(listed);
        Assert.IsEmpty(listed.Except(known), string.Join(", ", listed.Except(known)));
    }

    [TestMethod]
    public void The_table_has_the_extensions()
    {
        JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "generator/build/oggen.schema.json")))!;
        string[] extensions =
        [
            .. schema["definitions"]!.AsObject()
                .Select(static member => member.Key)
                .Where(static name => name.StartsWith("x-oggen-", StringComparison.Ordinal)),
        ];

        CollectionAssert.AreEquivalent(extensions, FirstCells("docs/options.md", "Extensions"));
    }

    /// <summary>XML is a part of a project, or a whole one, and has no metadata that the package does not know.</summary>
    [TestMethod]
    public void Every_block_of_XML_is_well_formed_and_has_known_metadata()
    {
        string[] known = ["Include", .. Metadata];
        foreach (string path in Repository.Pages)
        {
            foreach (Block block in Repository.Read(path).Blocks.Where(static block => block.Language == "xml"))
            {
                XElement root = XElement.Parse($"<Page>{block.Text}</Page>");
                foreach (XAttribute attribute in root.Descendants("OpenApiSpec").SelectMany(static item => item.Attributes()))
                {
                    Assert.Contains(attribute.Name.LocalName, known, $"{path}, line {block.Line}");
                }
            }
        }
    }

    [TestMethod]
    public void Every_handler_that_a_page_shows_keeps_no_cookies_and_follows_no_redirects()
    {
        string[] handlers =
        [
            .. Repository.Pages.SelectMany(static path => Repository.Read(path).Blocks).Where(static block => block.Language == "csharp")
                .SelectMany(static block => Handler().Matches(block.Text)).Select(static match => match.Value),
        ];

        Assert.IsGreaterThanOrEqualTo(2, handlers.Length);
        foreach (string handler in handlers)
        {
            Assert.Contains("UseCookies = false", handler);
            Assert.Contains("AllowAutoRedirect = false", handler);
        }
    }

    private static string[] FirstCells(string path, string heading)
        => [.. Repository.Read(path).Rows(heading).Select(static row => row[0].Trim('`'))];

    [GeneratedRegex(@"\bOgGen[A-Z]\w+")]
    private static partial Regex Property();

    [GeneratedRegex("new (SocketsHttpHandler|HttpClientHandler)[^;]*?[;}]", RegexOptions.Singleline)]
    private static partial Regex Handler();
}
