using System.Diagnostics;
using OgGen.Conformance;
using OgGen.Conformance.Shards;
using OgGen.Conformance.Report;

if (ConformanceOptions.Parse(args, Environment.GetEnvironmentVariable("OGGEN_CORPUS")) is not { } options)
{
    await Console.Error.WriteLineAsync(ConformanceOptions.Usage);
    return 2;
}

Stopwatch watch = Stopwatch.StartNew();
if (options.IsWorker)
{
    await LongRun.WorkAsync(options, Print);
    return 0;
}

IReadOnlyList<Row> rows = options.Results is null
    ? await ConformanceRun.RunAsync(options.Documents(), Print)
    : await LongRun.RunAsync(options, args);
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

static void Print(Row row) => Console.WriteLine(Tables.Line(row));
