using OgGen.Load;

if (LoadOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(LoadOptions.Usage);
    return 2;
}

try
{
    LoadResult result = await LoadRun.RunAsync(options);
    Console.Write(result.Report);
    return result.Violations.Count == 0 ? 0 : 1;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"The run did not end within {options.Limit}.");
    return 1;
}
