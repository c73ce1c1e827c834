namespace OgGen.Generator.Tests.Architecture;

/// <summary>The printer takes no name and no printed code apart.</summary>
[TestClass]
public sealed class CuttingTests
{
    /// <summary>A model and the text of its types, from which planted code takes its strings.</summary>
    private static readonly (string Path, string Text)[] s_model =
    [
        ("Model/ArgumentModel.cs", "record ArgumentModel(string Name);"),
        ("Source/TypeText.cs", """static class TypeText { public static string Name(ArgumentModel model) => model.Name + "?"; }"""),
    ];

    [TestMethod]
    public void The_printer_takes_no_string_apart()
        => CodeBase.AssertNone(CuttingRules.Cuts(CodeBase.Generator));

    [TestMethod]
    [DataRow("string M(ArgumentModel model) => model.Name.TrimStart('@');", "TrimStart")]
    [DataRow("string M(ArgumentModel model) => TypeText.Name(model).TrimEnd('?');", "TrimEnd")]
    [DataRow("string M(ArgumentModel model) { string name = TypeText.Name(model); return name.Substring(1); }", "Substring")]
    [DataRow("string[] M(ArgumentModel model) => model.Name.Split(',');", "Split")]
    [DataRow("string? M(ArgumentModel? model) => model?.Name.Trim();", "Trim")]
    [DataRow("string M(ArgumentModel model) => model.Name.Remove(1);", "Remove")]
    [DataRow("string M(ArgumentModel model) => model.Name.Replace(\"?\", \"\");", "Replace")]
    [DataRow("int M(ArgumentModel model) => model.Name.AsSpan(1).Length;", "AsSpan")]
    [DataRow("string M(ArgumentModel model) => model.Name[1..];", "a range")]
    [DataRow("string M(ArgumentModel model, Range end) => model.Name[end];", "a range")]
    [DataRow("Func<int, string> M(ArgumentModel model) => model.Name.Substring;", "Substring")]
    public void A_planted_cut_is_found(string member, string expected)
        => Assert.AreEqual(
            $"Source/Planted.cs:1 takes a string apart by {expected}",
            CuttingRules.Cuts(CodeBase.Of([.. s_model, ("Source/Planted.cs", "class P { " + member + " }")])).Single());

    [TestMethod]
    [DataRow("Source/Planted.cs", "class P { char M(string s) => s[0]; string N(int[] a) => string.Join(',', a[1..]); }")]
    [DataRow("Source/Planted.cs", "class P { void M(List<string> names) => names.Remove(\"\"); bool N(string s) => s.StartsWith('a'); }")]
    [DataRow("Source/CSharpText.cs", "class CSharpText { string[] M(string text) => text.Split('`'); }")]
    [DataRow("Source/CodeWriter.cs", "class CodeWriter { string[] M(string text) => text.Split('\\n'); }")]
    [DataRow("Building/Planted.cs", "class P { string M(string text) => text.Trim(); }")]
    public void Other_code_is_not_found(string path, string code)
        => CodeBase.AssertNone(CuttingRules.Cuts(CodeBase.Of((path, code))));
}
