using System.Text.RegularExpressions;
using OgGen.Generator.Common;

namespace OgGen.Generator.Planning;

/// <summary>Paths of a document, as templates of requests.</summary>
internal static class PathTemplate
{
    /// <summary>A variable: its name is the first group.</summary>
    public static Regex Variable { get; } = new("\\{([^{}]*)\\}", RegexOptions.CultureInvariant);

    /// <summary>A path as it is sent: a fragment tells operations apart and is not.</summary>
    public static string WithoutFragment(string path) => UpTo(path, '#');

    /// <summary>What a path consists of: the names of variables, and the text between them.</summary>
    public static List<(string Text, bool IsVariable)> PiecesOf(string path)
    {
        var pieces = new List<(string Text, bool IsVariable)>();
        int end = 0;
        for (Match variable = Variable.Match(path); variable.Success; variable = variable.NextMatch())
        {
            AddLiteral(variable.Index);
            pieces.Add((path.Substring(variable.Index + 1, variable.Length - 2), true));
            end = variable.Index + variable.Length;
        }

        AddLiteral(path.Length);
        return pieces;

        void AddLiteral(int next)
        {
            if (next > end)
            {
                pieces.Add((path.Substring(end, next - end), false));
            }
        }
    }

    /// <summary>The reason why a path cannot be called, as a clause; null where it can.</summary>
    public static string? FindError(string path)
    {
        string literals = Variable.Replace(path, "");
        if (!path.StartsWith("/", StringComparison.Ordinal)
            || path.StartsWith("//", StringComparison.Ordinal)
            || literals.IndexOfAny(['{', '}', '\\']) >= 0)
        {
            return "is no path template";
        }

        if (path.Contains("{}"))
        {
            return "has a variable without a name";
        }

        // Spaces and line ends would end the request line, halves of surrogate pairs have no encoding.
        if (literals.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c)))
        {
            return "has a character that no path holds";
        }

        // Most paths have no dot, and need no segments.
        return (path.IndexOf('.') >= 0 || path.IndexOf('%') >= 0) && UpTo(path, '?').Split('/').Any(IsDots)
            ? "has a segment '.' or '..', which servers resolve"
            : null;
    }

    private static string UpTo(string path, char end) => path.IndexOf(end) is >= 0 and var length ? path.Substring(0, length) : path;

    private static bool IsDots(string segment)
        => segment.Replace("%2e", ".").Replace("%2E", ".") is "." or "..";
}
