using System.Text.RegularExpressions;

namespace OgGen.Generator.Tests.Architecture;

/// <summary>
/// Words that code and comments do not use, because OpenAPI, JSON Schema or .NET has a term: <c>response</c> and not <c>answer</c>,
/// <c>derived type</c> and not <c>heir</c>, <c>untagged union</c> and not <c>choice</c>.
/// </summary>
/// <remarks>
/// Not on the list, because each is also an ordinary word or another term: <c>text</c> (that of a file, or printed code), <c>part</c> (of a
/// multipart body), <c>place</c> (<c>in place of</c>), <c>payload</c> (the generated names of webhook bodies end with it), <c>fault</c>
/// (<c>JsonFault</c>), <c>answered</c> (what a service did), <c>redirect</c> (of HTTP), <c>origin</c> (of a browser), <c>silent</c>,
/// <c>given</c>, <c>take</c>.
/// </remarks>
internal static partial class WordRules
{
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "answer", "answers", "choice", "choices", "claim", "claims", "claimed", "claiming", "heir", "heirs", "lack", "lacks", "lacking",
        "loose", "mention",
        "mentions", "mentioned", "misfit", "misfits", "moment", "moments", "pinned", "reply", "replies", "replied",
        "spot", "spots", "telling",
    };

    /// <summary>The uses of such words and phrases in files, each with its line.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<KeyValuePair<string, string>> files)
        =>
        [
            .. from file in files.OrderBy(static file => file.Key, StringComparer.Ordinal)
               from line in file.Value.Split('\n').Index()
               from word in WordsOf(line.Item)
               select $"{file.Key}:{line.Index + 1} has '{word}'",
        ];

    private static IEnumerable<string> WordsOf(string line)
        => Word().Matches(OtherMeanings().Replace(line, "")).Select(static match => match.Value).Where(s_words.Contains)
            .Concat(Phrase().Matches(line).Select(static match => match.Value));

    /// <summary>A word of a text, or of an identifier in PascalCase or camelCase.</summary>
    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    /// <summary>Names that have one of the words in its ordinary meaning.</summary>
    [GeneratedRegex(@"\bCredentialChoice\b", RegexOptions.CultureInvariant)]
    private static partial Regex OtherMeanings();

    [GeneratedRegex(
        @"\bas there\b|\bbe (they|it|he)\b|\b(comes?|came) to (be|one|a|an|the)\b"
            + @"|\bwhat [^.;]{0,60} (comes|came) to\b|\b(say|says|said|saying) nothing\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Phrase();
}
