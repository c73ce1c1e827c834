using System.Text.RegularExpressions;

namespace OgGen.Generator.Planning;

/// <summary>Paths of a document, as templates of requests.</summary>
internal static class PathTemplate
{
    /// <summary>A variable: its name is the first group.</summary>
    public static Regex Variable { get; } = new("\\{([^{}]*)\\}", RegexOptions.CultureInvariant);

    /// <summary>A path as it is sent: a fragment tells operations apart and is not.</summary>
    public static string WithoutFragment(string path) => path.Split('#')[0];

    /// <summary>The names of the variables, in the order of the path.</summary>
    public static IEnumerable<string> VariablesOf(string path)
        => Variable.Matches(WithoutFragment(path)).Cast<Match>().Select(static variable => variable.Groups[1].Value);

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

        return path.Split('?')[0].Split('/').Any(IsDots) ? "has a segment '.' or '..', which servers resolve" : null;
    }

    private static bool IsDots(string segment)
        => segment.Replace("%2e", ".").Replace("%2E", ".") is "." or "..";
}
