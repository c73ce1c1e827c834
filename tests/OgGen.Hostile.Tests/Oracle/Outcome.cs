using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using OgGen.Fuzz;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document.References;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>
/// The one judge of hostile documents. Its methods are the four outcomes that a document may have; each begins with what holds
/// for all of them: no failure, bounded cost, no reach beyond the document, the same bytes in every notation, culture, line end and
/// order, and code that consists of what <see cref="Inspection"/> allows.
/// </summary>
internal static class Outcome
{
    /// <summary>What this test has looked at.</summary>
    public static List<Examined> Judged { get; } = [];

    private static readonly Declared s_other = new("/spec/other.yaml", """
        openapi: 3.0.3
        info: { title: Other, version: '1' }
        paths: {}

        """) { Namespace = "Other" };

    /// <summary>E: the texts are kept, as texts. With the encoder switched off the same document must be found out.</summary>
    public static Examined Escaped(Spec spec, Budget? budget = null)
    {
        Examined examined = Compiled(spec, budget);
        Assert.IsNotEmpty(Unencoded.Findings(examined.Files), "The oracle accepts the unescaped texts as well, so it shows nothing.");
        return examined;
    }

    /// <summary>R: the names are replaced by others, and nothing is lost.</summary>
    public static Examined Renamed(Spec spec, Budget? budget = null) => Compiled(spec, budget);

    /// <summary>What is generated compiles, and nothing is wrong in the document.</summary>
    public static Examined Compiled(Spec spec, Budget? budget = null)
    {
        Examined examined = Examine(spec, budget ?? Budget.Ordinary);
        Assert.IsEmpty(examined.Errors, string.Join('\n', examined.Errors));
        Assert.IsNotEmpty(examined.Files);
        return examined;
    }

    /// <summary>D: reported on the line that holds a text; that element is skipped, and the rest compiles.</summary>
    /// <param name="spec">The document.</param>
    /// <param name="id">The diagnostic.</param>
    /// <param name="message">A part of its message.</param>
    /// <param name="line">A part of the line that it points at; where the notations differ, several with | between.</param>
    /// <param name="budget">What the document may cost.</param>
    public static Examined Located(Spec spec, string id, string message, string line, Budget? budget = null)
    {
        Examined examined = Examine(spec, budget ?? Budget.Ordinary);
        Assert.IsNotEmpty(examined.Files, string.Join('\n', examined.Errors));
        AssertReported(examined, id, message, line);
        return examined;
    }

    /// <summary>F: one error that says why, and no code.</summary>
    public static Examined Refused(Spec spec, string message, string id = Descriptors.Unreadable, Budget? budget = null)
    {
        Examined examined = Examine(spec, budget ?? Budget.Ordinary);
        Assert.IsEmpty(examined.Files);
        foreach (IReadOnlyList<Diagnostic> diagnostics in examined.Diagnostics)
        {
            Diagnostic[] errors = [.. diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error)];
            Assert.HasCount(1, errors, string.Join('\n', diagnostics));
            Assert.AreEqual(id, errors[0].Id);
            Assert.Contains(message, errors[0].GetMessage(CultureInfo.InvariantCulture));
        }

        return examined;
    }

    /// <summary>What holds for every document, whatever comes of it.</summary>
    public static Examined Examine(Spec spec, Budget budget)
    {
        GeneratorRun[] runs = [.. spec.Notations.Select(notation => budget.Measure(() => Generation.Run(notation)))];
        Examined first = new(spec, runs);
        foreach ((GeneratorRun run, Declared notation) in runs.Zip(spec.Notations))
        {
            AssertNoFailure(run, notation.Path);
            AssertSameFiles(first.Files, run.Files, "in another notation");
            AssertSameFiles(run.Files, Again(notation), "in tr-TR, with CRLF, with another document before it");
            Assert.IsEmpty(run.Diagnostics.Select(static d => BuildLog.Fault(d.GetMessage(CultureInfo.InvariantCulture))).OfType<string>());
        }

        Assert.IsFalse(Surroundings.WasContacted, "The generator opened a connection.");
        Assert.IsFalse(
            runs.Any(static run => run.Files.Values.Concat(run.Diagnostics.Select(static d => d.ToString()))
                .Any(static text => text.Contains(Surroundings.Secret, StringComparison.Ordinal))),
            "The generator read a file.");
        return Inspected(first, budget);
    }

    /// <summary>Several documents in one project.</summary>
    public static Examined Together(params IReadOnlyList<Declared> documents)
    {
        GeneratorRun run = Budget.Ordinary.Measure(() => Generation.Run(documents));
        AssertNoFailure(run, documents[0].Path);
        AssertSameFiles(run.Files, Generation.Run([.. documents.Reverse()]).Files, "in another order");
        return Inspected(new Examined(new Spec(documents), [run]), Budget.Ordinary);
    }

    private static Examined Inspected(Examined examined, Budget budget)
    {
        string[] findings = [.. examined.Files.SelectMany(static file => Inspection.Of(file.Key, file.Value)).Take(5)];
        Assert.IsEmpty(findings, string.Join('\n', findings));
        if (examined.Files.Count > 0 && budget.Compiles)
        {
            examined.Assembly = Strict.Compile(examined.Files);
        }

        Judged.Add(examined);
        return examined;
    }

    private static void AssertReported(Examined examined, string id, string message, string line)
    {
        foreach ((IReadOnlyList<Diagnostic> diagnostics, Declared notation) in examined.Diagnostics.Zip(examined.Spec.Notations))
        {
            string[] lines = notation.Text!.Split('\n');
            Diagnostic? found = diagnostics.FirstOrDefault(d => d.Id == id
                && d.GetMessage(CultureInfo.InvariantCulture).Contains(message, StringComparison.Ordinal)
                && line.Split('|')
                    .Any(part => lines[d.Location.GetLineSpan().StartLinePosition.Line].Contains(part, StringComparison.Ordinal)));
            IEnumerable<string> reported = diagnostics.Select(d => $"{d}   AT {lines[d.Location.GetLineSpan().StartLinePosition.Line]}");
            Assert.IsNotNull(found, $"{notation.Path}: no {id} with '{message}' at '{line}' in\n{string.Join('\n', reported)}");
        }
    }

    private static void AssertNoFailure(GeneratorRun run, string what)
    {
        Assert.IsNull(run.Result.Exception, what);
        Diagnostic? failure = run.Diagnostics.FirstOrDefault(static d => d.Id is Descriptors.InternalError or "CS8785" or "AD0001");
        Assert.IsNull(failure, what + "\n" + failure);
        Assert.IsTrue(
            run.Files.Count > 0 || run.Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error),
            what + ": nothing was generated and nobody knows why");
    }

    private static void AssertSameFiles(
        IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> actual, string where)
    {
        Assert.AreEqual(
            string.Join('\n', expected.Keys.Order(StringComparer.Ordinal)),
            string.Join('\n', actual.Keys.Order(StringComparer.Ordinal)),
            "Other files " + where);
        foreach ((string hintName, string text) in expected)
        {
            Assert.AreEqual(text, actual[hintName], $"Other bytes of {hintName} {where}");
        }
    }

    private static Dictionary<string, string> Again(Declared notation)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Declared moved = notation with
            {
                Path = @"C:\elsewhere\" + notation.Path.Split('/').Last(),
                Text = notation.Text?.Replace("\n", "\r\n", StringComparison.Ordinal),
            };
            return Generation.Run(s_other, moved).Files
                .Where(static file => !file.Key.StartsWith("Other.", StringComparison.Ordinal))
                .ToDictionary(StringComparer.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

/// <summary>What came of a document, once in each notation.</summary>
internal sealed class Examined(Spec spec, IReadOnlyList<GeneratorRun> runs)
{
    public Spec Spec => spec;

    /// <summary>The generated files, the same in each notation.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = runs[0].Files;

    /// <summary>The diagnostics of each notation, as their places differ.</summary>
    public IReadOnlyList<IReadOnlyList<Diagnostic>> Diagnostics { get; } = [.. runs.Select(static run => run.Diagnostics)];

    public IEnumerable<Diagnostic> Errors
        => Diagnostics.SelectMany(static list => list).Where(static d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>All generated text.</summary>
    public string Code => string.Join('\n', Files.Values);

    /// <summary>The compiled code; null where nothing was generated.</summary>
    public byte[]? Assembly { get; set; }

    public Loaded Load() => new(Assembly!);

    public bool Has(string id, string message)
        => Diagnostics.All(
            list => list.Any(d => d.Id == id && d.GetMessage(CultureInfo.InvariantCulture).Contains(message, StringComparison.Ordinal)));
}
