using System.Text.RegularExpressions;

namespace OgGen.Fuzz;

/// <summary>Changes that do not know what they change: characters and tokens of a text.</summary>
internal static partial class TextMutations
{
    public static string Change(string text, Random random)
    {
        if (text.Length < 2)
        {
            return text;
        }

        int at = random.Next(text.Length);
        int length = random.Next(1, Math.Min(40, text.Length - at) + 1);
        return random.Next(7) switch
        {
            0 => text[..at],
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at] + (char)(text[at] ^ (1 << random.Next(8))) + text[(at + 1)..],
            4 => text.Insert(at, ((char)random.Next(0x10000)).ToString()),
            5 => text.Insert(at, Texts.Any(random)),
            _ => Tokens(text, random),
        };
    }

    /// <summary>Puts one token in the place of another.</summary>
    private static string Tokens(string text, Random random)
    {
        MatchCollection tokens = Token().Matches(text);
        if (tokens.Count == 0)
        {
            return text;
        }

        Match from = tokens[random.Next(tokens.Count)];
        Match to = tokens[random.Next(tokens.Count)];
        return text[..to.Index] + from.Value + text[(to.Index + to.Length)..];
    }

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Token();
}
