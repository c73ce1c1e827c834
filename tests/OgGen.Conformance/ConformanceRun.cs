using System.Diagnostics;
using Microsoft.CodeAnalysis;
using OgGen.Conformance.Calls;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Generation;
using OgGen.Conformance.Report;
using OgGen.Conformance.Samples;

namespace OgGen.Conformance;

/// <summary>Holds the clients that are generated from documents to these documents.</summary>
internal static class ConformanceRun
{
    /// <summary>The least share of samples, and of calls, that must be right over all documents; what is not is in the findings.</summary>
    private const double LeastShare = 0.995;

    /// <summary>What keeps a whole run from being as it should be.</summary>
    public static IEnumerable<string> Failures(IReadOnlyList<Row> rows)
    {
        foreach (Row row in rows)
        {
            foreach (string failure in row.Failures)
            {
                yield return $"{row.Document.Name}: {failure}";
            }
        }

        if (rows.Sum(static row => row.EqualSamples) < LeastShare * rows.Sum(static row => row.Samples))
        {
            yield return "too many samples do not come back equal";
        }

        if (rows.Sum(static row => row.CorrectCalls) < LeastShare * rows.Sum(static row => row.Calls))
        {
            yield return "too many calls are not what the documents describe";
        }
    }

    /// <summary>One document after another, the largest last; each is forgotten before the next begins.</summary>
    public static async Task<IReadOnlyList<Row>> RunAsync(IEnumerable<CorpusDocument> documents, Action<Row> progress)
    {
        List<Row> rows = [];
        foreach (CorpusDocument document in documents.OrderBy(static document => new FileInfo(document.Path).Length))
        {
            Row row;
            try
            {
                row = await RunAsync(document);
            }
            catch (Exception e)
            {
                // One document that this program cannot take must not keep it from the others.
                row = new Row(document) { Failures = [$"the run failed: {e}"] };
            }

            progress(row);
            rows.Add(row);

            // A client's types can be unloaded only when nothing holds them, and the compiler leaves much behind.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }

        return rows;
    }

    public static async Task<Row> RunAsync(CorpusDocument document)
    {
        Stopwatch watch = Stopwatch.StartNew();
        GeneratedClient generated = GeneratedClient.Generate(document);
        Row row = document.Expectation == Expectation.Refused
            ? Compiled(new Row(document), generated) with { Failures = [.. Refused(document, generated, watch.Elapsed)] }
            : await HoldAsync(document, generated, DocumentTree.Read(document));
        return row with { Time = watch.Elapsed };
    }

    /// <summary>Holds a client to a document.</summary>
    public static async Task<Row> HoldAsync(CorpusDocument document, GeneratedClient generated, DocumentTree tree)
    {
        Row row = Compiled(new Row(document), generated) with { Version = tree.Version, Operations = tree.Operations.Count, Schemas = tree.Schemas.Count };
        row = generated.Assembly is null
            ? row with { MissingOperations = tree.Operations.Count, MissingSchemas = tree.Schemas.Count }
            : await CompareAsync(row, tree, generated);
        return row with { Failures = [.. Failures(row, generated)] };
    }

    private static Row Compiled(Row row, GeneratedClient generated) => row with
    {
        CompilerErrors = generated.Compiled.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            + generated.Reported.Count(static diagnostic => !IsOurs(diagnostic)),
        CompilerWarnings = generated.Compiled.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning),
        Reported = generated.Reported.Where(IsOurs).GroupBy(static diagnostic => diagnostic.Id).ToDictionary(static group => group.Key, static group => group.Count()),
        Findings = [.. generated.Compiled.Concat(generated.Reported).Select(Row.Describe)],
    };

    private static async Task<Row> CompareAsync(Row row, DocumentTree tree, GeneratedClient generated)
    {
        using ClientAssembly client = new(generated.Assembly!, generated.Documentation);
        SchemaJudge judge = new(tree, RoundTrips.Pointers(tree, client), OperationBodies.Schemas(tree));
        RoundTrips trips = RoundTrips.Run(tree, client, judge);
        OperationCaller caller = await OperationCaller.RunAsync(tree, client.ClientType, judge);
        return row with
        {
            MissingOperations = caller.Missing.Count,
            MissingSchemas = trips.MissingSchemas.Count,
            Samples = trips.Samples,
            EqualSamples = trips.Samples - trips.Differences.Count,
            Calls = caller.Calls,
            CorrectCalls = caller.Calls - caller.Faults.Select(static fault => (fault.Operation, fault.IsFull)).Distinct().Count(),
            Findings =
            [
                .. caller.Missing.Select(static operation => $"no method calls {operation}"),
                .. trips.MissingSchemas.Select(static pointer => $"no type for {pointer}"),
                .. trips.Differences.Select(static difference => $"sample ({difference.Sample.Origin}) of {difference.Sample.Pointer}: {difference.Sample.Json} {difference.Reason}"),
                .. caller.Faults.Select(static fault => $"call {fault.Operation}: {fault.Reason}"),
                .. row.Findings,
            ],
        };
    }

    private static IEnumerable<string> Refused(CorpusDocument document, GeneratedClient generated, TimeSpan time)
    {
        if (generated.HasSource)
        {
            yield return "it is not refused";
        }

        if (generated.Reported.Length != 1)
        {
            yield return $"it has {generated.Reported.Length} diagnostics, not one";
        }

        if (time > document.Limit)
        {
            yield return $"it took {time.TotalSeconds:0.0} s";
        }
    }

    private static IEnumerable<string> Failures(Row row, GeneratedClient generated)
    {
        Diagnostic[] errors = [.. generated.Reported.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        bool mayHaveErrors = row.Document.Expectation == Expectation.CompilesWithErrors;
        if (!mayHaveErrors && errors.Length > 0)
        {
            yield return $"{errors.Length} errors in the document";
        }

        if (mayHaveErrors && (errors.Length == 0 || Array.Exists(errors, static error => error.Location.GetLineSpan() is not { IsValid: true } span || span.StartLinePosition.Line == 0)))
        {
            yield return "no error, or one without a place in the document";
        }

        if (generated.Assembly is null || row.CompilerErrors + row.CompilerWarnings > 0)
        {
            yield return $"{row.CompilerErrors} compiler errors, {row.CompilerWarnings} compiler warnings";
        }

        if (row.MissingOperations + row.MissingSchemas > 0)
        {
            yield return $"{row.MissingOperations} operations and {row.MissingSchemas} schemas are missing";
        }
    }

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("OGG", StringComparison.Ordinal);
}
