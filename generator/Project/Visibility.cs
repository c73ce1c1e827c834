using Microsoft.CodeAnalysis.Diagnostics;

namespace OgGen.Generator.Project;

/// <summary>The project's setting of whether other generators see the generated code.</summary>
/// <param name="Value">The value of the property; empty where the project does not set it.</param>
internal sealed record Visibility(string Value)
{
    /// <summary>The MSBuild property.</summary>
    public const string Property = "OgGenVisibleToGenerators";

    /// <summary>
    /// The size of all generated files, in bytes, from which the project has to request it: other generators examine all that
    /// they see after each edit.
    /// </summary>
    public const int Limit = 1_000_000;

    /// <summary>Whether the property has an invalid value.</summary>
    public bool IsBad => Value.Length > 0 && Setting is null;

    private bool? Setting
        => Value.Equals("true", StringComparison.OrdinalIgnoreCase) ? true
            : Value.Equals("false", StringComparison.OrdinalIgnoreCase) ? false
            : null;

    /// <summary>Reads the property of the project.</summary>
    public static Visibility Read(AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new Visibility(options.GlobalOptions.TryGetValue("build_property." + Property, out string? value) ? value.Trim() : "");
    }

    /// <summary>Whether other generators see files of these sizes in bytes. A setting of the project overrides the limit.</summary>
    public bool Includes(IEnumerable<int> sizes) => Setting ?? IsBelowLimit(sizes);

    private static bool IsBelowLimit(IEnumerable<int> sizes)
    {
        int left = Limit;
        return sizes.All(size => (left -= size) > 0);
    }
}
