using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;

namespace OgGen.Generator.Live;

/// <summary>A document with the files that its references may lead to, checked once, on the first request.</summary>
internal sealed class LiveDocument(SpecSources sources, LiveCheck check)
{
    private readonly Once<EquatableArray<DiagnosticInfo>> _diagnostics = new(cancellationToken => check(sources, cancellationToken));

    public SpecSources Sources => sources;

    /// <summary>Whether a file is the document, or one that its references may lead to.</summary>
    public bool Reaches(string path) => sources.Root.Path == path || sources.Others.Any(other => other.Path == path);

    /// <summary>The diagnostics of the document and of its files.</summary>
    public EquatableArray<DiagnosticInfo> Check(CancellationToken cancellationToken) => _diagnostics.Get(cancellationToken);
}

/// <summary>Checks a document.</summary>
internal delegate EquatableArray<DiagnosticInfo> LiveCheck(SpecSources sources, CancellationToken cancellationToken);
