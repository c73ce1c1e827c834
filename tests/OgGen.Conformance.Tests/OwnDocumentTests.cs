using OgGen.Conformance.Corpus;
using OgGen.Conformance.Report;

namespace OgGen.Conformance.Tests;

/// <summary>Documents of our own, legal and nasty: what the real ones do not have.</summary>
[TestClass]
public sealed class OwnDocumentTests
{
    public static IEnumerable<object[]> Documents
        => CorpusDocument.Find(Path.Combine(AppContext.BaseDirectory, "Documents"))
            .Select(static document => new object[] { document.Name });

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public async Task A_client_fits_its_document(string name)
    {
        CorpusDocument document = CorpusDocument.Find(Path.Combine(AppContext.BaseDirectory, "Documents"))
            .Single(candidate => candidate.Name == name);

        Row row = await ConformanceRun.RunAsync(document);

        Assert.IsTrue(row.IsFlawless, Tables.Line(row) + "\n" + string.Join('\n', row.Failures.Concat(row.Findings)));
    }
}
