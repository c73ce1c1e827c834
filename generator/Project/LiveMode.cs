using Microsoft.CodeAnalysis.Diagnostics;

namespace OgGen.Generator.Project;

/// <summary>
/// Whether the analyzer or the generator reports the problems of documents: in an editor the analyzer, whose diagnostics are shown in the
/// open document; in a build the generator, which also runs without analyzers.
/// </summary>
internal static class LiveMode
{
    /// <summary>The key in <c>build/OgGen.live.globalconfig</c>, which the package adds to the builds of an editor.</summary>
    private const string Key = "oggen_live";

    public static bool IsOn(AnalyzerConfigOptionsProvider options)
        => options.GlobalOptions.TryGetValue(Key, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
