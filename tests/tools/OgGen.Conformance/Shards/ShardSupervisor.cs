using OgGen.Conformance.Corpus;
using OgGen.Conformance.Report;

namespace OgGen.Conformance.Shards;

/// <summary>
/// Starts a process for a shard, and another one where that ended within a document, until every document has a row. The document that
/// ended a process, or took too long, gets a row that says so.
/// </summary>
internal static class ShardSupervisor
{
    /// <param name="documents">The documents of the shard.</param>
    /// <param name="journal">What was done before, and where the rows go.</param>
    /// <param name="start">Runs what has no row yet in a process of its own, and returns the exit code.</param>
    /// <exception cref="InvalidOperationException">A process ended before it began a document.</exception>
    public static async Task<IReadOnlyList<Row>> RunAsync(
        IReadOnlyList<CorpusDocument> documents, RunJournal journal, Func<Task<int>> start)
    {
        while (documents.Any(document => !journal.Rows.ContainsKey(document.Name)))
        {
            int code = await start();
            if (code == 0)
            {
                break;
            }

            string? unfinished = journal.Unfinished;
            CorpusDocument document = documents.FirstOrDefault(document => document.Name == unfinished)
                ?? throw new InvalidOperationException($"The process of the shard ended with code {code} outside of any document.");
            string reason = code == ShardRun.TimedOut ? "it took longer than the limit" : $"it ended the process, with code {code}";
            journal.End(new Row(document) { Failures = [reason], Findings = [reason] });
        }

        IReadOnlyDictionary<string, Row> rows = journal.Rows;
        return [.. documents.Select(document => rows.GetValueOrDefault(document.Name)).OfType<Row>()];
    }
}
