using OgGen.Fuzz;
using OgGen.Fuzz.Loading;

if (args is [LoadProgram.Verb, var directory, var first])
{
    return LoadProgram.Run(directory, first);
}

if (FuzzOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(FuzzOptions.Usage);
    return 2;
}

FuzzResult result = FuzzRun.Run(options, Console.Out);
Console.WriteLine(result);
return result.Failures.Count == 0 ? 0 : 1;
