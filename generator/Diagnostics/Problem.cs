using OgGen.Generator.Common;
using OgGen.Generator.Document;

namespace OgGen.Generator.Diagnostics;

/// <summary>Something wrong in a document, at a JSON pointer.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Pointer">Where: a JSON pointer (<c>/paths/~1pets/get</c>).</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record Problem(string Id, string Pointer, EquatableArray<string> Arguments)
{
    public Problem(string id, string pointer, params string[] arguments)
        : this(id, pointer, new EquatableArray<string>(arguments))
    {
    }

    /// <summary>The file that the pointer is about; null for the document as it is built, parts of which come from other files.</summary>
    public SpecFile? File { get; init; }

    /// <summary>Zero-based line and column, where a text has no pointers yet.</summary>
    public (int Line, int Column)? Position { get; init; }

    /// <summary>At most so many problems, errors first; in the given order if that is all of them.</summary>
    public static IEnumerable<Problem> MostSevere(IReadOnlyCollection<Problem> problems, int most)
        => problems.Count <= most
            ? problems
            : problems.OrderByDescending(static problem => Descriptors.Of(problem.Id).DefaultSeverity).Take(most);
}
