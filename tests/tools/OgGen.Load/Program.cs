using OgGen.Load;

if (LoadOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(LoadOptions.Usage);
    return 2;
}

try
{
    (string report, IReadOnlyList<string> violations) = await LoadRun.MeasureAsync(options);
    Console.Write(report);
    return violations.Count == 0 ? 0 : 1;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"The run did not end within {options.Limit}.");
    return 1;
}
