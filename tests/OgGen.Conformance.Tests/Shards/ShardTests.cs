using OgGen.Conformance.Corpus;
using OgGen.Conformance.Shards;
using OgGen.Conformance.Report;

namespace OgGen.Conformance.Tests.Shards;

/// <summary>Long runs: each document once in one shard, resumed where they ended, and not ended by a document.</summary>
[TestClass]
public sealed class ShardTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("oggen").FullName;

    private string Results => Path.Combine(_folder, "results");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void The_shards_have_each_document_once()
    {
        IReadOnlyList<CorpusDocument> documents = Write(20);

        IEnumerable<string> taken = Enumerable.Range(1, 3)
            .SelectMany(i => new ShardSelection(i, 3).Take(documents))
            .Select(static document => document.Name);

        CollectionAssert.AreEquivalent(documents.Select(static document => document.Name).ToArray(), taken.ToArray());
    }

    [TestMethod]
    public void A_seed_takes_the_same_large_documents_and_every_small_one()
    {
        IReadOnlyList<CorpusDocument> documents = [.. Write(3), .. Write(8, "large", size: (int)ShardSelection.LargeSize)];

        string[] first = Names(new ShardSelection(1, 1) { Large = 4, Seed = 15 });
        string[] again = Names(new ShardSelection(1, 1) { Large = 4, Seed = 15 });
        string[] other = Names(new ShardSelection(1, 1) { Large = 4, Seed = 16 });

        CollectionAssert.AreEqual(first, again);
        CollectionAssert.AreNotEqual(first, other);
        Assert.HasCount(7, first);

        string[] Names(ShardSelection selection) => [.. selection.Take(documents).Select(static document => document.Name)];
    }

    [TestMethod]
    [DataRow("2/8", 2, 8)]
    [DataRow("0/8", 0, 0)]
    [DataRow("9/8", 0, 0)]
    [DataRow("two", 0, 0)]
    public void A_shard_is_read(string text, int index, int count)
        => Assert.AreEqual(index == 0 ? null : new ShardSelection(index, count), ShardSelection.Parse(text));

    [TestMethod]
    public async Task A_document_that_ends_the_process_is_listed_and_the_others_are_run()
    {
        IReadOnlyList<CorpusDocument> documents = Write(4);
        RunJournal journal = new(Path.Combine(_folder, "journal.jsonl"));
        int started = 0;

        IReadOnlyList<Row> rows = await ShardSupervisor.RunAsync(documents, journal, async () =>
        {
            started++;
            foreach (CorpusDocument document in documents.Where(document => !journal.Rows.ContainsKey(document.Name)))
            {
                journal.Begin(document.Name);
                if (document.Name is "api-1.yaml" or "api-2.yaml")
                {
                    return document.Name == "api-1.yaml" ? 134 : ShardRun.TimedOut;
                }

                journal.End(new Row(document));
                await Task.Yield();
            }

            return 0;
        });

        Assert.AreEqual(3, started);
        Assert.HasCount(4, rows);
        Assert.AreEqual("it ended the process, with code 134", rows[1].Failures.Single());
        Assert.AreEqual("it took longer than the limit", rows[2].Failures.Single());
        Assert.IsTrue(rows[0].HasPassed && rows[3].HasPassed);
    }

    [TestMethod]
    public async Task A_process_that_begins_nothing_ends_the_run()
        => await Assert.ThrowsExactlyAsync<InvalidOperationException>(() =>
            ShardSupervisor.RunAsync(Write(1), new RunJournal(Path.Combine(_folder, "journal.jsonl")), static () => Task.FromResult(1)));

    [TestMethod]
    public async Task A_run_goes_on_where_it_ended()
    {
        List<CorpusDocument> documents = Write(3);
        RunJournal journal = new(Path.Combine(_folder, "journal.jsonl"));
        journal.Begin(documents[0].Name);
        journal.End(
            new Row(documents[0]) { Samples = 7, Failures = ["not as it was"], Reported = new Dictionary<string, int> { ["OGG001"] = 2 } });
        journal.Begin(documents[1].Name);
        await File.AppendAllTextAsync(Path.Combine(_folder, "journal.jsonl"), "{\"Name\":\"half a li");
        List<string> run = [];

        await new ShardRun(new RunJournal(Path.Combine(_folder, "journal.jsonl")), TimeSpan.FromMinutes(10))
            .RunAsync(documents, row => run.Add(row.Document.Name));

        CollectionAssert.AreEquivalent(new[] { "api-1.yaml", "api-2.yaml" }, run);
        Assert.AreEqual(7, journal.Rows["api-0.yaml"].Samples);
        Assert.AreEqual(2, journal.Rows["api-0.yaml"].Reported["OGG001"]);
        journal.Forget(static row => !row.HasPassed);
        CollectionAssert.AreEquivalent(new[] { "api-1.yaml", "api-2.yaml" }, journal.Rows.Keys.ToArray());
    }

    /// <summary>The whole way, in processes: with no time at all each document is given up, and listed.</summary>
    [TestMethod]
    public async Task A_document_that_takes_too_long_is_listed()
    {
        Write(2);
        string[] args = [_folder, "--results", Results, "--seconds", "0"];
        ConformanceOptions options = ConformanceOptions.Parse(args, null)!;

        IReadOnlyList<Row> rows = await LongRun.RunAsync(options, args);

        Assert.HasCount(2, rows);
        Assert.IsTrue(rows.All(static row => row.Failures is ["it took longer than the limit"]));
    }

    private List<CorpusDocument> Write(int count, string name = "api", int size = 0)
    {
        const string text = """
            openapi: 3.1.0
            info: { title: Shards, version: '1' }
            paths: {}

            """;
        List<CorpusDocument> documents = [];
        for (int i = 0; i < count; i++)
        {
            string path = Path.Combine(_folder, $"{name}-{i}.yaml");
            File.WriteAllText(path, text + new string('#', Math.Max(0, size - text.Length)));
            documents.Add(new CorpusDocument(Path.GetFileName(path), path));
        }

        return documents;
    }
}
