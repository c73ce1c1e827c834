using Microsoft.CodeAnalysis;

namespace OgGen.Generator.Tests.Harness;

/// <summary>The pipeline's steps, and the reasons for which they run.</summary>
internal static class Steps
{
    /// <summary>The steps that are ours, and none of the compiler's own.</summary>
    public static IReadOnlyList<string> Ours { get; } =
    [
        PipelineSteps.Inputs, PipelineSteps.Specs, PipelineSteps.Paths, PipelineSteps.Candidates, PipelineSteps.Sources,
        PipelineSteps.Documents, PipelineSteps.Live, PipelineSteps.Diagnostics, PipelineSteps.Runtimes, PipelineSteps.Language,
        PipelineSteps.Visibility, PipelineSteps.Settings, PipelineSteps.Project, PipelineSteps.Missing, PipelineSteps.Models,
        PipelineSteps.Files, PipelineSteps.Printed, PipelineSteps.IsVisible, PipelineSteps.Visible, PipelineSteps.Hidden,
    ];

    /// <summary>What the compiler hands to the generator, under the names that it gives. The compilation is not among it.</summary>
    public static IReadOnlyList<string> Compilers { get; } =
    [
        WellKnownGeneratorInputs.AdditionalTexts, WellKnownGeneratorInputs.AnalyzerConfigOptions,
        WellKnownGeneratorInputs.MetadataReferences, WellKnownGeneratorInputs.ParseOptions,
    ];

    public static bool IsIdle(IncrementalStepRunReason reason)
        => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
