using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests;

/// <summary>
/// The whole text of what is generated for some documents. Not a line of it changes unseen: generated code is what users get.
/// </summary>
[TestClass]
public sealed class SnapshotTests
{
    [TestMethod]
    [DataRow("Opsgenie")]
    [DataRow("Petstore")]
    [DataRow("Shapes")]
    [DataRow("Composition")]
    [DataRow("Values")]
    [DataRow("Swagger2")]
    [DataRow("Parameters")]
    [DataRow("Bodies")]
    [DataRow("Answers")]
    [DataRow("Streams")]
    [DataRow("Headers")]
    [DataRow("Servers")]
    [DataRow("Webhooks")]
    [DataRow("Methods")]
    [DataRow("Security")]
    [DataRow("Names")]
    [DataRow("Keeping")]
    public void The_generated_files_are_those_that_were_accepted(string document)
        => Verify(document, TestDocuments.ByName(document));

    [TestMethod]
    public void The_generated_files_of_a_document_in_several_files_are_those_that_were_accepted()
        => Verify("Files", [.. TestDocuments.Several]);

    [TestMethod]
    public void A_report_names_missing_additional_and_different_files_and_the_lines_that_differ()
    {
        var verified = new Dictionary<string, string> { ["gone"] = "", ["same"] = "a\r\nb", ["other"] = "1\n2\n3\n4\n" };
        var received = new Dictionary<string, string> { ["new"] = "", ["same"] = "a\nb", ["other"] = "1\nTwo\n3\n4\n" };

        Assert.AreEqual("Missing: gone\nAdditional: new\nDifferent: other\n  - 2: 2\n  + 2: Two\n", Snapshots.Report(verified, received));
    }

    [TestMethod]
    public void A_difference_finds_the_lines_that_are_the_same_between_those_that_are_not()
    {
        Assert.AreEqual("  + 2: x\n  - 4: d\n  + 5: D\n", LineDifference.Of("a\nb\nc\nd\ne", "a\nx\nb\nc\nD\ne"));
        Assert.AreEqual("", LineDifference.Of("a\nb", "a\nb"));
        Assert.Contains("… 61 more", LineDifference.Of(string.Concat(Enumerable.Repeat("a\n", 100)), "b\n"));
    }

    [TestMethod]
    public void A_report_sees_white_space_and_an_additional_last_line()
    {
        Assert.AreNotEqual(
            "", Snapshots.Report(new Dictionary<string, string> { ["a"] = "x\n" }, new Dictionary<string, string> { ["a"] = "x \n" }));
        Assert.AreEqual(
            "Different: a\n  + 2: y\n",
            Snapshots.Report(new Dictionary<string, string> { ["a"] = "x\n" }, new Dictionary<string, string> { ["a"] = "x\ny\n" }));
        Assert.AreEqual(
            "", Snapshots.Report(new Dictionary<string, string> { ["a"] = "x\n" }, new Dictionary<string, string> { ["a"] = "x\n" }));
    }

    private static void Verify(string document, params IReadOnlyList<Declared> declared)
    {
        GeneratorRun run = GeneratorHarness.Run(declared);

        // What is said of the document stands beside what is made of it.
        var files = new Dictionary<string, string>(run.Files, StringComparer.Ordinal);
        if (run.Diagnostics.Count > 0)
        {
            files.Add("Diagnostics.cs", string.Concat(run.Diagnostics.Select(static diagnostic => $"// {diagnostic}\n")));
        }

        Snapshots.Verify(document, files);
    }
}
