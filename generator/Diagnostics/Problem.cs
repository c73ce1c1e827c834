using OgGen.Generator.Common;
using OgGen.Generator.Document;

namespace OgGen.Generator.Diagnostics;

/// <summary>A problem in a document, located by a JSON pointer.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Pointer">The JSON pointer of the element (<c>/paths/~1pets/get</c>).</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record Problem(string Id, string Pointer, EquatableArray<string> Arguments)
{
    public Problem(string id, string pointer, params string[] arguments)
        : this(id, pointer, new EquatableArray<string>(arguments))
    {
    }

    /// <summary>
    /// The file of the pointer; null for the document as it is built, with the elements that were imported from other files.
    /// </summary>
    public SpecFile? File { get; init; }

    /// <summary>Zero-based line and column of a problem that is found before there are JSON pointers.</summary>
    public (int Line, int Column)? Position { get; init; }

    /// <summary>The first problems up to a limit, errors first; all of them in their order where they are fewer.</summary>
    public static IEnumerable<Problem> MostSevere(IReadOnlyCollection<Problem> problems, int most)
        => problems.Count <= most
            ? problems
            : problems.OrderByDescending(static problem => Descriptors.Of(problem.Id).DefaultSeverity).Take(most);
}
