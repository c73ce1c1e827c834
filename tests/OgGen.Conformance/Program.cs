using System.Diagnostics;
using OgGen.Conformance;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Report;

if (ConformanceOptions.Parse(args, Environment.GetEnvironmentVariable("OGGEN_CORPUS")) is not { } options)
{
    await Console.Error.WriteLineAsync(ConformanceOptions.Usage);
    return 2;
}

Stopwatch watch = Stopwatch.StartNew();
IEnumerable<CorpusDocument> documents = CorpusDocument.Find(options.Folder).Where(document => document.Name.Contains(options.Only, StringComparison.Ordinal));
IReadOnlyList<Row> rows = await ConformanceRun.RunAsync(documents, static row =>
{
    Console.WriteLine(Tables.Line(row));
});
Console.WriteLine(Tables.Totals(rows, watch.Elapsed));
if (options.Readme is { } readme)
{
    await File.WriteAllTextAsync(readme, Tables.Insert(await File.ReadAllTextAsync(readme), Tables.Markdown(rows)));
}

if (options.Findings is { } findings)
{
    await File.WriteAllTextAsync(findings, Findings.Write(rows));
}

string[] failures = [.. ConformanceRun.Failures(rows)];
failures.ToList().ForEach(Console.WriteLine);
return failures.Length == 0 ? 0 : 1;
