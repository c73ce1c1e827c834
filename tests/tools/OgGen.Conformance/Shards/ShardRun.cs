using OgGen.Conformance.Corpus;
using OgGen.Conformance.Report;

namespace OgGen.Conformance.Shards;

/// <summary>Runs the documents of a shard that have no row yet. This may end the process, so it is run in one of its own.</summary>
/// <param name="journal">What was done before, and where the rows go.</param>
/// <param name="limit">How long a document may take.</param>
internal sealed class ShardRun(RunJournal journal, TimeSpan limit)
{
    /// <summary>The exit code where a document took longer than it may; there is no other way to stop what hangs.</summary>
    public const int TimedOut = 3;

    public async Task RunAsync(IEnumerable<CorpusDocument> documents, Action<Row> progress)
    {
        IReadOnlyDictionary<string, Row> rows = journal.Rows;
        foreach (CorpusDocument document in ConformanceRun.InOrder(documents.Where(document => !rows.ContainsKey(document.Name))))
        {
            journal.Begin(document.Name);
            using Timer watchdog = new(static _ => Environment.Exit(TimedOut), null, limit, Timeout.InfiniteTimeSpan);
            Row row = await ConformanceRun.TryRunAsync(document);
            journal.End(row);
            progress(row);
        }
    }
}
