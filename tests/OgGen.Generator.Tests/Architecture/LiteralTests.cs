namespace OgGen.Generator.Tests.Architecture;

/// <summary>C# text is known to <c>Source/</c> alone.</summary>
[TestClass]
public sealed class LiteralTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("Common")]
    [DataRow("Naming")]
    [DataRow("Diagnostics")]
    [DataRow("Project")]
    [DataRow("Document")]
    [DataRow("Planning")]
    public void No_string_of_a_folder_has_a_qualifier(string folder)
        => CodeBase.AssertNone(LiteralRules.Qualifiers(CodeBase.Generator, folder));

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

        Assert.HasCount(1, LiteralRules.Qualifiers(planted, "Model"));
    }

    [TestMethod]
    public void Code_and_comments_may_have_one()
    {
        CodeBase planted = CodeBase.Of(("Model/Planted.cs", """
            /// <summary>json::Codec</summary>
            class P { object o = new global::System.Text.StringBuilder(":"); char c = ':'; } // ::
            """));

        Assert.IsEmpty(LiteralRules.Qualifiers(planted, "Model"));
    }
}
