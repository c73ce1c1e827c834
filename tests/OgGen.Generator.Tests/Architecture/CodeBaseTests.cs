namespace OgGen.Generator.Tests.Architecture;

/// <summary>The rules are computed from symbols, so they see what has one.</summary>
[TestClass]
public sealed class CodeBaseTests
{
    [TestMethod]
    public void Every_name_of_the_generator_has_a_symbol()
        => CodeBase.AssertNone(CodeBase.Generator.Errors);

    [TestMethod]
    public void The_rules_see_the_whole_generator()
    {
        string[] paths = [.. CodeBase.Generator.Files.Select(static file => file.Path)];
        Assert.Contains("OpenApiClientGenerator.cs", paths);
        Assert.Contains("Document/SpecDocument.cs", paths);
        Assert.Contains("Source/SourceFile.cs", paths);
        Assert.IsGreaterThan(100, paths.Length);
        Assert.IsEmpty(FolderRules.UnknownFolders(CodeBase.Generator));
    }

    [TestMethod]
    public void A_folder_without_a_rule_is_seen()
    {
        CodeBase planted = CodeBase.Of(("Helpers/A.cs", "class A;"), ("Common/B.cs", "class B;"), ("C.cs", "class C;"));

        CollectionAssert.AreEqual(new[] { "Helpers" }, FolderRules.UnknownFolders(planted).ToArray());
    }

    /// <summary>Each line of the code refers to the file in another way.</summary>
    [TestMethod]
    [DataRow("class P { N.Target? f; }")]
    [DataRow("class P { System.Collections.Generic.List<N.Target[]>? f; }")]
    [DataRow("class P { (int A, N.Target B) f; }")]
    [DataRow("using T = N.Target; class P { T? f; }")]
    [DataRow("using static N.Target; class P { int f = Constant; }")]
    [DataRow("class P { object f = nameof(N.Target); }")]
    [DataRow("class P : N.Target;")]
    [DataRow("class P { object M() { var target = N.Other.Make(); return target; } }")]
    [DataRow("class P { void M(N.Other o) => o.Take(new()); }")]
    [DataRow("class P { object M(object o) => o is N.Target { }; }")]
    [DataRow("using N; class P { void M() => 1.Extended(); }")]
    [DataRow("class P { object M(N.Other o) => o + o; }")]
    [DataRow("class P { int M(N.Other o) { int number = o; return number; } }")]
    [DataRow("class P { void M(N.Other o) { foreach (var item in o) { } } }")]
    [DataRow("[N.Mark] class P;")]
    public void A_reference_to_a_file_is_found_however_it_is_written(string code)
    {
        CodeBase planted = CodeBase.Of(
            ("P.cs", code),
            ("Target.cs", """
                namespace N;
                public class Target { public const int Constant = 1; }
                public class MarkAttribute : System.Attribute;
                public static class Extensions { public static void Extended(this int number) { } }
                """),
            ("Other.cs", """
                namespace N;
                public partial class Other;
                """),
            ("Operators.cs", """
                namespace N;
                public partial class Other
                {
                    public static Target Make() => new();
                    public void Take(Target target) { }
                    public static Target operator +(Other a, Other b) => new();
                    public static implicit operator int(Other other) => 0;
                    public System.Collections.Generic.IEnumerator<Target> GetEnumerator() => throw null!;
                }
                """));

        CodeFile file = planted.Files.Single(static file => file.Path == "P.cs");
        string[] found = [.. file.References.SelectMany(static reference => reference.DeclaringFiles).Distinct()];
        Assert.IsTrue(found.Contains("Target.cs") || found.Contains("Operators.cs"), string.Join(", ", found));
    }

    [TestMethod]
    public void A_comment_a_string_and_a_local_name_refer_to_nothing()
    {
        CodeBase planted = CodeBase.Of(
            ("P.cs", """
                /// <summary><see cref="Target"/></summary>
                class P
                {
                    string M(string target) => target + "Target"; // Target
                }
                """),
            ("Target.cs", "public class Target;"));

        IEnumerable<string> found = planted.Files[0].References.SelectMany(static reference => reference.DeclaringFiles);
        Assert.IsEmpty(found.Where(static path => path != "P.cs"));
    }
}
