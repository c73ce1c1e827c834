using System.Diagnostics;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Report;

namespace OgGen.Conformance.Tests;

/// <summary>Real documents, where somebody has put some: <c>OGGEN_CORPUS</c> names their folder.</summary>
[TestClass]
public sealed class CorpusTests
{
    public required TestContext TestContext { get; set; }

    [TestMethod]
    public async Task Every_document_of_the_corpus_is_what_its_manifest_expects()
    {
        if (Environment.GetEnvironmentVariable("OGGEN_CORPUS") is not { Length: > 0 } folder)
        {
            TestContext.WriteLine("skipped: OGGEN_CORPUS is not set");
            return;
        }

        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<Row> rows = await ConformanceRun.RunAsync(
            CorpusDocument.Find(folder), row => TestContext.WriteLine(Tables.Line(row)));

        TestContext.WriteLine(Tables.Totals(rows, watch.Elapsed));
        Assert.IsNotEmpty(rows);
        string[] failures = [.. ConformanceRun.Failures(rows)];
        Assert.IsEmpty(
            failures,
            string.Join(
                '\n', failures.Concat(rows.SelectMany(static row => row.Findings.Take(3).Select(text => $"{row.Document.Name}: {text}")))));
    }
}
