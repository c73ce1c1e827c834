using Microsoft.CodeAnalysis.Diagnostics;

namespace OgGen.Generator.Project;

/// <summary>Whether other generators see the generated code, as the project decides it.</summary>
/// <param name="Value">The value of the property; empty where the project does not set it.</param>
internal sealed record Visibility(string Value)
{
    /// <summary>The MSBuild property.</summary>
    public const string Property = "OgGenVisibleToGenerators";

    /// <summary>
    /// From how many bytes of generated code on, in all files together, the project has to ask for it: other generators look at whatever
    /// they see after each edit.
    /// </summary>
    public const int Limit = 1_000_000;

    /// <summary>Whether the property has a value that means nothing.</summary>
    public bool IsBad => Value.Length > 0 && Choice is null;

    private bool? Choice
        => Value.Equals("true", StringComparison.OrdinalIgnoreCase) ? true
            : Value.Equals("false", StringComparison.OrdinalIgnoreCase) ? false
            : null;

    /// <summary>Reads the property of the project.</summary>
    public static Visibility Read(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new Visibility(options.GlobalOptions.TryGetValue("build_property." + Property, out string? value) ? value.Trim() : "");
    }

    /// <summary>Whether other generators see files of these sizes in bytes. The sizes do not matter where the project decides.</summary>
    public bool Includes(IEnumerable<int> sizes) => Choice ?? IsBelowLimit(sizes);

    private static bool IsBelowLimit(IEnumerable<int> sizes)
    {
        int left = Limit;
        return sizes.All(size => (left -= size) > 0);
    }
}
