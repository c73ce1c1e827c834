using Microsoft.OpenApi;

namespace OgGen.Generator.Building;

/// <content>Tags: which one groups an operation, and which ones stand above it (3.2).</content>
internal sealed partial class ModelBuilder
{
    private static IEnumerable<string> TagsOf(OpenApiOperation operation)
        => (operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(static tag => tag.Reference.Id).OfType<string>();

    private OpenApiTag? FindTag(string? name) => _document.Tags?.FirstOrDefault(tag => tag.Name == name);

    /// <summary>The first tag for finding one's way; badges and audiences say something else, and count where there is nothing better.</summary>
    private string? GroupTag(OpenApiOperation operation)
        => TagsOf(operation).FirstOrDefault(tag => FindTag(tag)?.Kind is null or "nav") ?? TagsOf(operation).FirstOrDefault();

    /// <summary>A tag, then those above it.</summary>
    private IEnumerable<string> TagChain(string tag)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? next = tag; next is not null && seen.Add(next); next = FindTag(next)?.Parent?.Reference.Id)
        {
            yield return next;
        }
    }
}
