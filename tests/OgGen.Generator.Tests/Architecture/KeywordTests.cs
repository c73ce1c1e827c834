using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>For each keyword of OpenAPI the files that know it, so that a change of one is a change of all.</summary>
[TestClass]
public sealed class KeywordTests
{
    private const string GrammarPath = "Document/SpecGrammar.cs";

    private static readonly string s_grammar = Resources.Text("source/generator/" + GrammarPath);

    [TestMethod]
    public void The_files_that_know_each_keyword_are_those_that_were_accepted()
        => Snapshots.VerifyTable("Keywords", KeywordTable.Print(CodeBase.Generator, CodeBase.Conformance));

    [TestMethod]
    public void Each_keyword_has_an_entry_and_each_entry_a_keyword_and_members_of_the_model()
    {
        CodeBase.AssertNone(KeywordTable.WithoutEntry(CodeBase.Generator));
        CodeBase.AssertNone(KeywordTable.WrongEntries(CodeBase.Generator));
    }

    [TestMethod]
    public void Keywords_of_the_grammar_and_of_the_library_are_found_with_their_objects()
    {
        var keywords = new SpecKeywords(CodeBase.Of((GrammarPath, s_grammar)));

        foreach (string keyword in new[] { "$defs", "$ref", "additionalOperations", "get", "pattern", "prefixItems", "unevaluatedItems" })
        {
            Assert.Contains(keyword, keywords.All);
        }

        CollectionAssert.AreEqual(
            new[] { "Components", "Document", "Link", "Operation", "PathItem" },
            keywords.ObjectsWith("parameters").ToArray());
        CollectionAssert.AreEqual(new[] { "Schema" }, keywords.ObjectsWith("minLength").ToArray());
    }

    /// <summary>Planted in the grammar: to an object's keywords, and in a list of its own.</summary>
    [TestMethod]
    [DataRow("\"properties patternProperties", "\"properties planted patternProperties")]
    [DataRow("Nesting.One, \"schema itemSchema\"),", "Nesting.One, \"schema itemSchema\"), (Element.Data, Nesting.One, \"planted\"),")]
    public void A_keyword_of_the_grammar_without_an_entry_is_found(string before, string after)
    {
        Assert.Contains(before, s_grammar);
        CodeBase planted = CodeBase.Of((GrammarPath, s_grammar.Replace(before, after, StringComparison.Ordinal)));

        CollectionAssert.AreEqual(new[] { "planted" }, KeywordTable.WithoutEntry(planted).ToArray());
    }

    [TestMethod]
    public void An_entry_for_a_member_that_the_model_does_not_have_is_found()
    {
        CodeBase planted = CodeBase.Of((GrammarPath, s_grammar), ("Model/A.cs", "record MapRef(int Value);"));

        IReadOnlyList<string> found = KeywordTable.WrongEntries(planted);
        Assert.Contains("'items' is carried by ListRef.Item, which the model does not have", found);
        Assert.DoesNotContain("'additionalProperties' is carried by MapRef.Value, which the model does not have", found);
    }

    [TestMethod]
    public void A_file_that_reads_checks_compares_prints_or_samples_a_keyword_is_found()
    {
        CodeBase planted = CodeBase.Of(
            (GrammarPath, s_grammar),
            ("Document/Reading.cs", """
                class Reading { const string Key = "mini" + "mum"; string M() => Key; bool N(string s) => s is "maximum"; }
                """),
            ("Document/Checks/Check.cs", """class Check { string[] s_all = ["minimum"]; }"""),
            ("Schemas/Graph.cs", "class Graph { object? M(Microsoft.OpenApi.IOpenApiSchema schema) => schema.Minimum; }"),
            ("Schemas/Comparison.cs", """
                using OgGen.Generator.Document;
                class Comparison { object M(string key) => key == "maximum" ? key : SpecGrammar.Child(Element.Schema, key); }
                """),
            ("Building/Builder.cs", "class Builder { bool M(Microsoft.OpenApi.OpenApiSchema schema) => schema is { Minimum: not null }; }"),
            ("Model/Types.cs", "record ScalarRef(int Kind);"),
            ("Source/Printer.cs", "class Printer { int M(ScalarRef type) => type.Kind; }"));
        CodeBase sampling = CodeBase.Of(
            ("Samples/Maker.cs", """class Maker { object? M(Dictionary<string, string> s) => s["minimum"]; }"""));

        string[] lines = KeywordTable.Print(planted, sampling).Split('\n');
        Assert.Contains("| `minimum` | Schema | Builder, Graph, Reading | Check | Comparison | Printer | Maker |", lines);
        Assert.Contains("| `maximum` | Schema | Reading | | Comparison* | Printer | |", lines);
        Assert.Contains("| `paths` | Document | | | | | |", lines);
    }
}
