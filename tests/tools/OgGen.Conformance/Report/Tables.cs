using System.Globalization;
using System.Text;

namespace OgGen.Conformance.Report;

/// <summary>The rows as text: for the console, and as a Markdown table.</summary>
internal static class Tables
{
    private const string Begin = "<!-- conformance: written by tests/tools/OgGen.Conformance -->";
    private const string End = "<!-- /conformance -->";

    /// <summary>One line for one document.</summary>
    public static string Line(Row row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(row.HasPassed ? "ok  " : "FAIL")} {row.Document.Name} {row.Version}: operations {row.Operations}, missing "
            + $"{row.MissingOperations}; schemas {row.Schemas}, missing {row.MissingSchemas}; CS errors {row.CompilerErrors}, warnings "
            + $"{row.CompilerWarnings}; {row.ReportedText}; samples {row.Samples}, equal {row.EqualText} %; calls {row.Calls}, right "
            + $"{Row.Percent(row.CorrectCalls, row.Calls)} %; left out {row.LeftOutText}; {row.Time.TotalSeconds:0.0} s");

    public static string Totals(IReadOnlyList<Row> rows, TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{rows.Count(static row => row.HasPassed)} of {rows.Count} documents as expected; operations "
            + $"{rows.Sum(static row => row.Operations)}, missing {rows.Sum(static row => row.MissingOperations)}; schemas "
            + $"{rows.Sum(static row => row.Schemas)}, missing {rows.Sum(static row => row.MissingSchemas)}; samples "
            + $"{rows.Sum(static row => row.Samples)}, equal "
            + $"{Row.Percent(rows.Sum(static row => row.EqualSamples), rows.Sum(static row => row.Samples))} %; calls "
            + $"{rows.Sum(static row => row.Calls)}, right "
            + $"{Row.Percent(rows.Sum(static row => row.CorrectCalls), rows.Sum(static row => row.Calls))} %; left out {LeftOut(rows)}; "
            + $"{time.TotalSeconds:0} s");

    /// <summary>The table for docs/measurements.md. Times are left out: they differ from run to run.</summary>
    public static string Markdown(IReadOnlyList<Row> rows)
    {
        StringBuilder text = new();
        text.Append(
            "| document | OpenAPI | operations | missing | schemas | compiler errors, warnings | diagnostics | samples | equal % | calls "
                + "right % | left out |\n");
        text.Append("| --- | --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: |\n");
        foreach (Row row in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Document.Name} | {row.Version} | {row.Operations} | {row.MissingOperations} | {row.Schemas} | "
                    + $"{row.CompilerErrors}, {row.CompilerWarnings} | {row.ReportedText} | {row.Samples} | {row.EqualText} | "
                    + $"{Row.Percent(row.CorrectCalls, row.Calls)} | {row.LeftOutText} |\n");
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"| **{rows.Count} documents** | | {rows.Sum(static row => row.Operations)} | {rows.Sum(static row => row.MissingOperations)} "
                + $"| {rows.Sum(static row => row.Schemas)} | {rows.Sum(static row => row.CompilerErrors)}, "
                + $"{rows.Sum(static row => row.CompilerWarnings)} | {rows.Sum(static row => row.Reported.Values.Sum())} | "
                + $"{rows.Sum(static row => row.Samples)} | "
                + $"{Row.Percent(rows.Sum(static row => row.EqualSamples), rows.Sum(static row => row.Samples))} | "
                + $"{Row.Percent(rows.Sum(static row => row.CorrectCalls), rows.Sum(static row => row.Calls))} | {LeftOut(rows)} |\n");
        return text.ToString();
    }

    private static string LeftOut(IReadOnlyList<Row> rows)
        => $"{rows.Sum(static row => row.LeftOutSamples)}, {rows.Sum(static row => row.LeftOutCalls)}";

    /// <summary>A text with the table between its markers replaced.</summary>
    /// <exception cref="FormatException">The text has no markers.</exception>
    public static string Insert(string text, string table)
    {
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? throw new FormatException($"The file has no lines '{Begin}' and '{End}'.")
            : text[..(begin + Begin.Length)] + "\n" + table + text[end..];
    }
}
