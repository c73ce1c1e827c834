namespace OgGen.Benchmarks.Report;

/// <summary>A line of the table in docs/measurements.md.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Target">What is asked for; empty where nothing is.</param>
/// <param name="Measured">What came out.</param>
/// <param name="Others">What it is compared with, measured in the same run or published by others.</param>
internal sealed record ReportRow(string What, string Target, string Measured, string Others)
{
    public override string ToString() => $"| {What} | {Target} | {Measured} | {Others} |";
}
