using OgGen.Generator.Tests.Harness;

namespace OgGen.Fuzz.Loading;

/// <summary>A case from which code was generated.</summary>
/// <param name="Number">The case's number, from which the values follow that are read.</param>
/// <param name="Document">The document; its namespace is its own in the compilation.</param>
/// <param name="IsExact">
/// Whether values that fit a schema have to come back as they were: nothing was reported of the document but extensions that are taken out.
/// </param>
/// <param name="Files">The generated files by hint name.</param>
internal sealed record GeneratedCase(int Number, Declared Document, bool IsExact, IReadOnlyDictionary<string, string> Files);

/// <summary>A case as the process sees it that loads the compiled code.</summary>
internal sealed record LoadedCase(int Number, string Namespace, string Path, string Text, bool IsExact);

/// <summary>What that process has done, or what it begins with.</summary>
/// <param name="Number">The case's number.</param>
/// <param name="Step">What begins, for the case that nothing is heard any more; empty at the end of a case.</param>
internal sealed record LoadReport(int Number, string Step)
{
    public Failure? Failure { get; init; }

    /// <summary>How many values were read, or refused, since the report before.</summary>
    public int Values { get; init; }

    /// <summary>How many of them fit their schema and came back as they were.</summary>
    public int Exact { get; init; }
}
