using Microsoft.CodeAnalysis.Diagnostics;

namespace OgGen.Generator.Project;

/// <summary>
/// Who reports what is wrong in documents: in an editor the analyzer, whose diagnostics are shown in a document that is open, in a build the generator,
/// which runs without analyzers too.
/// </summary>
internal static class LiveMode
{
    /// <summary>The key in <c>build/OgGen.live.globalconfig</c>, which the package adds to the builds of an editor.</summary>
    private const string Key = "oggen_live";

    public static bool IsOn(AnalyzerConfigOptionsProvider options)
        => options.GlobalOptions.TryGetValue(Key, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
