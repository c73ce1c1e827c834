using System.Globalization;

namespace OgGen.Fuzz;

/// <summary>What a run does.</summary>
internal sealed record FuzzOptions
{
    public const string Usage = """
        dotnet run -c Release --project tests/tools/OgGen.Fuzz -- [--cases 100000] [--first 0] [--seed 1] [--compile-every 30] [--out DIRECTORY] [--minimize 150]

        Makes documents that follow a grammar, and others by changing documents in ways that nobody would, and generates from them. Some are
        compiled and loaded, and read and write values, in a process with a small stack. A case follows from the seed and its number alone, so
        --first 1234 --cases 1 repeats one. With OGGEN_CORPUS set, small documents of that directory are changed as well.
        Failures are written to the directory, the first one of each kind with its document, made smaller in so many attempts; a case that ends the process is left there as
        current.json or current.yaml. The exit code is 1 if anything failed.
        """;

    public int Seed { get; init; } = 1;

    public int First { get; init; }

    public int Cases { get; init; } = 100_000;

    /// <summary>Of so many cases one is compiled and loaded, which costs more than all the others.</summary>
    public int CompileEvery { get; init; } = 30;

    /// <summary>How often a document that fails is tried as a smaller one.</summary>
    public int Minimize { get; init; } = 150;

    /// <summary>Where failures are written; null for nowhere.</summary>
    public string? Output { get; init; }

    /// <summary>A directory with documents of others; null for none.</summary>
    public string? Corpus { get; init; }

    public static FuzzOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new FuzzOptions { Corpus = Environment.GetEnvironmentVariable("OGGEN_CORPUS") };
        for (int i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count)
            {
                return null;
            }

            string value = arguments[i + 1];
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            options = arguments[i] switch
            {
                "--seed" when isNumber => options with { Seed = number },
                "--first" when isNumber => options with { First = number },
                "--cases" when isNumber => options with { Cases = number },
                "--compile-every" when isNumber && number > 0 => options with { CompileEvery = number },
                "--minimize" when isNumber => options with { Minimize = number },
                "--out" => options with { Output = value },
                _ => null!,
            };
            if (options is null)
            {
                return null;
            }
        }

        return options;
    }
}
