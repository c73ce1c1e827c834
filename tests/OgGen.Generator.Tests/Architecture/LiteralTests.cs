namespace OgGen.Generator.Tests.Architecture;

/// <summary>C# text is known to <c>Source/</c> alone.</summary>
[TestClass]
public sealed class LiteralTests
{
    [TestMethod]
    public void No_string_outside_the_printer_has_a_qualifier()
        => CodeBase.AssertNone(LiteralRules.Qualifiers(CodeBase.Generator));

    [TestMethod]
    [DataRow("")]
    [DataRow("Common/")]
    [DataRow("Naming/")]
    [DataRow("Diagnostics/")]
    [DataRow("Project/")]
    [DataRow("Document/Checks/")]
    [DataRow("Schemas/")]
    [DataRow("Model/")]
    [DataRow("Planning/")]
    [DataRow("Building/")]
    [DataRow("AnyOther/")]
    public void A_planted_qualifier_is_found_in_every_folder(string folder)
    {
        CodeBase planted = CodeBase.Of((folder + "Planted.cs", """class P { string s = "json::Codec"; }"""));

        Assert.AreEqual($"{folder}Planted.cs:1 has \"json::Codec\"", LiteralRules.Qualifiers(planted).Single());
    }

    [TestMethod]
    public void The_printer_may_have_one()
        => Assert.IsEmpty(LiteralRules.Qualifiers(CodeBase.Of(("Source/P.cs", """class P { string s = "json::Codec"; }"""))));

    [TestMethod]
    [DataRow("""class P { string s = "json::Codec"; }""")]
    [DataRow("""class P { string s = @"json::Codec"; }""")]
    [DataRow("class P { string s = \"\"\"json::Codec\"\"\"; }")]
    [DataRow("class P { string s = \"json\\u003a:Codec\"; }")]
    [DataRow("""class P { string M(string s) => $"json::{s}"; }""")]
    [DataRow("class P { string M(string s) => $\"\"\"{s}::Codec\"\"\"; }")]
    [DataRow("""class P { object o = "json::"u8.ToArray(); }""")]
    [DataRow("""class P { const string C = "json:"; string s = C + ":Codec"; }""")]
    [DataRow("""[System.Obsolete("::")] class P;""")]
    public void A_planted_qualifier_is_found(string code)
    {
        CodeBase planted = CodeBase.Of(("Model/Planted.cs", code));

        Assert.HasCount(1, LiteralRules.Qualifiers(planted));
    }

    [TestMethod]
    public void Code_and_comments_may_have_one()
    {
        CodeBase planted = CodeBase.Of(("Model/Planted.cs", """
            /// <summary>json::Codec</summary>
            class P { object o = new global::System.Text.StringBuilder(":"); char c = ':'; } // ::
            """));

        Assert.IsEmpty(LiteralRules.Qualifiers(planted));
    }
}
