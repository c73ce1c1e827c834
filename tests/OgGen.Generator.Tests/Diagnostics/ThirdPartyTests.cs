using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>A document that is somebody else's is usable: what is missing in it is a warning, and the message names the option.</summary>
[TestClass]
public sealed class ThirdPartyTests
{
    private static readonly Declared s_document = Declared.Of("""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /bad}: { get: { operationId: bad, responses: { '204': { description: B. } } } }
          /lost:
            get:
              operationId: lost
              parameters: [ { $ref: '#/components/parameters/Gone' } ]
              responses: { '200': { description: L., content: { application/json: { schema: { $ref: 'other.yaml#/Nobody' } } } } }
        """);

    [TestMethod]
    public void A_dangling_reference_and_a_skipped_operation_are_errors_that_name_the_option()
    {
        GeneratorRun run = GeneratorHarness.Run(s_document);

        CollectionAssert.AreEquivalent(
            new[] { Descriptors.SkippedOperation, Descriptors.UnresolvedReference, Descriptors.UnresolvedReference },
            run.Diagnostics.Select(static diagnostic => diagnostic.Id).ToArray());
        foreach (Diagnostic diagnostic in run.Diagnostics)
        {
            Assert.AreEqual(DiagnosticSeverity.Error, diagnostic.Severity);
            Assert.EndsWith(
                "; if the document is not yours, ThirdParty=\"true\" on its OpenApiSpec makes this a warning", diagnostic.ToString());
        }
    }

    [TestMethod]
    [DataRow("true")]
    [DataRow("True")]
    public void They_are_warnings_that_name_the_option_where_it_is_set_and_the_client_is_the_same(string value)
    {
        GeneratorRun run = GeneratorHarness.Run(s_document with { ThirdParty = value });

        Assert.HasCount(3, run.Diagnostics);
        foreach (Diagnostic diagnostic in run.Diagnostics)
        {
            Assert.AreEqual(DiagnosticSeverity.Warning, diagnostic.Severity);
            Assert.Contains("ThirdParty=\"true\"", diagnostic.ToString());
        }

        Assert.Contains("Task<system::Text.Json.JsonElement> LostAsync(", run.Files["Sample.DefaultClient.g.cs"]);
        CollectionAssert.AreEquivalent(GeneratorHarness.Run(s_document).Files.ToArray(), run.Files.ToArray());
    }

    [TestMethod]
    [DataRow("openapi: 3.0.3\npaths: ]", Descriptors.Unreadable)]
    [DataRow("openapi: 99", Descriptors.Unreadable)]
    public void What_leaves_no_client_stays_an_error(string text, string id)
    {
        Diagnostic diagnostic = GeneratorHarness.Run(Declared.Of(text) with { ThirdParty = "true" }).Diagnostics.Single();

        Assert.AreEqual((id, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.DoesNotContain("ThirdParty", diagnostic.ToString());
    }

    [TestMethod]
    public void Of_all_errors_only_two_are_milder()
        => CollectionAssert.AreEqual(
            new[] { Descriptors.UnresolvedReference, Descriptors.SkippedOperation },
            Descriptors.All.Select(static descriptor => descriptor.Id)
                .Where(Descriptors.IsMilderForThirdParties)
                .Order(StringComparer.Ordinal)
                .ToArray());

    [TestMethod]
    public void Warnings_of_a_third_party_stand_behind_errors_where_not_all_are_shown()
    {
        DiagnosticInfo[] many =
        [
            .. Enumerable.Range(0, 150)
                .Select(static i => new DiagnosticInfo(Descriptors.UnresolvedReference, "/a.yaml", i, 0, default).For(isThirdParty: true)),
        ];
        var error = new DiagnosticInfo(Descriptors.BeyondLimit, "/a.yaml", 500, 0, default);

        Assert.AreEqual(error, DiagnosticInfo.Limit([.. many, error], 0)[0]);
    }
}
