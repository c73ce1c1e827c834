using Microsoft.OpenApi;

namespace OgGen.Generator.Planning;

/// <summary>The tags of a document: which one groups an operation, and the parents of each (OpenAPI 3.2).</summary>
internal sealed class TagTree(OpenApiDocument document)
{
    public OpenApiTag? Find(string? name) => document.Tags?.FirstOrDefault(tag => tag.Name == name);

    /// <summary>
    /// The tag by which an operation is grouped: the first for navigation; badges and audiences count where there is no other.
    /// </summary>
    public string? GroupOf(OpenApiOperation operation)
        => TagsOf(operation).FirstOrDefault(tag => Find(tag)?.Kind is null or "nav") ?? TagsOf(operation).FirstOrDefault();

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
        => (operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(static tag => tag.Reference.Id).OfType<string>();
}
