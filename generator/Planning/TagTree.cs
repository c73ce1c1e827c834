using Microsoft.OpenApi;

namespace OgGen.Generator.Planning;

/// <summary>The tags of a document: which one groups an operation, and the parents of each (OpenAPI 3.2).</summary>
internal sealed class TagTree(OpenApiDocument document)
{
    private readonly ILookup<string?, OpenApiTag> _tags = (document.Tags ?? new HashSet<OpenApiTag>())
        .ToLookup(static tag => tag.Name, StringComparer.Ordinal);

    public OpenApiTag? Find(string? name) => _tags[name].FirstOrDefault();

    /// <summary>
    /// The tag by which an operation is grouped: the first for navigation; badges and audiences count where there is no other.
    /// </summary>
    public string? GroupOf(OpenApiOperation operation)
    {
        string? first = null;
        foreach (string tag in TagsOf(operation))
        {
            if (Find(tag)?.Kind is null or "nav")
            {
                return tag;
            }

            first ??= tag;
        }

        return first;
    }

    /// <summary>A tag, then those above it.</summary>
    public IEnumerable<string> Chain(string tag)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? next = tag; next is not null && seen.Add(next); next = Find(next)?.Parent?.Reference.Id)
        {
            yield return next;
        }
    }

    /// <summary>Whether an operation has one of these tags, or one below them; none wanted are all wanted.</summary>
    public bool HasAny(OpenApiOperation operation, IReadOnlyCollection<string> wanted)
        => wanted.Count == 0 || TagsOf(operation).SelectMany(Chain).Any(tag => wanted.Contains(tag, StringComparer.Ordinal));

    public static IEnumerable<string> TagsOf(OpenApiOperation operation)
        => operation.Tags is { Count: > 0 } tags ? tags.Select(static tag => tag.Reference.Id).OfType<string>() : [];
}
