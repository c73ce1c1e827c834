using System.Text;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Document.Reading;

/// <summary>A file that is no Unicode is refused at its line: what the compiler makes of its bytes would be sent to services.</summary>
[TestClass]
public sealed class EncodingTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n  /";
    private const string Tail = ": { get: { operationId: a, responses: { '204': { description: x } } } }\n";

    [TestMethod]
    [DataRow("utf-8", DisplayName = "each byte as U+FFFD")]
    [DataRow("iso-8859-1", DisplayName = "by a code page")]
    public void A_file_in_a_code_page_is_an_error_at_the_first_byte_that_is_no_character(string decodedAs)
    {
        byte[] file = Encoding.Latin1.GetBytes(Head + "caf\u00E9" + Tail);

        GeneratorRun run = GeneratorHarness.Run(Declared(SourceText.From(new MemoryStream(file), Encoding.GetEncoding(decodedAs))));

        Assert.StartsWith(
            $"/spec/api.yaml(4,7): error {Descriptors.Unreadable}: The file is not UTF-8", run.Diagnostics.Single().ToString());
        Assert.IsEmpty(run.Files);
    }

    [TestMethod]
    [DataRow("utf-8", true)]
    [DataRow("utf-8", false)]
    [DataRow("utf-16", true)]
    [DataRow("utf-16BE", true)]
    [DataRow("utf-32", true)]
    public void A_replacement_character_that_the_file_has_is_a_character(string encoding, bool hasMark)
    {
        Encoding written = Encoding.GetEncoding(encoding);
        byte[] file = [.. hasMark ? written.GetPreamble() : [], .. written.GetBytes(Head + "caf\uFFFD" + Tail)];

        GeneratorRun run = GeneratorHarness.Run(Declared(SourceText.From(new MemoryStream(file), Encoding.UTF8)));

        Assert.IsEmpty(run.Diagnostics);
        Assert.IsNotEmpty(run.Files);
    }

    [TestMethod]
    public void A_text_without_a_file_is_Unicode()
        => Assert.IsEmpty(GeneratorHarness.Run(Harness.Declared.Of(Head + "caf\uFFFD" + Tail)).Diagnostics);

    private static Declared Declared(SourceText source) => new("/spec/api.yaml", null) { Source = source };
}
