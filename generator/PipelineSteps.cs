namespace OgGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests assert what runs again after an edit.</summary>
internal static class PipelineSteps
{
    /// <summary>An additional file that is declared: its path, text and options.</summary>
    public const string Inputs = nameof(Inputs);

    /// <summary>A declared file, and whether another one has its namespace.</summary>
    public const string Specs = nameof(Specs);

    /// <summary>The path of a file, which does not change with its text.</summary>
    public const string Paths = nameof(Paths);

    /// <summary>A file, and its candidate references: the other declared files whose names are in its text.</summary>
    public const string Candidates = nameof(Candidates);

    /// <summary>A file from which code is generated, with the files to which its references may lead.</summary>
    public const string Sources = nameof(Sources);

    /// <summary>A document, parsed and built: its model and its diagnostics.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>The reference to the runtime. Each reference is examined alone.</summary>
    public const string Runtimes = nameof(Runtimes);

    /// <summary>The version of C#.</summary>
    public const string Language = nameof(Language);

    /// <summary>Whether the project wants other generators to see the generated code.</summary>
    public const string Visibility = nameof(Visibility);

    /// <summary>What the project itself sets: both.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The properties of the project that the generated code depends on.</summary>
    public const string Project = nameof(Project);

    /// <summary>The missing requirements of the project, as diagnostics.</summary>
    public const string Missing = nameof(Missing);

    /// <summary>The model alone, so that a diagnostic that moved re-emits nothing.</summary>
    public const string Models = nameof(Models);

    /// <summary>Whether the project is open in an editor, where the analyzer reports what is wrong in documents.</summary>
    public const string Live = nameof(Live);

    /// <summary>The diagnostics alone.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>One item for each generated file.</summary>
    public const string Files = nameof(Files);

    /// <summary>The text of each generated file.</summary>
    public const string Printed = nameof(Printed);

    /// <summary>Whether other generators see the files: all of them, or none.</summary>
    public const string IsVisible = nameof(IsVisible);

    /// <summary>The files that other generators see.</summary>
    public const string Visible = nameof(Visible);

    /// <summary>The files that other generators do not see.</summary>
    public const string Hidden = nameof(Hidden);
}
