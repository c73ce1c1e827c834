namespace OgGen.Generator.Common;

/// <summary>A value that goes from step to step of the pipeline as an object.</summary>
/// <param name="Value">The value.</param>
/// <remarks>
/// Roslyn keeps the values of a step in generic tables. Objects share their code, which comes compiled; for each value type, and for each
/// pair with one, a new compiler has to compile some eighty methods before it can run the step.
/// </remarks>
internal sealed record Boxed<T>(T Value)
    where T : struct;
