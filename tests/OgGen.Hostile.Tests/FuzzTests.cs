using OgGen.Fuzz;
using OgGen.Fuzz.Grammar;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Hostile.Tests;

/// <summary>Documents that nobody would write, in numbers; the same ones in every run.</summary>
[TestClass]
public sealed class FuzzTests
{
    private const int Seed = 20261124;

    [TestMethod]
    public void S94_E_1_000_documents_break_no_rule()
    {
        FuzzResult result = FuzzRun.Run(
            new FuzzOptions { Seed = Seed, Cases = 1_000, CompileEvery = 50, Corpus = Environment.GetEnvironmentVariable("OGGEN_CORPUS") },
            TextWriter.Null);

        Assert.IsEmpty(result.Failures, string.Join('\n', result.Failures.Take(5)));
        Assert.IsGreaterThan(700, result.Generated, "Most changes leave a document, or only its reader is tested.");
        Assert.IsGreaterThan(15, result.Compiled);
        Assert.IsGreaterThan(3_000, result.Values);
        Assert.IsGreaterThan(40, result.Exact, "Values that fit are told from others.");
    }

    [TestMethod]
    public void S94_E_a_case_follows_from_its_numbers()
    {
        var mutator = new Mutator(new Seeds(corpus: null));
        var again = new Mutator(new Seeds(corpus: null));

        CollectionAssert.AreEqual(
            Enumerable.Range(0, 50).Select(i => mutator.Make(Seed, i)).ToArray(),
            Enumerable.Range(0, 50).Select(i => again.Make(Seed, i)).ToArray());
        Assert.HasCount(50, Enumerable.Range(0, 50).Select(i => mutator.Make(Seed, i).Document.Text).Distinct());
    }

    [TestMethod]
    [DataRow("\"querystring\"")]
    [DataRow("\"x-oggen-poll\"")]
    [DataRow("\"text/event-stream\"")]
    [DataRow("\"application/jsonl\"")]
    [DataRow("\"itemSchema\"")]
    [DataRow("\"discriminator\"")]
    [DataRow("/properties/")]
    [DataRow("/oneOf/")]
    [DataRow("\"swagger\"")]
    [DataRow("\"securitySchemes\"")]
    [DataRow("\"ApiClient\"")]
    [DataRow("Known")]
    public void S94_E_the_grammar_has_what_was_broken_before(string text)
    {
        string[] documents = [.. Enumerable.Range(0, 200).Select(static i => DocumentRule.Make(new Random(i)).ToJsonString())];

        Assert.IsGreaterThan(2, documents.Count(document => document.Contains(text, StringComparison.Ordinal)));
    }

    [TestMethod]
    public void S94_E_a_document_that_fails_is_made_small()
    {
        Declared document = Enumerable.Range(0, 100)
            .Select(i => new Mutator(new Seeds(corpus: null)).Make(Seed, i).Document)
            .First(static candidate => Fails(candidate) && candidate.Text!.Length > 2_000);

        Declared small = Minimizer.Run(document, Fails);

        Assert.IsTrue(Fails(small));
        Assert.IsLessThan(250, small.Text!.Length);

        static bool Fails(Declared candidate) => candidate.Text!.Contains("description", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("--cases", "5", 5)]
    [DataRow("--compile-every", "7", 100_000)]
    public void S94_E_the_long_run_takes_options(string option, string value, int cases)
        => Assert.AreEqual(cases, FuzzOptions.Parse([option, value])!.Cases);

    [TestMethod]
    [DataRow("--unheard", "of")]
    [DataRow("--cases", "many")]
    [DataRow("--cases", null)]
    public void S94_E_the_long_run_refuses_what_it_does_not_know(string option, string? value)
        => Assert.IsNull(FuzzOptions.Parse(value is null ? [option] : [option, value]));
}
