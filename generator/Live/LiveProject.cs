using System.Collections.Immutable;
using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Document;

namespace OgGen.Generator.Live;

/// <summary>The documents of a project, for the current text of its files.</summary>
internal sealed class LiveProject
{
    private readonly EquatableArray<SpecFile> _files;
    private readonly LiveDocument[] _documents;

    private LiveProject(EquatableArray<SpecFile> files, LiveDocument[] documents)
    {
        _files = files;
        _documents = documents;
    }

    /// <summary>The project with these files. A document whose files have not changed keeps its diagnostics.</summary>
    /// <param name="files">The files as the compiler lists them.</param>
    /// <param name="before">The project before the last edit; null if there is none.</param>
    /// <param name="check">Checks a document.</param>
    /// <param name="cancellationToken">Ends the search for the files that documents refer to.</param>
    public static LiveProject Of(EquatableArray<SpecFile> files, LiveProject? before, LiveCheck check, CancellationToken cancellationToken)
    {
        if (before is not null && before._files.Equals(files))
        {
            return before;
        }

        ILookup<string, LiveDocument> known = (before?._documents ?? []).ToLookup(
            static document => document.Sources.Root.Path, StringComparer.Ordinal);
        return new LiveProject(
            files,
            [.. SpecSources.Of(files.ToImmutableArray(), cancellationToken)
                .Select(sources => known[sources.Root.Path].FirstOrDefault(document => document.Sources.Equals(sources))
                    ?? new LiveDocument(sources, check))]);
    }

    /// <summary>The diagnostics of a file from all documents that read it, without duplicates.</summary>
    public IEnumerable<DiagnosticInfo> Check(string path, CancellationToken cancellationToken)
        => _documents
            .Where(document => document.Reaches(path))
            .SelectMany(document => document.Check(cancellationToken))
            .Where(diagnostic => diagnostic.Path == path)
            .Distinct();
}
