using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Incremental;

/// <summary>Wherever a run is cancelled, it ends at once, and the next one is right.</summary>
[TestClass]
[DoNotParallelize]
public sealed class CancellationPlaceTests
{
    [TestMethod]
    public void A_run_that_is_cancelled_at_any_check_of_the_token_ends_there_and_the_next_one_is_right()
    {
        ProbedGenerator probed = ProbedGenerator.Compile();

        // A mistake in each, so that places are looked up as well, and files that are others.
        Declared webhooks = TestDocuments.ByName("Webhooks");
        Declared[] before = [TestDocuments.Petstore, TestDocuments.Shapes, TestDocuments.Swagger2, webhooks];
        DeclaredText[] after =
        [
            new(TestDocuments.Petstore with
            {
                Text = TestDocuments.Petstore.Text!
                    .Replace("\ncomponents:", "\ncomponents: {}\ncomponents:", StringComparison.Ordinal)
                    .Replace("existing: { type: integer, format: int64 }", "existing: { type: string }", StringComparison.Ordinal),
            }),
            new(TestDocuments.Shapes with
            {
                Text = TestDocuments.Shapes.Text!.Replace("\"info\": {", "\"info\": { \"title\": \"Twice\",", StringComparison.Ordinal),
            }),
            new(TestDocuments.Swagger2 with
            {
                Text = TestDocuments.Swagger2.Text!.Replace("required: [message]", "required: [absent]", StringComparison.Ordinal),
            }),
            new(webhooks with { Text = webhooks.Text!.Replace("type: string", "type: boolean", StringComparison.Ordinal) }),
        ];
        DeclaredText[] files = [.. before.Select(static document => new DeclaredText(document))];
        var compilation = GeneratorHarness.Compilation();
        GeneratorDriver ready = GeneratorHarness.Driver(files, generator: probed.Generator).RunGenerators(compilation);
        GeneratorDriver edited = files.Zip(after)
            .Aggregate(ready, static (driver, pair) => driver.ReplaceAdditionalText(pair.First, pair.Second));

        // Beside the documents, something of each kind that the generator looks at.
        edited = edited
            .WithUpdatedParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithUpdatedAnalyzerConfigOptions(GeneratorHarness.Options(after.Select(static file => file.Document), visible: "false"));
        compilation = compilation.AddReferences(MetadataReference.CreateFromFile(typeof(CancellationPlaceTests).Assembly.Location));

        var hits = probed.Places.ToDictionary(static place => place, static _ => 0);
        probed.Reached = place => hits[place]++;
        GeneratorRun expected = new(edited.RunGenerators(compilation));
        Assert.IsNotEmpty(expected.Diagnostics);
        Assert.AreEqual(
            "",
            string.Join(", ", hits.Where(static place => place.Value == 0).Select(static place => place.Key)),
            "checks that no document reaches");
        CollectionAssert.AreEqual(
            GeneratorHarness.Run([.. after.Select(static file => file.Document)]).Files.ToArray(),
            expected.Files.ToArray(),
            "it is the generator that was compiled");

        foreach ((string place, int count) in hits)
        {
            foreach (int hit in new[] { 1, (count / 2) + 1, count }.Distinct())
            {
                using var source = new CancellationTokenSource();
                int reached = 0;
                int more = 0;
                probed.Reached = name =>
                {
                    more += source.IsCancellationRequested ? 1 : 0;
                    if (name == place && ++reached == hit)
                    {
                        source.Cancel();
                    }
                };

                Assert.ThrowsExactly<OperationCanceledException>(
                    () => edited.RunGenerators(compilation, source.Token), $"{place}, hit {hit}");
                Assert.AreEqual(0, more, $"{place}, hit {hit}: the run went on");

                probed.Reached = null;
                GeneratorRun next = new(edited.RunGenerators(compilation));
                CollectionAssert.AreEqual(expected.Files.ToArray(), next.Files.ToArray(), $"{place}, hit {hit}");
                CollectionAssert.AreEqual(
                    expected.Diagnostics.Select(static d => d.ToString()).ToArray(),
                    next.Diagnostics.Select(static d => d.ToString()).ToArray(),
                    $"{place}, hit {hit}");
            }
        }
    }
}
