using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Document.Reading;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>A run that is cancelled ends as cancelled, and the next one is right.</summary>
[TestClass]
public sealed class CancellationTests
{
    [TestMethod]
    public void A_cancelled_run_throws_and_the_next_one_gives_the_same_files_as_ever()
    {
        var session = new GeneratorSession([TestDocuments.Petstore]);
        string edited = TestDocuments.Petstore.Text!.Replace(
            "existing: { type: integer, format: int64 }", "existing: { type: string }", StringComparison.Ordinal);

        Assert.ThrowsExactly<OperationCanceledException>(
            () => session.Edit(TestDocuments.Petstore, edited, new CancellationToken(canceled: true)));
        session.Edit(TestDocuments.Petstore, edited);

        CollectionAssert.AreEquivalent(
            GeneratorHarness.Run(TestDocuments.Petstore with { Text = edited }).Files.ToArray(),
            session.Run.Files.ToArray());
        Assert.Contains("required string Existing", session.Run.Files["Petstore.Conflict.g.cs"]);
    }

    [TestMethod]
    [DataRow("Opsgenie")]
    [DataRow("Petstore")]
    [DataRow("Shapes")]
    public void A_cancelled_token_is_seen_while_a_document_is_compiled_and_is_no_bug_of_the_generator(string name)
    {
        var sources = new SpecSources(File(TestDocuments.ByName(name)), default);

        Assert.ThrowsExactly<OperationCanceledException>(() => DocumentCompiler.Compile(sources, new CancellationToken(canceled: true)));
    }

    [TestMethod]
    public void A_cancelled_token_is_seen_while_positions_are_looked_up()
    {
        foreach (Declared document in new[] { TestDocuments.Petstore, TestDocuments.Shapes })
        {
            Assert.ThrowsExactly<OperationCanceledException>(() =>
                SpecPositions.Find(File(document), ["/info/title"], new CancellationToken(canceled: true)));
        }
    }

    [TestMethod]
    public void A_token_that_is_not_cancelled_stops_nothing()
    {
        DocumentResult result = DocumentCompiler.Compile(
            new SpecSources(File(TestDocuments.Petstore), default), new CancellationTokenSource().Token);

        Assert.IsFalse(
            result.Diagnostics.Any(static diagnostic => Descriptors.Of(diagnostic.Id).DefaultSeverity >= DiagnosticSeverity.Warning));
        Assert.IsNotEmpty(result.Model.Files);
    }

    private static SpecFile File(Declared document) => new()
    {
        Path = document.Path,
        Text = document.Text,
        Reference = document.Reference,
        Namespace = document.Namespace,
        Client = document.Client,
        Access = "",
        Tags = default,
        Paths = default,
    };
}
