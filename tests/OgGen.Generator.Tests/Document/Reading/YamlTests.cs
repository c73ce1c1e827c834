using System.Text.Json.Nodes;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OgGen.Generator.Tests.Document.Reading;

/// <summary>
/// YAML 1.2 is read as other readers read it. In these documents · stands for a space and » for a tab where nobody would see them.
/// </summary>
[TestClass]
public sealed class YamlTests
{
    [TestMethod]
    [DataRow("a: |\n····\n····text\nb: 1", "\ntext\n", DisplayName = "as many spaces as the indentation")]
    [DataRow("a: |\n··\n····text\nb: 1", "\ntext\n", DisplayName = "fewer spaces than the indentation")]
    [DataRow("a: |\n···\n·\n\n····text\nb: 1", "\n\n\ntext\n", DisplayName = "several lines of spaces")]
    [DataRow("a: |-\n····\n····text\nb: 1", "\ntext", DisplayName = "without the last line break")]
    [DataRow("a: |+\n····\n····text\n····\nb: 1", "\ntext\n\n", DisplayName = "with all line breaks")]
    [DataRow("a: >\n····\n····text\n····more\nb: 1", "\ntext more\n", DisplayName = "folded")]
    [DataRow("a: | # why\n····\n····text\nb: 1", "\ntext\n", DisplayName = "a comment in the header")]
    [DataRow("a: !!str |\n····\n····text\nb: 1", "\ntext\n", DisplayName = "a tag before the header")]
    [DataRow("a: &x |\n····\n····text\nb: 1", "\ntext\n", DisplayName = "an anchor before the header")]
    [DataRow("a:\n··|\n····\n····text\nb: 1", "\ntext\n", DisplayName = "the header in a line of its own")]
    [DataRow("a: |\r\n····\r\n····text\r\nb: 1", "\ntext\n", DisplayName = "line breaks of Windows")]
    [DataRow("a: |+\n····\nb: 1", "\n", DisplayName = "spaces alone, kept")]
    [DataRow("a: |\n····\n··\nb: 1", "", DisplayName = "spaces alone")]
    [DataRow("a: >-\n····\nb: 1", "", DisplayName = "spaces alone, folded")]
    [DataRow("a: |2\n······\n··text\nb: 1", "····\ntext\n", DisplayName = "spaces that are text, by an indicator")]
    [DataRow("a: |2-\n······\n\n··text\n\nb: 1", "····\n\ntext", DisplayName = "spaces that are text, without the last line break")]
    [DataRow("a: !!str |2+\n······\n··text\n\nb: 1", "····\ntext\n\n", DisplayName = "spaces that are text, with all line breaks")]
    [DataRow("a: |2\n······\nb: 1", "····\n", DisplayName = "nothing but spaces that are text")]
    [DataRow("a: |\n··\n··b: |\n····\n····\n··c: 'it\n··d: 1\nb: 1", "\nb: |\n··\n··\nc: 'it\nd: 1\n", DisplayName = "YAML as text")]
    [DataRow("a: |\n··text\n····\n··more\nb: |\n··\n··x", "text\n··\nmore\n", DisplayName = "spaces within the text stay")]
    public void A_block_scalar_may_begin_with_lines_of_spaces(string yaml, string expected)
        => Assert.AreEqual(Visible(expected), (string?)Read(yaml)["a"]);

    [TestMethod]
    [DataRow("x: it's\n  \"quoted\na: |\n····\n····text", DisplayName = "a quote in the middle of a plain text")]
    [DataRow("x: \"one\n  b: |\n  two\"\na: |\n····\n····text", DisplayName = "what looks like a header within double quotes")]
    [DataRow("x: 'it''s\n  b: |\n  two'\na: |\n····\n····text", DisplayName = "what looks like a header within single quotes")]
    [DataRow("x: \"a\\\"b: |\"\na: |\n····\n····text", DisplayName = "an escaped quote")]
    [DataRow("# b: |\n  # 'c\na: |\n····\n····text", DisplayName = "comments")]
    [DataRow("x: 1 # it's: |\na: |\n····\n····text", DisplayName = "a comment after a value")]
    [DataRow("x: { b: \"|\", c: it's, d: 'e' } # {\na: |\n····\n····text", DisplayName = "a flow mapping")]
    [DataRow("x: [ 'it''s', \"a]b\", { c: d },\n  e ] \na: |\n····\n····text", DisplayName = "a flow sequence of two lines")]
    [DataRow("x:\n- |\n··\n··[\n- \"q\"\na: |\n····\n····text", DisplayName = "a list at the column of its key")]
    [DataRow("'x y': 1\n\"a\": |\n····\n····text", DisplayName = "quoted keys")]
    [DataRow("x: &b c\n*b : 1\na: |\n····\n····text", DisplayName = "an alias as a key")]
    [DataRow("x: a\n\n  | b\n\n  c\na: |\n····\n····text", DisplayName = "a plain text of several lines")]
    [DataRow("? a\n: |\n····\n····text", DisplayName = "an explicit key")]
    [DataRow("%YAML 1.2\n--- # one\na: |\n····\n····text\n...\n", DisplayName = "a directive and markers")]
    public void What_stands_before_a_block_scalar_does_not_hide_it(string yaml)
        => Assert.AreEqual("\ntext\n", (string?)Read(yaml)["a"] + (yaml.EndsWith("text", StringComparison.Ordinal) ? "\n" : ""));

    [TestMethod]
    public void Block_scalars_are_found_where_the_parser_finds_them()
    {
        const string yaml = """
            a: |
              b: >
              - |
            c: "- |"
            d: [ a, "|", { e: "|f" } ]
            list:
            - >-
             folded: |
            - key: |2+ # comment
                 text
                - |
              other:
                >
                x
            - - |
               y
            - a | b
            - y|x
            - 'z: |
              '
            - &a !!str |
              z
            """;
        var expected = new List<int>();
        var parser = new Parser(new StringReader(yaml));
        while (parser.MoveNext())
        {
            if (parser.Current is Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded } scalar)
            {
                // What the parser takes for the start of a scalar is that of its anchor and tag.
                expected.Add(yaml.IndexOfAny(['|', '>'], (int)scalar.Start.Index));
            }
        }

        CollectionAssert.AreEqual(expected, BlockScalarFinder.Find(yaml).Select(static scalar => scalar.Start).ToList());
    }

    [TestMethod]
    [DataRow("a: |\n·····\n··text\n", DisplayName = "literal")]
    [DataRow("a: >\n·····\n··text\n", DisplayName = "folded")]
    public void More_spaces_than_the_text_has_are_an_error(string yaml)
        => Assert.StartsWith("The document is no valid YAML", Assert.ThrowsExactly<SpecTextException>(() => Read(yaml)).Message);

    [TestMethod]
    [DataRow("a: 1\n»\nb: 2", DisplayName = "after a plain text")]
    [DataRow("a: \"1\"\n·»·\n\nb: 2", DisplayName = "after a quoted text")]
    [DataRow("a: [1]\n»»\n# c\nb: 2", DisplayName = "before a comment")]
    [DataRow("a: 1\n»# it's: |\nb: 2", DisplayName = "with a comment")]
    public void A_line_of_tabs_is_an_empty_line(string yaml) => Assert.AreEqual(2, (long?)Read(yaml)["b"]);

    [TestMethod]
    public void A_tab_where_the_text_of_a_block_scalar_is_indented_is_an_error()
        => Assert.ThrowsExactly<SpecTextException>(() => Read("a: |\n»\nb: 1"));

    [TestMethod]
    [DataRow("a: one\u2028two\nb: 2", DisplayName = "in a plain text")]
    [DataRow("a: \"one\u2028two\"\nb: 2", DisplayName = "in quotes")]
    [DataRow("a: |-\n  one\u2028two\nb: 2", DisplayName = "in a literal")]
    [DataRow("a: |1-\n\n one\u2028two\nb: 2 # \uE000", DisplayName = "beside a character for private use")]
    public void Only_the_line_breaks_of_YAML_1_2_break_lines(string yaml)
    {
        foreach (char c in "\u0085\u2028\u2029")
        {
            string text = yaml.Replace('\u2028', c);

            Assert.AreEqual($"one{c}two", (string?)Read(text)["a"]!.GetValue<string>().TrimStart('\n'));
            Assert.AreEqual(2, (long?)Read(text)["b"]);
        }
    }

    [TestMethod]
    public void A_tab_as_indentation_is_an_error_at_its_line() => Assert.AreEqual(2, Position("a: 1\nb:\n»c: 2\n").Line);

    [TestMethod]
    public void Lines_and_columns_stay_those_of_the_text()
    {
        var file = new OgGen.Generator.Document.SpecFile
        {
            Path = "/a.yaml",
            Text = Visible("a: |\n····\n····text\n»\nb: { c: 1 }\n"),
            Reference = "",
            Namespace = "",
            Client = "",
            Access = "",
            Tags = default,
            Paths = default,
        };

        Assert.AreEqual((4, 5), SpecPositions.Find(file, ["/b/c"], default)["/b/c"]);
        Assert.AreEqual((4, 3), Position("a: |\n····\n····text\n»\nb: *c\n"));
    }

    [TestMethod]
    [DataRow("b: { <<: *x }", "{\"p\":1,\"q\":2}", DisplayName = "a mapping")]
    [DataRow("b: { <<: *x, q: 3 }", "{\"p\":1,\"q\":3}", DisplayName = "a member of its own after it")]
    [DataRow("b: { q: 3, <<: *x }", "{\"q\":3,\"p\":1}", DisplayName = "a member of its own before it")]
    [DataRow("b: { <<: [ *x, *y ] }", "{\"p\":1,\"q\":2,\"r\":5}", DisplayName = "a list, the first counts")]
    [DataRow("b:\n  <<: *x\n  <<: *y", "{\"p\":1,\"q\":2,\"r\":5}", DisplayName = "twice, the first counts")]
    [DataRow("z: &z { <<: *x, s: 6 }\nb: { <<: *z }", "{\"s\":6,\"p\":1,\"q\":2}", DisplayName = "what has merged others itself")]
    [DataRow("b: { <<: { p: 7 } }", "{\"p\":7}", DisplayName = "a mapping without an alias")]
    [DataRow("b: { '<<': 1 }", "{\"<<\":1}", DisplayName = "a member in quotes is none")]
    public void Merge_keys_are_merged(string yaml, string expected)
    {
        var problems = new List<Problem>();

        JsonNode root = YamlTree.Parse("x: &x { p: 1, q: 2 }\ny: &y { q: 4, r: 5 }\n" + yaml, problems, default);

        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(expected), root["b"]), root.ToJsonString());
        Assert.IsEmpty(problems);
    }

    [TestMethod]
    public void Two_members_beside_a_merge_key_are_still_reported()
    {
        var problems = new List<Problem>();

        YamlTree.Parse("x: &x { p: 1 }\nb: { <<: *x, p: 2, p: 3 }", problems, default);

        Assert.AreEqual((Descriptors.DuplicateKey, "/b/p"), (problems.Single().Id, problems.Single().Pointer));
    }

    [TestMethod]
    [DataRow("a: { <<: 1 }", 0, 5)]
    [DataRow("a:\n  <<: [ { b: 1 }, text ]", 1, 2)]
    [DataRow("a: { <<: }", 0, 5)]
    public void A_merge_key_of_anything_else_is_an_error_at_its_place(string yaml, int line, int column)
    {
        Assert.Contains("'<<' merges an object", Assert.ThrowsExactly<SpecTextException>(() => Read(yaml)).Message);
        Assert.AreEqual((line, column), Position(yaml));
    }

    [TestMethod]
    [DataRow("a: &b c\n*b : 1", "c", DisplayName = "the text of a value")]
    [DataRow("&b c: 0\nd: { *b : 1 }", "c", DisplayName = "the text of a key")]
    [DataRow("a: &b 007\n*b : 1", "007", DisplayName = "a text as it is written")]
    public void An_alias_may_be_a_key(string yaml, string key) => Assert.Contains($"\"{key}\":1", Read(yaml).ToJsonString());

    [TestMethod]
    [DataRow("a: 0x1F", "\"0x1F\"")]
    [DataRow("a: 012", "12")]
    [DataRow("a: ! 12", "\"12\"")]
    [DataRow("a: !!str 12", "\"12\"")]
    public void Scalars_are_those_of_JSON(string yaml, string expected) => Assert.AreEqual(expected, Read(yaml)["a"]!.ToJsonString());

    [TestMethod]
    [DataRow("a:\n  b: \"c\n  d\"\n", "goes on in line 3, which is indented too little; indent line 3 by more than 2 spaces", 1, 5)]
    [DataRow("a:\n- b: \"c\n  d\"\n", "line 3 by more than 2 spaces", 1, 5)]
    [DataRow("a:\n - \"c\n d\"\n", "line 3 by more than 1 space", 1, 3)]
    public void Quoted_text_that_goes_on_too_far_left_is_an_error_that_says_what_to_do(string yaml, string advice, int line, int column)
    {
        string message = Assert.ThrowsExactly<SpecTextException>(() => Read(yaml)).Message;

        Assert.Contains(advice, message);
        Assert.AreEqual((line, column), Position(yaml));
    }

    private static JsonNode Read(string yaml) => YamlTree.Parse(Visible(yaml), [], default);

    private static (int Line, int Column) Position(string yaml)
        => Assert.ThrowsExactly<SpecTextException>(() => Read(yaml)).ToProblem().Position!.Value;

    private static string Visible(string text) => text.Replace('·', ' ').Replace('»', '\t');
}
