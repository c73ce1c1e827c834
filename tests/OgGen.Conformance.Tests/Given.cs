using OgGen.Conformance.Corpus;
using OgGen.Conformance.Generation;
using OgGen.Conformance.Report;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Conformance.Tests;

/// <summary>Documents as text.</summary>
internal static class Given
{
    /// <summary>Generates a client from a document and holds it to the same document, or to another one.</summary>
    public static async Task<Row> RowAsync(string document, string? heldTo = null)
    {
        GeneratedClient generated = GeneratedClient.Generate(
            [new Declared("/documents/document.yaml", document) { Namespace = "Generated" }]);
        return await ConformanceRun.HoldAsync(
            new CorpusDocument("document.yaml", "/documents/document.yaml"), generated, Tree(heldTo ?? document));
    }

    public static DocumentTree Tree(string document) => new(DocumentText.Parse("document.yaml", document));
}
