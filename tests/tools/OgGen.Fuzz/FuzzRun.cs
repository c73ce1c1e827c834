using System.Globalization;
using System.Text;
using OgGen.Fuzz.Loading;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz;

/// <summary>What came of a run.</summary>
internal sealed record FuzzResult(int Cases)
{
    /// <summary>How many cases code came out of.</summary>
    public int Generated { get; set; }

    /// <summary>How many of them were compiled and loaded.</summary>
    public int Compiled { get; set; }

    /// <summary>How many values the loaded code has read, or refused.</summary>
    public int Values { get; set; }

    /// <summary>How many of them fit their schema and came back as they were.</summary>
    public int Exact { get; set; }

    public List<string> Failures { get; } = [];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Cases} cases, {Generated} generated code, {Compiled} of it compiled and loaded, {Values} values read, {Exact} of them fitting "
            + $"and the same again, {Failures.Count} failures");
}

/// <summary>Runs the cases, one after the other; what is compiled waits until there is enough for one compilation.</summary>
internal sealed class FuzzRun
{
    // Halves of surrogate pairs are replaced, where the standard encoding would throw.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private const int LongestLine = 300;

    private readonly FuzzOptions _options;
    private readonly TextWriter _log;
    private readonly FuzzResult _result;
    private readonly List<GeneratedCase> _pending = [];
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

    private FuzzRun(FuzzOptions options, TextWriter log)
    {
        _options = options;
        _log = log;
        _result = new FuzzResult(options.Cases);
    }

    public static FuzzResult Run(FuzzOptions options, TextWriter log) => new FuzzRun(options, log).Run();

    private FuzzResult Run()
    {
        var mutator = new Mutator(new Seeds(_options.Corpus));
        for (int number = _options.First; number < _options.First + _options.Cases; number++)
        {
            FuzzCase one = mutator.Make(_options.Seed, number);
            string? current = Remember(_options.Output, one.Document);
            Failure? failure = Invariants.Check(one.Document, out GeneratorRun? run);
            bool hasFiles = run?.Files.Count > 0;
            _result.Generated += hasFiles ? 1 : 0;
            if (failure is null && hasFiles && number % _options.CompileEvery == 0)
            {
                failure = Invariants.CheckEdit(one.Document, run!);
                _pending.Add(Pending(number, one, run!));
            }

            if (failure is not null)
            {
                Fail(number, failure, one.Document, static candidate => Invariants.Check(candidate, out _)?.Kind);
            }

            if (current is not null)
            {
                File.Delete(current);
            }

            if (_pending.Count == Batch.Size)
            {
                CheckPending();
            }

            if ((number + 1) % 1_000 == 0)
            {
                _log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {number + 1 - _options.First}: {_result}"));
            }
        }

        CheckPending();
        return _result;
    }

    private static GeneratedCase Pending(int number, FuzzCase one, GeneratorRun run)
        => new(number, one.Document, one.IsGrammatical && IsExact(run), run.Files);

    /// <summary>Whether nothing was reported but extensions that are taken out: values are as the schemas say.</summary>
    private static bool IsExact(GeneratorRun run) => run.Diagnostics.All(static diagnostic => diagnostic.Id == Descriptors.BadExtension);

    private void CheckPending()
    {
        BatchResult batch = Batch.Check(_pending);
        _result.Compiled += _pending.Count;
        _result.Values += batch.Values;
        _result.Exact += batch.Exact;
        _pending.Clear();
        foreach ((GeneratedCase one, Failure failure) in batch.Failures)
        {
            Fail(one.Number, failure, one.Document, candidate => KindAlone(one, candidate));
        }
    }

    /// <summary>What fails when a document is compiled and loaded alone.</summary>
    private static string? KindAlone(GeneratedCase one, Declared candidate)
        => Invariants.Check(candidate, out GeneratorRun? run) is null && run!.Files.Count > 0
            ? Batch.Check(
            [
                one with { Document = candidate, Files = run.Files, IsExact = one.IsExact && IsExact(run) },
            ]) is { Failures: [(_, var failure), ..] } ? failure.Kind : null
            : null;

    private void Fail(int number, Failure failure, Declared document, Func<Declared, string?> kindOf)
    {
        _result.Failures.Add($"seed {_options.Seed}, case {number}: {failure.Kind}: {failure.Message}");
        _log.WriteLine(FirstLine(_result.Failures[^1]));
        if (_options.Output is { } all)
        {
            File.AppendAllText(Path.Combine(all, "failures.txt"), _result.Failures[^1] + "\n\n", s_utf8);
        }

        if (_options.Output is { } output && _kinds.Add(failure.Kind))
        {
            Write(
                output,
                _options.Seed,
                number,
                failure,
                Minimizer.Run(document, candidate => kindOf(candidate) == failure.Kind, _options.Minimize));
        }
    }

    private static string FirstLine(string text)
    {
        string line = text.Split('\n')[0];
        return line.Length > LongestLine ? line[..LongestLine] + "…" : line;
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
        string name = Path.Combine(
            directory,
            string.Create(CultureInfo.InvariantCulture, $"{string.Concat(failure.Kind.Where(char.IsAsciiLetterOrDigit))}-{seed}-{number}"));
        File.WriteAllText(name + Path.GetExtension(document.Path), document.Text, s_utf8);
        File.WriteAllText(name + ".txt", $"{failure.Kind}\n{failure.Message}\n");
    }
}
