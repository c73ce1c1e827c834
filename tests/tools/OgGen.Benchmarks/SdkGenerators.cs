using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OgGen.Benchmarks;

/// <summary>The generators that the SDK gives to each project.</summary>
internal static class SdkGenerators
{
    /// <summary>Loads them from the newest targeting pack of .NET.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ISourceGenerator[] Load()
    {
        string packs = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../packs/Microsoft.NETCore.App.Ref");
        string newest = Directory.EnumerateDirectories(Path.GetFullPath(packs))
            .MaxBy(static pack => Version.TryParse(Path.GetFileName(pack), out Version? version) ? version : null)
            ?? throw new InvalidOperationException($"There is no targeting pack in {packs}.");
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(newest, "analyzers/dotnet/cs"), "*.dll").Order(StringComparer.Ordinal)
                .SelectMany(static file => new AnalyzerFileReference(file, new Loader()).GetGenerators(LanguageNames.CSharp)),
        ];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        // What an assembly refers to lies beside it.
        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
