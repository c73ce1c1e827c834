using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Model;

namespace OgGen.Generator.Tests.Harness;

/// <summary>A project that is open in an editor: documents and code change, and the generator runs after each change.</summary>
internal sealed class GeneratorSession
{
    private readonly Dictionary<string, DeclaredText> _files;
    private GeneratorDriver _driver;
    private string _visible;

    /// <param name="documents">The declared documents.</param>
    /// <param name="compilation">The project; null for one with the runtime and no code.</param>
    /// <param name="visible">What the project says of other generators.</param>
    /// <param name="other">Another generator of the project.</param>
    public GeneratorSession(
        IReadOnlyList<Declared> documents, CSharpCompilation? compilation = null, string visible = "", IIncrementalGenerator? other = null)
    {
        _visible = visible;
        Compilation = compilation ?? GeneratorHarness.Compilation();
        DeclaredText[] files = [.. documents.Select(static document => new DeclaredText(document))];
        _files = files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        _driver = GeneratorHarness.Driver(files, visible: visible, other: other).RunGenerators(Compilation);
    }

    public CSharpCompilation Compilation { get; private set; }

    public GeneratorRun Run => new(_driver);

    public GeneratorRunResult Result => _driver.GetRunResult().Results[0];

    /// <summary>Replaces a document's text and runs again.</summary>
    public void Edit(Declared document, string text, CancellationToken cancellationToken = default)
    {
        DeclaredText old = _files[document.Path];
        var replacement = new DeclaredText(old.Document with { Text = text });
        GeneratorDriver edited = _driver.ReplaceAdditionalText(old, replacement).RunGenerators(Compilation, cancellationToken);
        _files[document.Path] = replacement;
        _driver = edited;
    }

    /// <summary>Replaces a part of a document's text, which stands in it once, and runs again.</summary>
    public void Edit(Declared document, string before, string after)
    {
        string text = _files[document.Path].Document.Text!;
        Assert.AreEqual(2, text.Split(before).Length, $"'{before}' stands once in {document.Path}");
        Edit(document, text.Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>Replaces what the project says of a document and runs again.</summary>
    public void SetOptions(Declared document)
    {
        _driver = _driver
            .WithUpdatedAnalyzerConfigOptions(GeneratorHarness.Options(
                _files.Values.Select(file => file.Path == document.Path ? document : file.Document), visible: _visible))
            .RunGenerators(Compilation);
    }

    /// <summary>Adds a file behind the others and runs again.</summary>
    public void Add(Declared document)
    {
        var file = new DeclaredText(document);
        _files.Add(file.Path, file);
        _driver = _driver
            .AddAdditionalTexts([file])
            .WithUpdatedAnalyzerConfigOptions(Options())
            .RunGenerators(Compilation);
    }

    /// <summary>Replaces what the project says of other generators and runs again.</summary>
    public void SetVisible(string visible)
    {
        _visible = visible;
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(Options()).RunGenerators(Compilation);
    }

    /// <summary>Replaces the code and runs again.</summary>
    public void Edit(CSharpCompilation compilation)
    {
        Compilation = compilation;
        _driver = _driver.RunGenerators(compilation);
    }

    /// <summary>Replaces the text of the only file of code and runs again.</summary>
    public void EditCode(string text)
    {
        SyntaxTree tree = Compilation.SyntaxTrees.Single();
        Edit(Compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath)));
    }

    /// <summary>Adds a file of code and runs again.</summary>
    public void AddCode(string text)
        => Edit(
            Compilation.AddSyntaxTrees(
                CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)Compilation.SyntaxTrees[0].Options, "/project/New.cs")));

    /// <summary>The reasons of all outputs of a step in the last run, in order.</summary>
    public IncrementalStepRunReason[] Reasons(string step)
        => [.. Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    /// <summary>The reasons of everything that the generator handed to the compiler.</summary>
    public IncrementalStepRunReason[] OutputReasons
        =>
        [
            .. Result.TrackedOutputSteps.SelectMany(static step => step.Value)
                .SelectMany(static run => run.Outputs)
                .Select(static output => output.Reason),
        ];

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

    private DeclaredOptions Options() => GeneratorHarness.Options(_files.Values.Select(static file => file.Document), visible: _visible);
}
