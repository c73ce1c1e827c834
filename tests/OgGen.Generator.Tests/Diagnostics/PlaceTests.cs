using Microsoft.CodeAnalysis;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Diagnostics;

/// <summary>Each diagnostic says what is wrong and where: id, severity, line and column.</summary>
[TestClass]
public sealed class PlaceTests
{
    /// <summary>The diagnostics that are about no place in a document, and the test that covers each.</summary>
    private static readonly string[] s_elsewhere =
    [
        Descriptors.BadOption, Descriptors.NoRuntime, Descriptors.OldRuntime, Descriptors.OldLanguage, Descriptors.MoreProblems,
        Descriptors.UnmatchedFilter, Descriptors.InternalError,
    ];

    public static IEnumerable<object[]> AllCases
        => Enumerable.Range(0, Cases.All.Count).Select(static i => new object[] { i, Cases.All[i].ToString() });

    [TestMethod]
    [DynamicData(nameof(AllCases))]
    public void A_mistake_is_reported_once_at_its_line_and_column(int index, string name)
    {
        Case @case = Cases.All[index];

        GeneratorRun run = GeneratorHarness.Run(@case.Document);

        IReadOnlyList<Diagnostic> diagnostics = @case.Severity == DiagnosticSeverity.Info ? run.Infos : run.Diagnostics;
        string reported = string.Join('\n', diagnostics.Select(static diagnostic => diagnostic.ToString()));
        Assert.HasCount(1, diagnostics, name + "\n" + reported);
        Assert.IsTrue(@case.Severity != DiagnosticSeverity.Info || run.Diagnostics.Count == 0, name);
        Assert.StartsWith(@case.Line, reported);
        Assert.Contains(@case.Message, reported);
        Assert.IsNull(run.Result.Exception);
    }

    [TestMethod]
    public void Every_descriptor_has_a_case()
    {
        string[] covered = [.. Cases.All.Select(static @case => @case.Id).Concat(s_elsewhere).Distinct().Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(
            Descriptors.All.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal).ToArray(), covered);
    }

    [TestMethod]
    public void Every_descriptor_has_an_id_of_ours_a_title_and_a_severity_that_users_see()
    {
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
        {
            Assert.MatchesRegex("^OGG[0-9]{3}$", descriptor.Id);
            Assert.AreNotEqual("", descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.IsTrue(descriptor.IsEnabledByDefault && descriptor.DefaultSeverity >= DiagnosticSeverity.Info);
        }
    }

    [TestMethod]
    public void One_bad_element_never_hides_the_rest()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /bad}: { get: { operationId: bad, responses: { '204': { description: B. } } } }
              /lost: { get: { operationId: lost, responses: { '200': { description: L.,
                  content: { application/json: { schema: { $ref: '#/components/schemas/Nobody' } } } } } } }
              /good: { get: { operationId: good, responses: { '200': { description: G.,
                  content: { application/json: { schema: { $ref: '#/components/schemas/Good' } } } } } } }
            components:
              schemas:
                Holey: { type: object, properties: { hole: { $ref: '#/components/schemas/Gone' }, fine: { type: string } } }
                Good: { type: object, properties: { a: { type: string } } }
            """));

        CollectionAssert.AreEqual(
            new[] { (4, Descriptors.SkippedOperation), (6, Descriptors.UnresolvedReference), (11, Descriptors.UnresolvedReference) },
            run.Diagnostics.Select(static d => (d.Location.GetLineSpan().StartLinePosition.Line + 1, d.Id)).ToArray());
        string client = run.Files["Sample.DefaultClient.g.cs"];
        Assert.Contains("Task<Good> GoodAsync(", client);
        Assert.Contains("Task<system::Text.Json.JsonElement> LostAsync(", client);
        Assert.DoesNotContain("BadAsync", client);
        Assert.Contains("public string? Fine", run.Files["Sample.Holey.g.cs"]);
        Assert.Contains("JsonElement? Hole", run.Files["Sample.Holey.g.cs"]);
    }

    [TestMethod]
    public void A_message_is_one_line_of_bounded_length()
    {
        GeneratorRun run = GeneratorHarness.Run(Declared.Of($$"""
            { "openapi": "3.0.3", "info": { "title": "T", "version": "1" },
              "paths": { "/x}\n##vso[task.setvariable]\u2028{{new string('y', 1000)}}": {
                  "get": { "responses": { "204": { "description": "" } } } } } }
            """));

        string message = run.Diagnostics.Single().GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.IsFalse(message.Any(static c => char.IsControl(c) || c == '\u2028'), message);
        Assert.IsLessThan(500, message.Length);
    }
}
