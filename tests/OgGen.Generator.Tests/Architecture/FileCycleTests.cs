namespace OgGen.Generator.Tests.Architecture;

/// <summary>A file can be read with few others.</summary>
[TestClass]
public sealed class FileCycleTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("Common")]
    [DataRow("Naming")]
    [DataRow("Diagnostics")]
    [DataRow("Project")]
    [DataRow("Live")]
    [DataRow("Document")]
    [DataRow("Schemas")]
    [DataRow("Model")]
    [DataRow("Planning")]
    [DataRow("Building")]
    [DataRow("Source")]
    public void No_more_than_six_files_refer_to_each_other(string folder)
        => CodeBase.AssertNone(FileCycles.LargeGroups(CodeBase.Generator, folder));

    [TestMethod]
    public void A_ring_of_seven_is_found_and_one_of_six_is_not()
    {
        Assert.HasCount(1, FileCycles.LargeGroups(Ring(7), "Source"));
        Assert.IsEmpty(FileCycles.LargeGroups(Ring(7), "Model"));
        Assert.IsEmpty(FileCycles.LargeGroups(Ring(6), "Source"));
    }

    [TestMethod]
    public void A_group_has_the_files_that_lead_back_and_no_others()
    {
        CodeBase planted = CodeBase.Of(
            ("a.cs", "class A { B? b; }"),
            ("b.cs", "class B { C? c; D? d; }"),
            ("c.cs", "class C { A? a; B? b; }"),
            ("d.cs", "class D { object M() => E.Make(); }"),
            ("e.cs", "class E { public static object Make() => new F.Nested(); }"),
            ("f.cs", "partial class F { object M() => D(); public class Nested; }"),
            ("g.cs", "partial class F { object D() => new D(); }"));

        IEnumerable<string> groups = FileCycles.Groups(planted).Select(static group => string.Join(" ", group));
        CollectionAssert.AreEqual(new[] { "a.cs b.cs c.cs", "d.cs e.cs f.cs g.cs" }, groups.Order().ToArray());
    }

    private static CodeBase Ring(int size)
        => CodeBase.Of([.. Enumerable.Range(0, size).Select(i => ($"Source/C{i}.cs", $"class C{i} {{ C{(i + 1) % size}? next; }}"))]);
}
