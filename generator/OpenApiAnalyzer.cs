using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Live;
using OgGen.Generator.Project;

namespace OgGen.Generator;

/// <summary>Reports in an editor, in the document that is open, what the generator reports in a build.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OpenApiAnalyzer : DiagnosticAnalyzer
{
    private readonly LiveProjects _projects;

    /// <summary>Initializes a new instance of the analyzer.</summary>
    public OpenApiAnalyzer()
        : this(new LiveProjects(static (sources, cancellationToken) => DocumentCompiler.Compile(sources, cancellationToken).Diagnostics))
    {
    }

    internal OpenApiAnalyzer(LiveProjects projects) => _projects = projects;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfDocuments.ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>In a build this is all that happens: no file is read.</summary>
    private void Start(CompilationStartAnalysisContext context)
    {
        AnalyzerOptions options = context.Options;
        if (!LiveMode.IsOn(options.AnalyzerConfigOptionsProvider))
        {
            return;
        }

        // An editor asks for one file or for several at once; the texts of all are read once.
        string name = context.Compilation.AssemblyName ?? "";
        var project = new Once<LiveProject>(cancellationToken => _projects.With(name, Read(options, cancellationToken), cancellationToken));
        context.RegisterAdditionalFileAction(file => Report(file, project));
    }

    private static EquatableArray<SpecFile> Read(AnalyzerOptions options, CancellationToken cancellationToken)
        => options.AdditionalFiles
            .SelectMany(file => SpecFileReader.Read((file, options.AnalyzerConfigOptionsProvider), cancellationToken))
            .ToEquatable();

    private static void Report(AdditionalFileAnalysisContext context, Once<LiveProject> project)
    {
        AdditionalText file = context.AdditionalFile;
        if (!SpecFileReader.IsDeclared(file, context.Options.AnalyzerConfigOptionsProvider))
        {
            return;
        }

        foreach (DiagnosticInfo diagnostic in project.Get(context.CancellationToken).Check(file.Path, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic.ToDiagnostic(file.GetText(context.CancellationToken)));
        }
    }
}
