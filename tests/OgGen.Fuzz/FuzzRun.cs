using System.Globalization;
using System.Text;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz;

/// <summary>What came of a run.</summary>
internal sealed record FuzzResult(int Cases, int Generated, int Compiled, IReadOnlyList<string> Failures)
{
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Cases} cases, {Generated} generated code, {Compiled} of it compiled, {Failures.Count} failures");
}

/// <summary>Runs the cases, one after the other.</summary>
internal static class FuzzRun
{
    // Halves of surrogate pairs are replaced, where the standard encoding would throw.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static FuzzResult Run(FuzzOptions options, TextWriter log)
    {
        var mutator = new Mutator(new Seeds(options.Corpus));
        int generated = 0;
        int compiled = 0;
        var failures = new List<string>();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (int number = options.First; number < options.First + options.Cases; number++)
        {
            Declared document = mutator.Make(options.Seed, number);
            bool compiles = number % options.CompileEvery == 0;
            string? current = Remember(options.Output, document);
            Failure? failure = Invariants.Check(document, compiles, out bool hasFiles);
            generated += hasFiles ? 1 : 0;
            compiled += hasFiles && compiles ? 1 : 0;
            if (failure is not null)
            {
                failures.Add($"seed {options.Seed}, case {number}: {failure.Kind}: {failure.Message}");
                log.WriteLine(failures[^1].Split('\n')[0]);
                if (options.Output is not null && kinds.Add(failure.Kind))
                {
                    Write(options.Output, options.Seed, number, failure, Minimizer.Run(document, candidate => Invariants.Check(candidate, compiles, out _)?.Kind == failure.Kind));
                }
            }

            if (current is not null)
            {
                File.Delete(current);
            }

            if ((number + 1) % 1_000 == 0)
            {
                log.WriteLine(new FuzzResult(number + 1 - options.First, generated, compiled, failures));
            }
        }

        return new FuzzResult(options.Cases, generated, compiled, failures);
    }

    // The end of the stack ends the process: what was tried last is what did it.
    private static string? Remember(string? directory, Declared document)
    {
        if (directory is null)
        {
            return null;
        }

        Directory.CreateDirectory(directory);
        string path = Path.Combine(directory, "current" + Path.GetExtension(document.Path));
        File.WriteAllText(path, document.Text, s_utf8);
        return path;
    }

    private static void Write(string directory, int seed, int number, Failure failure, Declared document)
    {
        string name = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{string.Concat(failure.Kind.Where(char.IsAsciiLetterOrDigit))}-{seed}-{number}"));
        File.WriteAllText(name + Path.GetExtension(document.Path), document.Text, s_utf8);
        File.WriteAllText(name + ".txt", $"{failure.Kind}\n{failure.Message}\n");
    }
}
