using OgGen.Conformance.Corpus;

namespace OgGen.Conformance.Shards;

/// <summary>Which documents of a large folder are run: every small one, some of the large ones by a seed, and of these one shard.</summary>
/// <param name="Index">Which shard, from 1.</param>
/// <param name="Count">How many shards there are.</param>
internal sealed record ShardSelection(int Index, int Count)
{
    /// <summary>The size in bytes from which a document is large.</summary>
    public const long LargeSize = 1_000_000;

    /// <summary>How many large documents are run; all by default.</summary>
    public int Large { get; init; } = int.MaxValue;

    /// <summary>Which large ones: the same seed takes the same documents of the same folder.</summary>
    public int Seed { get; init; }

    /// <summary>The text <c>2/8</c> as the second of eight shards; null where it is none.</summary>
    public static ShardSelection? Parse(string text)
        => text.Split('/') is [var index, var count] && int.TryParse(index, out int i) && int.TryParse(count, out int n) && i >= 1 && i <= n
            ? new ShardSelection(i, n)
            : null;

    /// <summary>The documents of the shard. Together the shards have each document once.</summary>
    public IReadOnlyList<CorpusDocument> Take(IEnumerable<CorpusDocument> documents)
    {
        ILookup<bool, CorpusDocument> bySize = documents
            .OrderBy(static document => document.Name, StringComparer.Ordinal)
            .ToLookup(static document => new FileInfo(document.Path).Length >= LargeSize);
        CorpusDocument[] large = [.. bySize[true]];
#pragma warning disable CA5394 // The seed makes the choice repeatable; nothing secret depends on it.
        new Random(Seed).Shuffle(large);
#pragma warning restore CA5394
        return [.. bySize[false].Concat(large.Take(Large)).Where((_, i) => i % Count == Index - 1)];
    }
}
