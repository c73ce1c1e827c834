namespace OgGen.Generator.Tests.Architecture;

/// <summary>A class can be read at once.</summary>
[TestClass]
public sealed class SizeTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("Common")]
    [DataRow("Naming")]
    [DataRow("Diagnostics")]
    [DataRow("Project")]
    [DataRow("Live")]
    [DataRow("Document")]
    [DataRow("Model")]
    [DataRow("Planning")]
    [DataRow("Schemas")]
    [DataRow("Building")]
    [DataRow("Source")]
    public void No_class_has_more_than_500_lines_or_eight_fields(string folder)
    {
        CodeBase.AssertNone(SizeRules.LongClasses(CodeBase.Generator, folder));
        CodeBase.AssertNone(SizeRules.ClassesWithManyFields(CodeBase.Generator, folder));
    }

    [TestMethod]
    public void A_class_with_too_many_lines_over_all_its_parts_is_found()
    {
        CodeBase planted = CodeBase.Of(
            ("Source/A.cs", Part("Long", 250)),
            ("Source/B.cs", Part("Long", 251)),
            ("Source/C.cs", Part("Short", 500)));

        CollectionAssert.AreEqual(new[] { "Long has 501 lines in 2 files" }, SizeRules.LongClasses(planted, "Source").ToArray());
        Assert.IsEmpty(SizeRules.LongClasses(planted, "Model"));

        static string Part(string name, int lines)
            => $"/// <summary>A part.</summary>\npartial class {name}\n{{\n{new string('\n', lines - 4)}}}\n";
    }

    [TestMethod]
    [DataRow("class P { int a, b, c, d, e, f, g, h, i; }")]
    [DataRow("class P { int a, b, c, d, e, f, g, h; int I { get; } }")]
    [DataRow("class P { int a, b, c, d, e, f, g, h; int I { get; init; } }")]
    [DataRow("class P { int a, b, c, d, e, f, g, h; event Action? I; }")]
    [DataRow("class P(int i) { int a, b, c, d, e, f, g, h; int I => i; }")]
    [DataRow("partial class P { int a, b, c, d, e; } partial class P { int f, g, h, i; }")]
    [DataRow("class Q { class P { int a, b, c, d, e, f, g, h, i; } }")]
    [DataRow("record P { int a, b, c, d, e, f, g, h, i; }")]
    public void A_class_with_nine_fields_is_found(string code)
    {
        CodeBase planted = CodeBase.Of(("Source/P.cs", code));

        Assert.Contains("P has 9 fields:", SizeRules.ClassesWithManyFields(planted, "Source").Single());
        Assert.IsEmpty(SizeRules.ClassesWithManyFields(planted, "Model"));
    }

    [TestMethod]
    [DataRow("class P { int a, b, c, d, e, f, g, h; static int i; const int J = 1; int K => a; }")]
    [DataRow("class P(int i) { int a = i, b, c, d, e, f, g, h; }")]
    [DataRow("record P(int A, int B, int C, int D, int E, int F, int G, int H, int I) { public int J { get; init; } }")]
    public void Eight_fields_and_the_members_of_data_are_not_found(string code)
        => Assert.IsEmpty(SizeRules.ClassesWithManyFields(CodeBase.Of(("Source/P.cs", code)), "Source"));
}
