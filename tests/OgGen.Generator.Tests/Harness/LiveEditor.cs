using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Live;

namespace OgGen.Generator.Tests.Harness;

/// <summary>A project that is open in an editor, which asks the analyzer for what is wrong in a file as its text is at that time.</summary>
internal sealed class LiveEditor
{
    private readonly Probe _probe = new();
    private readonly List<DeclaredText> _files;

    public LiveEditor(params IReadOnlyList<Declared> documents)
    {
        _files = [.. documents.Select(static document => new DeclaredText(document))];
        Projects = new LiveProjects(_probe.Check);
        Analyzer = new OpenApiAnalyzer(Projects);
    }

    public OpenApiAnalyzer Analyzer { get; }

    /// <summary>What the analyzer keeps from one compilation to the next.</summary>
    public LiveProjects Projects { get; }

    /// <summary>What the package adds in an editor; null in a build.</summary>
    public string? Live { get; init; } = "true";

    public CSharpCompilation Compilation { get; private set; } = GeneratorHarness.Compilation();

    /// <summary>Is called before each check of a document.</summary>
    public Action? Checking
    {
        set => _probe.Checking = value;
    }

    /// <summary>How often a file's text was wanted.</summary>
    public int Reads => _files.Sum(static file => file.Reads);

    /// <summary>The documents that were checked since this was last asked, in ordinal order.</summary>
    public string[] TakeChecked()
    {
        string[] paths = [.. _probe.Checked.Order(StringComparer.Ordinal)];
        _probe.Checked.Clear();
        return paths;
    }

    /// <summary>Replaces a part of a document's text.</summary>
    public void Edit(Declared document, string before, string after)
    {
        int index = _files.FindIndex(file => file.Path == document.Path);
        Declared old = _files[index].Document;
        Assert.Contains(before, old.Text!);
        _files[index] = new DeclaredText(old with { Text = old.Text!.Replace(before, after, StringComparison.Ordinal) });
    }

    /// <summary>Edits C#.</summary>
    public void EditCode(string text) => Compilation = GeneratorHarness.Compilation(text);

    /// <summary>What is wrong in one file, as the editor asks when it is open.</summary>
    public async Task<Diagnostic[]> Look(Declared document, CancellationToken cancellationToken = default)
    {
        AdditionalText file = _files.Single(file => file.Path == document.Path);
        AnalysisResult result = await Analysis().GetAnalysisResultAsync(file, cancellationToken);
        Assert.IsEmpty(result.CompilationDiagnostics);
        return result.AdditionalFileDiagnostics.TryGetValue(
            file, out ImmutableDictionary<DiagnosticAnalyzer, ImmutableArray<Diagnostic>>? found)
            ? [.. found[Analyzer]]
            : [];
    }

    /// <summary>What is wrong in one file, as a log prints it.</summary>
    public async Task<string[]> Print(Declared document) => [.. (await Look(document)).Select(static diagnostic => diagnostic.ToString())];

    /// <summary>What is wrong in all files, as an editor asks that shows more than the open one.</summary>
    public async Task<Diagnostic[]> LookAtAll() => [.. await Analysis().GetAnalyzerDiagnosticsAsync(CancellationToken.None)];

    private CompilationWithAnalyzers Analysis() => Compilation.WithAnalyzers(
        [Analyzer],
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. _files], GeneratorHarness.Options(_files.Select(static file => file.Document), live: Live)),
            static (exception, _, _) => throw new AssertFailedException("The analyzer failed.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));

    /// <summary>The generator's own check, and who is checked.</summary>
    private sealed class Probe
    {
        public ConcurrentQueue<string> Checked { get; } = new();

        public Action? Checking { get; set; }

        public EquatableArray<DiagnosticInfo> Check(SpecSources sources, CancellationToken cancellationToken)
        {
            Checked.Enqueue(sources.Root.Path);
            Checking?.Invoke();
            cancellationToken.ThrowIfCancellationRequested();
            return DocumentCompiler.Compile(sources, cancellationToken).Diagnostics;
        }
    }
}
