using Microsoft.CodeAnalysis.CSharp;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz;

/// <summary>Runs of the generator, all on one compilation: to bind the references of another costs more than a run.</summary>
internal static class Generation
{
    /// <summary>A project without code.</summary>
    public static CSharpCompilation Project { get; } = GeneratorHarness.Compilation();

    public static GeneratorRun Run(params IReadOnlyList<Declared> documents)
        => new(GeneratorHarness.Driver(documents).RunGenerators(Project));
}
