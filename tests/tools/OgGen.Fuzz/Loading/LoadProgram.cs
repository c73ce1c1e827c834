using System.Globalization;
using System.Text.Json;

namespace OgGen.Fuzz.Loading;

/// <summary>
/// The process that loads compiled code: reads and writes values with each type of each case, on a thread with a small stack.
/// </summary>
internal static class LoadProgram
{
    /// <summary>The argument that starts it; a directory and the index of the first case follow.</summary>
    public const string Verb = "--load";

    public const string AssemblyName = "batch.dll";
    public const string DocumentationName = "batch.xml";
    public const string CasesName = "cases.json";

    /// <summary>A sixth of what .NET gives to threads of its pool, and twice what musl gives to threads.</summary>
    private const int SmallStack = 256 * 1024;

    /// <summary>What makes and judges the samples is no part of what is tested, and may recurse.</summary>
    private const int LargeStack = 64 * 1024 * 1024;

    public static int Run(string directory, string first)
    {
        LoadedCase[] cases = JsonSerializer.Deserialize<LoadedCase[]>(File.ReadAllText(Path.Combine(directory, CasesName)))!;
        using var code = new LoadedCode(Path.Combine(directory, AssemblyName), Path.Combine(directory, DocumentationName));
        foreach (LoadedCase one in cases.Skip(int.Parse(first, CultureInfo.InvariantCulture)))
        {
            Report(new LoadReport(one.Number, "samples"));
            IReadOnlyDictionary<string, CaseSamples> samples = On(
                LargeStack, () => CaseSamples.Of(one, code.TypesByPointer(one.Namespace)));
            On(SmallStack, () => Try(one, code, samples));
            Report(new LoadReport(one.Number, ""));
        }

        return 0;
    }

    private static bool Try(LoadedCase one, LoadedCode code, IReadOnlyDictionary<string, CaseSamples> samples)
    {
        Report(new LoadReport(one.Number, "types"));
        if (code.Start(one.Namespace) is { } failure)
        {
            Report(new LoadReport(one.Number, "types") { Failure = failure });
        }

        string[] words = [.. CaseSamples.Words(one)];
        foreach (Type type in code.Readable(one.Namespace))
        {
            Report(new LoadReport(one.Number, type.Name));
            var trial = new TypeTrial(type, words, new Random(one.Number));
            Failure? found = trial.Run(samples.GetValueOrDefault(type.FullName!, CaseSamples.None));
            Report(new LoadReport(one.Number, type.Name) { Failure = found, Values = trial.Values, Exact = trial.Exact });
        }

        return true;
    }

    private static T On<T>(int stack, Func<T> work)
    {
        T result = default!;
        var thread = new Thread(() => result = work(), stack);
        thread.Start();
        thread.Join();
        return result;
    }

    private static void Report(LoadReport report) => Console.WriteLine(JsonSerializer.Serialize(report));
}
