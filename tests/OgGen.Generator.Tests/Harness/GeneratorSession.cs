using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Model;

namespace OgGen.Generator.Tests.Harness;

/// <summary>A project that is open in an editor: documents and code change, and the generator runs after each change.</summary>
internal sealed class GeneratorSession
{
    private readonly Dictionary<string, DeclaredText> _files;
    private GeneratorDriver _driver;

    public GeneratorSession(IReadOnlyList<Declared> documents, CSharpCompilation? compilation = null)
    {
        Compilation = compilation ?? GeneratorHarness.Compilation();
        DeclaredText[] files = [.. documents.Select(static document => new DeclaredText(document))];
        _files = files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        _driver = GeneratorHarness.Driver(files).RunGenerators(Compilation);
    }

    public CSharpCompilation Compilation { get; private set; }

    public GeneratorRun Run => new(_driver);

    private GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Replaces a document's text and runs again.</summary>
    public void Edit(Declared document, string text, CancellationToken cancellationToken = default)
    {
        DeclaredText old = _files[document.Path];
        var replacement = new DeclaredText(old.Document with { Text = text });
        GeneratorDriver edited = _driver.ReplaceAdditionalText(old, replacement).RunGenerators(Compilation, cancellationToken);
        _files[document.Path] = replacement;
        _driver = edited;
    }

    /// <summary>Replaces the code and runs again.</summary>
    public void Edit(CSharpCompilation compilation)
    {
        Compilation = compilation;
        _driver = _driver.RunGenerators(compilation);
    }

    /// <summary>The reasons of all outputs of a step in the last run, in order.</summary>
    public IncrementalStepRunReason[] Reasons(string step)
        => [.. Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    /// <summary>The reasons of everything that the generator handed to the compiler.</summary>
    public IncrementalStepRunReason[] OutputReasons
        => [.. Result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    /// <summary>The hint names of the files whose model is new or another.</summary>
    public string[] ChangedFiles
        => [.. Result.TrackedSteps[PipelineSteps.Files]
            .SelectMany(static run => run.Outputs)
            .Where(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .Select(static output => ((FileModel)output.Value).HintName)
            .Order(StringComparer.Ordinal)];

    /// <summary>Everything that came out of a step.</summary>
    public IEnumerable<object> Values(string step)
        => Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Value);
}
