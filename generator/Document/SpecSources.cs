using System.Collections.Immutable;
using OgGen.Generator.Common;

namespace OgGen.Generator.Document;

/// <summary>A document, and the other files of the project to which its references may lead.</summary>
internal sealed record SpecSources(SpecFile Root, EquatableArray<SpecFile> Others)
{
    /// <summary>Follows the mentions from a document: an edit of a file runs those documents again that may refer to it, and no other.</summary>
    public static IEnumerable<SpecSources> Gather((SpecMentions Root, ImmutableArray<SpecMentions> All) input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return input.Root.File.IsReference ? [] : [new SpecSources(input.Root.File, Reachable(input.Root, input.All))];
    }

    /// <summary>The documents among files, each with the files that its references may lead to: the steps of the pipeline, one after the other.</summary>
    public static IEnumerable<SpecSources> Of(ImmutableArray<SpecFile> files, CancellationToken cancellationToken)
    {
        ImmutableArray<SpecFile> specs = SpecFileReader.ClaimNamespaces(files, cancellationToken).ToImmutableArray();
        ImmutableArray<string> paths = specs.Select(static spec => spec.Path).ToImmutableArray();
        ImmutableArray<SpecMentions> mentions = specs.Select(spec => SpecMentions.Find((spec, paths), cancellationToken)).ToImmutableArray();
        return mentions.SelectMany(root => Gather((root, mentions), cancellationToken));
    }

    private static EquatableArray<SpecFile> Reachable(SpecMentions root, ImmutableArray<SpecMentions> all)
    {
        if (root.Paths.Count == 0)
        {
            return default;
        }

        ILookup<string, SpecMentions> byPath = all.ToLookup(static mentions => mentions.File.Path, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { root.File.Path };
        var others = new List<SpecFile>();
        var pending = new Queue<string>(root.Paths);
        while (pending.Count > 0)
        {
            string path = pending.Dequeue();
            if (reached.Add(path) && byPath[path].FirstOrDefault() is { } mentions)
            {
                others.Add(mentions.File);
                mentions.Paths.ToList().ForEach(pending.Enqueue);
            }
        }

        return others.OrderBy(static file => file.Path, StringComparer.Ordinal).ToEquatable();
    }
}

/// <summary>A file, and the other declared files whose names stand in its text. Some of them it may not refer to; it refers to no other.</summary>
internal sealed record SpecMentions(SpecFile File, EquatableArray<string> Paths)
{
    public static SpecMentions Find((SpecFile File, ImmutableArray<string> Paths) input, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string text = input.File.Text ?? "";
        return new SpecMentions(
            input.File,
            input.Paths.Where(path => path != input.File.Path && text.IndexOf(TellingPart(path), StringComparison.Ordinal) >= 0).ToEquatable());
    }

    /// <summary>The part of a file's name that stands in a reference as it is, whatever is percent-encoded there.</summary>
    private static string TellingPart(string path)
    {
        string name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (name.All(IsPlain))
        {
            return name;
        }

        return new string(name.Select(static c => IsPlain(c) ? c : '\n').ToArray()).Split('\n').OrderByDescending(static run => run.Length).First();
    }

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-';
}
