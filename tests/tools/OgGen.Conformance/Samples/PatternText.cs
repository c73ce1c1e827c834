using System.Text;
using System.Text.RegularExpressions;

namespace OgGen.Conformance.Samples;

/// <summary>
/// A text for the usual kinds of patterns: literals, classes and counts, one after another. Others are left to the judge.
/// </summary>
internal static partial class PatternText
{
    public static string Make(string pattern)
    {
        StringBuilder text = new();
        foreach (Match piece in Piece().Matches(pattern.TrimStart('^').TrimEnd('$')))
        {
            string set = piece.Groups["set"].Value;
            char letter = set switch
            {
                @"\d" => '7',
                @"\w" => 'w',
                @"\s" => ' ',
                @"\S" or @"\D" or "." => 's',
                ['\\', char escaped] => escaped,
                ['[', '^', ..] => "zZ9_ ".FirstOrDefault(c => !set.Contains(c, StringComparison.Ordinal), 'q'),
                ['[', '\\', 'd', ..] => '7',
                ['[', '\\', 'w', ..] => 'w',
                // White space alone is a text that few places take.
                ['[', ' ', char second and not ']' and not '-' and not '\\', ..] => second,
                ['[', char first, ..] => first,
                [char literal] => literal,
                _ => 'x',
            };
            int count = piece.Groups["count"].Success
                ? int.Parse(piece.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture)
                : piece.Groups["optional"].Success ? 0
                : 1;
            text.Append(letter, Math.Min(count, 1000));
        }

        return text.ToString();
    }

    [GeneratedRegex(@"(?<set>\[\^?\]?(?:\\.|[^\]])*\]|\\.|[^()|?*+{}])(?:\{(?<count>[0-9]+)(?:,[0-9]*)?\}|(?<optional>[?*])|\+)?")]
    private static partial Regex Piece();
}
