using Microsoft.CodeAnalysis;
using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Report;

/// <summary>What a document came to.</summary>
internal sealed record Row(CorpusDocument Document)
{
    public string Version { get; init; } = "";

    public int Operations { get; init; }

    public int MissingOperations { get; init; }

    public int Schemas { get; init; }

    public int MissingSchemas { get; init; }

    /// <summary>Errors of the compiler, and of the host that a generator failed.</summary>
    public int CompilerErrors { get; init; }

    public int CompilerWarnings { get; init; }

    /// <summary>The generator's diagnostics: how many of each id.</summary>
    public IReadOnlyDictionary<string, int> Reported { get; init; } = new Dictionary<string, int>();

    public int Samples { get; init; }

    public int EqualSamples { get; init; }

    /// <summary>Values that are no samples, because they do not fit the schema that they were made for, or are an example of.</summary>
    public int LeftOutSamples { get; init; }

    public int Calls { get; init; }

    public int CorrectCalls { get; init; }

    /// <summary>Calls that were not made, or whose samples do not fit the document.</summary>
    public int LeftOutCalls { get; init; }

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public TimeSpan Time { get; init; }

    /// <summary>Everything that is not as it should be, in words.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Why the document is not what is expected of it; empty if it is.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>Whether also every sample and every call is right.</summary>
    public bool IsFlawless => HasPassed && EqualSamples == Samples && CorrectCalls == Calls;

    public bool HasPassed => Failures.Count == 0;

    public string ReportedText
        => Reported.Count == 0
            ? "–"
            : string.Join(
                ", ", Reported.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}×{pair.Value}"));

    /// <summary>How many samples and how many calls were left out.</summary>
    public string LeftOutText => $"{LeftOutSamples}, {LeftOutCalls}";

    /// <summary>The share of the samples that came back equal, rounded down so that only all of them are 100.</summary>
    public string EqualText => Percent(EqualSamples, Samples);

    public static string Percent(int part, int whole)
        => whole == 0
            ? "–"
            : (Math.Floor(10_000.0 * part / whole) / 100).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A diagnostic as a finding: where, what.</summary>
    public static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string file = System.IO.Path.GetFileName(span.Path) ?? "";
        return $"{diagnostic.Id} {file}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): "
            + $"{diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
