using System.Collections.Immutable;
using OgGen.Generator.Common;

namespace OgGen.Generator.Document;

/// <summary>A document, and the other files of the project to which its references may lead.</summary>
internal sealed record SpecSources(SpecFile Root, EquatableArray<SpecFile> Others)
{
    /// <summary>
    /// Follows the candidate references of a document: an edit of a file runs only the documents again that may refer to it.
    /// </summary>
    public static IEnumerable<SpecSources> Gather(
        (CandidateReferences Root, ImmutableArray<CandidateReferences> All) input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return input.Root.File.IsReference ? [] : [new SpecSources(input.Root.File, Reachable(input.Root, input.All))];
    }

    /// <summary>
    /// The documents among files, each with the files that its references may lead to: the steps of the pipeline, one after the other.
    /// </summary>
    public static IEnumerable<SpecSources> Of(ImmutableArray<SpecFile> files, CancellationToken cancellationToken)
    {
        ImmutableArray<SpecFile> specs = SpecFileReader.AssignNamespaces(files, cancellationToken).ToImmutableArray();
        ImmutableArray<string> paths = specs.Select(static spec => spec.Path).ToImmutableArray();
        ImmutableArray<CandidateReferences> candidates = specs.Select(spec => CandidateReferences.Find((spec, paths), cancellationToken))
            .ToImmutableArray();
        return candidates.SelectMany(root => Gather((root, candidates), cancellationToken));
    }

    private static EquatableArray<SpecFile> Reachable(CandidateReferences root, ImmutableArray<CandidateReferences> all)
    {
        if (root.Paths.Count == 0)
        {
            return default;
        }

        ILookup<string, CandidateReferences> byPath = all.ToLookup(static candidates => candidates.File.Path, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { root.File.Path };
        var others = new List<SpecFile>();
        var pending = new Queue<string>(root.Paths);
        while (pending.Count > 0)
        {
            string path = pending.Dequeue();
            if (reached.Add(path) && byPath[path].FirstOrDefault() is { } candidates)
            {
                others.Add(candidates.File);
                candidates.Paths.ToList().ForEach(pending.Enqueue);
            }
        }

        return others.OrderBy(static file => file.Path, StringComparer.Ordinal).ToEquatable();
    }
}

/// <summary>
/// A file and its candidate references: the other declared files whose names are in its text. It refers to no other file.
/// </summary>
internal sealed record CandidateReferences(SpecFile File, EquatableArray<string> Paths)
{
    public static CandidateReferences Find((SpecFile File, ImmutableArray<string> Paths) input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string text = input.File.Text ?? "";
        return new CandidateReferences(
            input.File,
            input.Paths.Where(path => path != input.File.Path && text.IndexOf(LiteralPart(path), StringComparison.Ordinal) >= 0)
                .ToEquatable());
    }

    /// <summary>The longest part of a file's name that a reference contains literally, even if the rest is percent-encoded.</summary>
    private static string LiteralPart(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (name.All(IsPlain))
        {
            return name;
        }

        return new string(name.Select(static c => IsPlain(c) ? c : '\n').ToArray())
            .Split('\n')
            .OrderByDescending(static run => run.Length)
            .First();
    }

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-';
}
