using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;
using OgGen.Generator.Model;
using OgGen.Generator.Project;
using OgGen.Generator.Source;

namespace OgGen.Generator;

/// <summary>Adds a typed client for each declared OpenAPI document to the compilation.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The files that the project declares, as text.
        IncrementalValuesProvider<SpecFile> specs = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .SelectMany(SpecFileReader.Read).WithTrackingName(PipelineSteps.Inputs)
            .Collect().SelectMany(SpecFileReader.AssignNamespaces).WithTrackingName(PipelineSteps.Specs);

        // Each document with the files that it refers to, so that an edit of one file runs no other document.
        IncrementalValuesProvider<string> paths = specs.Select(static (spec, _) => spec.Path).WithTrackingName(PipelineSteps.Paths);
        IncrementalValuesProvider<CandidateReferences> candidates = specs.Combine(paths.Collect())
            .Select(CandidateReferences.Find).WithTrackingName(PipelineSteps.Candidates);
        IncrementalValuesProvider<SpecSources> sources = candidates.Combine(candidates.Collect())
            .SelectMany(SpecSources.Gather).WithTrackingName(PipelineSteps.Sources);

        // Text to model: one parse, two outputs. The first is the diagnostics, which OpenApiAnalyzer.cs reports in an editor.
        IncrementalValueProvider<Boxed<bool>> isLive = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => new Boxed<bool>(LiveMode.IsOn(options))).WithTrackingName(PipelineSteps.Live);
        IncrementalValuesProvider<DocumentResult> documents = sources
            .Select(DocumentCompiler.Compile).WithTrackingName(PipelineSteps.Documents);
        IncrementalValuesProvider<Boxed<EquatableArray<DiagnosticInfo>>> diagnostics = documents.Combine(isLive)
            .Select(static (pair, _) => new Boxed<EquatableArray<DiagnosticInfo>>(pair.Right.Value ? default : pair.Left.Diagnostics))
            .WithTrackingName(PipelineSteps.Diagnostics);
        context.RegisterSourceOutput(diagnostics, DiagnosticInfo.Report);

        // What generated code requires of the project, and which requirements are missing. Nothing depends on the compilation: it is made
        // after the files that other generators see.
        IncrementalValuesProvider<RuntimeReference> runtimes = context.MetadataReferencesProvider
            .SelectMany(RuntimeReference.Find).WithTrackingName(PipelineSteps.Runtimes);
        IncrementalValueProvider<Boxed<LanguageVersion>> language = context.ParseOptionsProvider
            .Select(ProjectSettings.LanguageOf).WithTrackingName(PipelineSteps.Language);
        IncrementalValueProvider<Visibility> visibility = context.AnalyzerConfigOptionsProvider
            .Select(Visibility.Read).WithTrackingName(PipelineSteps.Visibility);
        IncrementalValueProvider<ProjectFacts> project = language.Combine(visibility)
            .Select(ProjectSettings.Of).WithTrackingName(PipelineSteps.Settings)
            .Combine(runtimes.Collect()).Select(ProjectFacts.Of).WithTrackingName(PipelineSteps.Project);
        IncrementalValueProvider<Boxed<EquatableArray<DiagnosticInfo>>> missing = project.Combine(sources.Collect())
            .Select(ProjectFacts.FindMissing).WithTrackingName(PipelineSteps.Missing);
        context.RegisterSourceOutput(missing, DiagnosticInfo.Report);

        // The second output: one item for each file, so that an edit writes only the files that show it.
        IncrementalValuesProvider<FileModel> files = documents
            .Select(static (document, _) => document.Model).WithTrackingName(PipelineSteps.Models)
            .Combine(project).SelectMany(static (pair, _) => pair.Right.IsUsable ? pair.Left.Files : EquatableArray<FileModel>.Empty)
            .WithTrackingName(PipelineSteps.Files);
        IncrementalValuesProvider<PrintedFile> printed = files.Select(SourceFile.Print).WithTrackingName(PipelineSteps.Printed);

        // All files go one way: where other generators see them, or where they do not.
        IncrementalValueProvider<Boxed<bool>> isVisible = visibility.Combine(printed.Collect())
            .Select(static (pair, _) => new Boxed<bool>(
                PreCompilationOutput.IsSupported && pair.Left.Includes(pair.Right.Select(static file => file.Size))))
            .WithTrackingName(PipelineSteps.IsVisible);
        IncrementalValuesProvider<PrintedFile> visible = printed.Combine(isVisible)
            .SelectMany(PrintedFile.Visible).WithTrackingName(PipelineSteps.Visible);
        PreCompilationOutput.Register(context, visible);
        IncrementalValuesProvider<PrintedFile> hidden = printed.Combine(isVisible)
            .SelectMany(PrintedFile.Hidden).WithTrackingName(PipelineSteps.Hidden);
        context.RegisterSourceOutput(hidden, PrintedFile.Add);
    }
}
