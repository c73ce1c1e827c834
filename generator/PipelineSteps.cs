namespace OgGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests follow what runs again after an edit.</summary>
internal static class PipelineSteps
{
    /// <summary>A declared document: its path, text and options.</summary>
    public const string Specs = nameof(Specs);

    /// <summary>A document, parsed and built: its model and its diagnostics.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>The referenced runtime: all that the pipeline wants to know of the compilation, whose own step has that name.</summary>
    public const string Runtime = nameof(Runtime);

    /// <summary>The model alone, so that a diagnostic that moved re-emits nothing.</summary>
    public const string Models = nameof(Models);

    /// <summary>The diagnostics alone.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>One item for each generated file.</summary>
    public const string Files = nameof(Files);
}
