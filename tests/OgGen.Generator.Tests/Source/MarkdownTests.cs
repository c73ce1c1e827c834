using System.Xml.Linq;
using OgGen.Generator.Building;
using OgGen.Generator.Model;
using OgGen.Generator.Source;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Source;

/// <summary>The Markdown of descriptions as documentation comments.</summary>
[TestClass]
public sealed class MarkdownTests
{
    [TestMethod]
    [DataRow("plain", "plain")]
    [DataRow("*a* _b_ **c** __d__ ***e***", "<i>a</i> <i>b</i> <b>c</b> <b>d</b> <b><i>e</i></b>")]
    [DataRow("**a *b* c**", "<b>a <i>b</i> c</b>")]
    [DataRow("**a *b** c*", "<b>a *b</b> c*")]
    [DataRow("snake_case_name and __init__", "snake_case_name and <b>init</b>")]
    [DataRow("2 * 3 * 4, *.txt or *.csv, a ** b", "2 * 3 * 4, *.txt or *.csv, a ** b")]
    [DataRow("**never closed", "**never closed")]
    [DataRow(@"\*no\* \_no\_ \`no\` 1\. C:\dir", @"*no* _no_ `no` 1. C:\dir")]
    [DataRow("``a ` b`` and `` `c` ``", "<c>a ` b</c> and <c>`c`</c>")]
    [DataRow(@"\`` is no `code`", "`<c>is no</c>code`")]
    [DataRow("one  \ntwo\\\nthree\nfour", "one<br/>\ntwo<br/>\nthree\nfour")]
    [DataRow("[text](https://e.com/a?b=1&c=\"2)", "<see href=\"https://e.com/a?b=1&amp;c=&quot;2\">text</see>")]
    [DataRow("[**b**](https://e.com 'a title')", "<see href=\"https://e.com\"><b>b</b></see>")]
    [DataRow(
        "![image](https://e.com/i.png) and [](https://e.com)",
        "<see href=\"https://e.com/i.png\">image</see> and <see href=\"https://e.com\"/>")]
    [DataRow("[here](#part), [there](/rest/a), [bad](javascript:alert)", "here, there (/rest/a), bad (javascript:alert)")]
    [DataRow("[no link] (x) [open", "[no link] (x) [open")]
    [DataRow("[no](", "[no](")]
    [DataRow(
        "See https://e.com/a_b_c (or http://e.com/(x)).", "See <see href=\"https://e.com/a_b_c\"/> (or <see href=\"http://e.com/(x)\"/>).")]
    [DataRow("<https://e.com> https:// xhttps://e.com", "<see href=\"https://e.com\"/> https:// xhttps://e.com")]
    [DataRow("Bearer <token> & a < b > c <!-- hidden -->", "Bearer &lt;token&gt; &amp; a &lt; b &gt; c ")]
    [DataRow(
        "<b>a</b> <em>b</em> <code>c</code> <a href=\"https://e.com\">d</a>",
        "<b>a</b> <i>b</i> <c>c</c> <see href=\"https://e.com\">d</see>")]
    [DataRow("<b>open <i>wrong</b></i> <span class='x'>s</span>", "<b>open wrong</b> s")]
    [DataRow("&lt;a&gt; &amp; &nbsp;&#65;&#x42; &unknown; &", "&lt;a&gt; &amp;  AB &amp;unknown; &amp;")]
    public void Inline_markup_becomes_elements(string text, string expected)
    {
        Assert.AreEqual(expected, MarkdownInlines.Print(text, default));
        _ = XElement.Parse($"<d>{expected}</d>");
    }

    [TestMethod]
    [DataRow(
        "- a\n- b", "<list type=\"bullet\">|<item><description>a</description></item>|<item><description>b</description></item>|</list>")]
    [DataRow(
        "1. a\n2) b", "<list type=\"number\">|<item><description>a</description></item>|<item><description>b</description></item>|</list>")]
    [DataRow(
        "text:\n* a\n  more\n  * b\n\n  second\n* c\n\nend",
        "<para>text:</para>|<list type=\"bullet\">|<item><description><para>a|more</para>|<list "
            + "type=\"bullet\">|<item><description>b</description></item>|</list>"
            + "|<para>second</para></description></item>|<item><description>c</description></item>|</list>|<para>end</para>")]
    [DataRow("a\n\nb", "<para>a</para>|<para>b</para>")]
    [DataRow("# Head\n\ntext", "<para><b>Head</b></para>|<para>text</para>")]
    [DataRow("Head\n====\ntext\n\n---\n\nend", "<para><b>Head</b></para>|<para>text</para>|<para>end</para>")]
    [DataRow("```json\n{ \"a\": \"<b>\" }\n\n  *x*\n```\nend", "<code>|{ \"a\": \"&lt;b&gt;\" }||  *x*|</code>|<para>end</para>")]
    [DataRow("~~~\nnever closed", "<code>|never closed|</code>")]
    [DataRow("text\n\n    code\n      more\n\nend", "<para>text</para>|<code>|code|  more|</code>|<para>end</para>")]
    [DataRow("> quoted\n> more\n\nend", "<para>quoted|more</para>|<para>end</para>")]
    [DataRow(
        "| a | b |\n|---|:-:|\n| `x` | *y* \\| z |\n| 1 |",
        "<list type=\"table\">|<listheader><term>a</term><description>b</description></listheader>"
            + "|<item><term><c>x</c></term><description><i>y</i> | "
            + "z</description></item>|<item><description>1</description></item>|</list>")]
    [DataRow("-5 degrees\n+1 more\n3.5 stars", "-5 degrees|+1 more|3.5 stars")]
    [DataRow("in the year\n1984. It was", "in the year|1984. It was")]
    [DataRow("", "")]
    [DataRow("- ", "<list type=\"bullet\">|<item><description></description></item>|</list>")]
    public void Blocks_become_elements(string text, string expected)
    {
        IReadOnlyList<string> lines = MarkdownBlocks.Print(text, default);

        // A line end is shown as one character, as is the one that a table has in a cell.
        Assert.AreEqual(expected, string.Join('|', lines));
        _ = XElement.Parse($"<d>{string.Join('\n', lines)}</d>");
    }

    [TestMethod]
    [DataRow("<p>One <b>two</b>.</p>\n<p>Three</p>", "One <b>two</b>.", "<p>Three")]
    [DataRow("One<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>End", "One", "-  a\n-  b\n   1. c")]
    [DataRow("<h2>Head</h2>Text<br>more", "# Head", "Text  \nmore")]
    [DataRow("`<p>` is a tag", "`<p>` is a tag", "")]
    [DataRow("```\n<p>\n\n</p>\n```\n\nrest", "```\n<p>\n\n</p>\n```", "rest")]
    public void Blocks_of_HTML_are_those_of_Markdown(string text, string summary, string remarks)
    {
        (string Summary, string Remarks) split = DocText.Split(text);

        Assert.AreEqual(summary, split.Summary);
        Assert.Contains(remarks.Replace("<p>", "", StringComparison.Ordinal), split.Remarks);
    }

    /// <summary>Most descriptions are plain, and are printed without being parsed.</summary>
    [TestMethod]
    [DataRow("A sentence.", true)]
    [DataRow("Two sentences, with punctuation; is that all? Yes (it is): 'a' - \"b\" / c!", true)]
    [DataRow("Größe der Straße in Ländern, naïve, Ærø, 日本, 𝒳", true, DisplayName = "letters beyond ASCII")]
    [DataRow("Äpfel", true)]
    [DataRow("Version 1.2.3 of 10. May, 3.5 %, 50 $, a@b, #1, +1", true, DisplayName = "numbers and signs")]
    [DataRow("A well-known word --- with dashes -- and 2 ~ 3 = 4 | 5 > 4", true)]
    [DataRow("a. first, b) second", true)]
    [DataRow("http: no address, https neither", true)]
    [DataRow("Two  spaces,\ta tab and \u00A0 another", true, DisplayName = "white space within")]
    [DataRow("a\rb", true, DisplayName = "a carriage return alone is no line end")]
    [DataRow("", false)]
    [DataRow("Ends with spaces  ", false)]
    [DataRow("A line.\nAnother", false)]
    [DataRow("A line.\r\nAnother", false)]
    [DataRow("A paragraph.\n\nAnother", false)]
    [DataRow("Ends with a line end\n", false)]
    [DataRow(" a", false)]
    [DataRow("    code", false)]
    [DataRow("1. item", false)]
    [DataRow("- item", false)]
    [DataRow("# heading", false)]
    [DataRow("> quotation", false)]
    [DataRow("| cell |", false)]
    [DataRow("---", false)]
    [DataRow("~~~", false)]
    [DataRow("Is *so*", false)]
    [DataRow("Is __so__", false)]
    [DataRow("Is `so`", false)]
    [DataRow("A [link](https://e.com)", false)]
    [DataRow("A <b>tag</b>", false)]
    [DataRow("An &amp;", false)]
    [DataRow("An \\*", false)]
    [DataRow("See https://e.com", false)]
    [DataRow("See HTTP://e.com", false)]
    public void A_plain_text_is_printed_as_it_would_be_parsed(string text, bool isPlain)
    {
        Assert.AreEqual(isPlain, MarkdownScan.IsPlain(text));
        CollectionAssert.AreEqual(Parsed(text), MarkdownBlocks.Print(text, default).ToArray());
    }

    [TestMethod]
    public void Whatever_counts_as_plain_or_as_one_paragraph_is_printed_as_it_would_be_parsed()
    {
        string[] pieces =
        [
            "a", "z", "ö", "Z", " ", " ", "  ", "\n", "\r", "\t", "1", ".", ",", ":", "-", "--", "=", "+", "*", "_", "`", "~", "#", ">",
            "<b>", "<", "|", "[", "]", "(", ")", "!", "&", "&amp;", "\\", "\"", "'", "/", "://", "http", "https://e.com",
            "\u00A0", "\u2028", "\uD835", "\u0001",
        ];
        var random = new Random(20261130);
        int plain = 0;
        int paragraphs = 0;
        for (int i = 0; i < 50_000; i++)
        {
            // A letter comes first more often than by chance: nothing else is plain.
            string text = (random.Next(2) == 0 ? "a" : "")
                + string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (MarkdownScan.IsPlain(text) || MarkdownScan.IsParagraph(text))
            {
                plain += MarkdownScan.IsPlain(text) ? 1 : 0;
                paragraphs += MarkdownScan.IsPlain(text) ? 0 : 1;
                CollectionAssert.AreEqual(Parsed(text), MarkdownBlocks.Print(text, default).ToArray(), CSharpText.Literal(text));
            }
        }

        Assert.IsGreaterThan(5_000, plain);
        Assert.IsGreaterThan(5_000, paragraphs);
    }

    [TestMethod]
    public void Code_that_names_what_is_generated_refers_to_it()
    {
        DocLink[] links = [new("Pets_Get", "Sample", "PetsClient", "Get"), new("Pet", "Sample", "Pet", null)];

        Assert.AreEqual(
            "<see cref=\"global::Sample.PetsClient.GetAsync\"/>, <see cref=\"global::Sample.Pet\"/>, <c>Other</c>",
            MarkdownInlines.Print("`Pets_Get`, `Pet`, `Other`", new(links)));
    }

    [TestMethod]
    public void Every_text_and_every_value_can_stand_in_Markdown()
    {
        foreach (string text in new[] { "`", "``a`", " a ", "*a* [b](c) <d> &amp; # - 1. | \\", "_x_/~1a~1{id}", "https://e.com" })
        {
            Assert.AreEqual(
                text,
                XElement.Parse($"<d>{MarkdownInlines.Print(DocText.Literal(text), default)}</d>", LoadOptions.PreserveWhitespace).Value);
            Assert.AreEqual($"<d><c>{CSharpText.Xml(text)}</c></d>", $"<d>{MarkdownInlines.Print(DocText.Code(text), default)}</d>");
        }
    }

    /// <summary>Half a million characters each: a search that starts over at each of them would not end within the hour.</summary>
    [TestMethod]
    [DataRow("*")]
    [DataRow("**a ")]
    [DataRow("*a **b ***c ")]
    [DataRow("_a")]
    [DataRow("[")]
    [DataRow("[](")]
    [DataRow("[a](b")]
    [DataRow("![")]
    [DataRow("]")]
    [DataRow("`")]
    [DataRow("` `` ")]
    [DataRow("<")]
    [DataRow("<b>")]
    [DataRow("<p><ul><li>")]
    [DataRow("</b>")]
    [DataRow("<a href=")]
    [DataRow("&")]
    [DataRow("&#")]
    [DataRow("> ")]
    [DataRow(">")]
    [DataRow("- ")]
    [DataRow("-")]
    [DataRow("1. ")]
    [DataRow("- a\n ")]
    [DataRow("|")]
    [DataRow("| a |\n|-|\n")]
    [DataRow("```\n")]
    [DataRow("~~~ ")]
    [DataRow("#")]
    [DataRow("\\")]
    [DataRow("https://")]
    [DataRow("=\n=")]
    public void Hostile_Markdown_is_well_formed_in_linear_time(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        string markdown = HtmlBlocks.ToMarkdown(text);

        _ = XElement.Parse($"<d>{string.Join('\n', MarkdownBlocks.Print(markdown, default))}</d>");
        _ = DocText.Split(text);
    }

    [TestMethod]
    public void Lists_and_quotations_within_one_another_end_at_a_depth()
    {
        string lists = string.Concat(Enumerable.Range(0, 2_000).Select(static i => new string(' ', 2 * i) + "- a\n"));
        string quotations = string.Concat(Enumerable.Range(1, 1_000).Select(static i => new string('>', i) + " a\n"));

        Assert.AreEqual(
            2_000, XElement.Parse($"<d>{string.Join('\n', MarkdownBlocks.Print(lists, default))}</d>").Value.Count(static c => c == 'a'));
        Assert.AreEqual(
            1_000,
            XElement.Parse($"<d>{string.Join('\n', MarkdownBlocks.Print(quotations, default))}</d>").Value.Count(static c => c == 'a'));
    }

    [TestMethod]
    public void Names_in_descriptions_are_found_by_their_operations_and_schemas()
    {
        IReadOnlyDictionary<string, string> files = GeneratorHarness.Run(Declared.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1', description: 'See `Pets_List` and `Unknown_Op`.' }
            servers: [{ url: 'https://api.example.com' }]
            paths:
              /pets:
                get:
                  operationId: Pets_List
                  description: Lists `Pet`, not `pet`; see `Pets_List`.
                  parameters: [{ name: q, in: query, description: 'As in `Pet`.', schema: { type: string } }]
                  responses:
                    '200': { description: 'Each a `Pet`.', content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
            components:
              schemas:
                Pet:
                  type: object
                  properties:
                    Pet: { type: string, description: 'The `Pet` itself; `Pets_List` has all.' }
                    owner: { $ref: '#/components/schemas/owner' }
                owner: { type: object, description: 'Has a `Pet`.', properties: { name: { type: string } } }
            """)).Files;

        string all = string.Concat(files.Values);
        Assert.Contains("See <see cref=\"global::Sample.PetsClient.ListAsync\"/> and <c>Unknown_Op</c>.", all);
        Assert.Contains(
            "Lists <see cref=\"global::Sample.Pet\"/>, not <c>pet</c>; see <see cref=\"global::Sample.PetsClient.ListAsync\"/>.", all);
        Assert.Contains("<param name=\"q\">As in <see cref=\"global::Sample.Pet\"/>.</param>", all);
        Assert.Contains("<returns>Each a <see cref=\"global::Sample.Pet\"/>.</returns>", all);
        Assert.Contains("Has a <see cref=\"global::Sample.Pet\"/>.", all);
    }

    [TestMethod]
    public void The_comment_of_a_parameter_has_each_paragraph_of_its_description()
    {
        string all = string.Concat(GeneratorHarness.Run(Declared.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            servers:
              - url: 'https://{zone}.example.com'
                variables: { zone: { default: eu, description: "The zone.\n\nIt cannot be changed later." } }
            paths:
              /pets:
                get:
                  operationId: Pets_List
                  parameters:
                    - { name: q, in: query, description: "A filter.\n\n- `a`: all\n- `Pet`: pets", schema: { type: string } }
                  responses: { '204': { description: Done. } }
            components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }
            """)).Files.Values);

        Assert.Contains("""
                /// <param name="q">
                /// <para>A filter.</para>
                /// <list type="bullet">
                /// <item><description><c>a</c>: all</description></item>
                /// <item><description><see cref="global::Sample.Pet"/>: pets</description></item>
                /// </list>
                /// </param>
            """, all);
        Assert.Contains("""
                /// <param name="zone">
                /// <para>The zone.</para>
                /// <para>It cannot be changed later.</para>
                /// </param>
            """, all);
    }

    /// <summary>The lines of a text that is parsed: a blank line before it is no part of it, but no plain text either.</summary>
    private static string[] Parsed(string text) => [.. MarkdownBlocks.Print("\n" + text, default)];
}
