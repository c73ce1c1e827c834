using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using OgGen.Conformance.Calls;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Generation;
using OgGen.Conformance.Report;
using OgGen.Conformance.Samples;
using YamlDotNet.Core;

namespace OgGen.Conformance;

/// <summary>Holds the clients that are generated from documents to these documents.</summary>
internal static class ConformanceRun
{
    /// <summary>The least share of samples, and of calls, that must be right over all documents; what is not is in the findings.</summary>
    private const double LeastShare = 0.995;

    /// <summary>How much is shown of a value that was left out.</summary>
    private const int MaxLeftOut = 300;

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
        foreach (CorpusDocument document in InOrder(documents))
        {
            Row row = await TryRunAsync(document);
            progress(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The smallest first.</summary>
    public static IEnumerable<CorpusDocument> InOrder(IEnumerable<CorpusDocument> documents)
        => documents.OrderBy(static document => new FileInfo(document.Path).Length);

    /// <summary>Runs a document; where this program cannot take it, the row says so.</summary>
    public static async Task<Row> TryRunAsync(CorpusDocument document)
    {
        try
        {
            return await RunAsync(document);
        }
        catch (Exception e)
        {
            // One document that this program cannot take must not keep it from the others.
            return new Row(document) { Failures = [$"the run failed: {e}"] };
        }
        finally
        {
            // A client's types can be unloaded only when nothing holds them, and the compiler leaves much behind.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
        }
    }

    public static async Task<Row> RunAsync(CorpusDocument document)
    {
        Stopwatch watch = Stopwatch.StartNew();
        Row row = document.Expectation == Expectation.Refused ? Refuse(document, watch) : await ReadAndHoldAsync(document);
        return row with { Time = watch.Elapsed };
    }

    private static Row Refuse(CorpusDocument document, Stopwatch watch)
    {
        GeneratedClient generated = GeneratedClient.Generate(document);
        return Compiled(new Row(document), generated) with { Failures = [.. Refused(document, generated, watch.Elapsed)] };
    }

    private static async Task<Row> ReadAndHoldAsync(CorpusDocument document)
    {
        (document, DocumentTree? tree, string? fault) = Read(document);
        GeneratedClient generated = GeneratedClient.Generate(document);
        return tree is not null
            ? await HoldAsync(document, generated, tree)
            : Unread(Compiled(new Row(document), generated), generated, fault!);
    }

    /// <summary>The document as this program reads it, with the files that it leads to; else why it cannot be read.</summary>
    private static (CorpusDocument Document, DocumentTree? Tree, string? Fault) Read(CorpusDocument document)
    {
        try
        {
            document = document.HasParts ? document with { References = DocumentFiles.Parts(document.Path) } : document;
            return (document, DocumentTree.Read(document), null);
        }
        catch (Exception e) when (e is YamlException or JsonException or FormatException or IOException)
        {
            return (document, null, e.Message);
        }
    }

    private static Row Unread(Row row, GeneratedClient generated, string fault)
        => row with { Failures = [.. Failures(row, generated), $"the conformance program cannot read it: {fault}"] };

    /// <summary>Holds a client to a document.</summary>
    public static async Task<Row> HoldAsync(CorpusDocument document, GeneratedClient generated, DocumentTree tree)
    {
        Row row = Compiled(new Row(document), generated) with
        {
            Version = tree.Version,
            Operations = tree.Operations.Count,
            Schemas = tree.Schemas.Count,
        };
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
        Reported = generated.Reported.Where(IsOurs)
            .GroupBy(static diagnostic => diagnostic.Id)
            .ToDictionary(static group => group.Key, static group => group.Count()),
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
            LeftOutSamples = trips.LeftOut.Count,
            LeftOutCalls = caller.LeftOut.Count,
            LeftOut =
            [
                .. caller.LeftOut.Select(static fault => $"call {fault.Operation}: {fault.Reason}"),
                .. trips.Untried.Select(static pointer => $"no sample for {pointer}"),
                .. trips.LeftOut.Select(
                    static left => $"sample ({left.Sample.Origin}) of {left.Sample.Pointer}: {left.Reason}: {Short(left.Sample.Json)}"),
            ],
            Findings =
            [
                .. caller.ServerFault is { } fault ? [fault] : Array.Empty<string>(),
                .. caller.Missing.Select(static operation => $"no method calls {operation}"),
                .. trips.MissingSchemas.Select(static pointer => $"no type for {pointer}"),
                .. trips.Differences.Select(static difference =>
                    $"sample ({difference.Sample.Origin}) of {difference.Sample.Pointer}: {difference.Sample.Json} {difference.Reason}"),
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

        if (mayHaveErrors
            && (errors.Length == 0
                || Array.Exists(
                    errors,
                    static error => error.Location.GetLineSpan() is not { IsValid: true } span || span.StartLinePosition.Line == 0)))
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

    private static string Short(string json) => json.Length <= MaxLeftOut ? json : json[..MaxLeftOut] + " …";

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("OGG", StringComparison.Ordinal);
}
