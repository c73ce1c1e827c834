namespace OgGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests follow what runs again after an edit.</summary>
internal static class PipelineSteps
{
    /// <summary>An additional file that is a declared document: its path, text and options.</summary>
    public const string Inputs = nameof(Inputs);

    /// <summary>A declared document that knows whether its namespace is free.</summary>
    public const string Specs = nameof(Specs);

    /// <summary>A document, parsed and built: its model and its diagnostics.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>All that the pipeline wants to know of the compilation. It runs after each edit of C#, and its value stays.</summary>
    public const string Project = nameof(Project);

    /// <summary>What the project lacks, as diagnostics.</summary>
    public const string Lacks = nameof(Lacks);

    /// <summary>The model alone, so that a diagnostic that moved re-emits nothing.</summary>
    public const string Models = nameof(Models);

    /// <summary>The diagnostics alone.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>One item for each generated file.</summary>
    public const string Files = nameof(Files);
}
