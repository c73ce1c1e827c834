using System.Text;

namespace OgGen.Generator.Document.Reading;

/// <summary>A block scalar (<c>|</c> or <c>&gt;</c>) of a YAML document. Indexes count characters.</summary>
/// <param name="Start">The index of the indicator.</param>
/// <param name="IsLiteral">Whether line breaks are kept.</param>
/// <param name="HasIndicator">Whether the header has an indentation indicator.</param>
/// <param name="Chomping"><c>+</c> keeps the line breaks at the end, <c>-</c> keeps none; any other character keeps one.</param>
/// <param name="Indentation">The spaces before each line of the text.</param>
/// <param name="FirstLine">The index of the first line after the header.</param>
/// <param name="TextLine">The index of the first line that is more than spaces; that of the end where there is none.</param>
/// <param name="End">The index of the first line that does not belong to the scalar.</param>
internal sealed record BlockScalar(
    int Start, bool IsLiteral, bool HasIndicator, char Chomping, int Indentation, int FirstLine, int TextLine, int End)
{
    /// <summary>
    /// The spaces of the longest line before the text; 0 where there is no text, so that no line is indented more than another.
    /// </summary>
    public int LongestLead(string text)
    {
        int longest = 0;
        for (int line = FirstLine; line < TextLine && (HasIndicator || End > TextLine); line = YamlLines.Next(text, line))
        {
            longest = Math.Max(longest, YamlLines.Indentation(text, line));
        }

        return longest;
    }

    /// <summary>The value of a literal scalar.</summary>
    public string LiteralValue(string text)
    {
        var value = new StringBuilder();
        int kept = 0;
        for (int line = FirstLine; line < End; line = YamlLines.Next(text, line))
        {
            int end = YamlLines.End(text, line);
            if (end - line > Indentation)
            {
                value.Append(text, line + Indentation, end - line - Indentation);
                kept = value.Length;
            }

            value.Append(end < text.Length ? "\n" : "");
        }

        value.Length = Chomping switch
        {
            '+' => value.Length,
            '-' => kept,
            _ => Math.Min(kept == 0 ? 0 : kept + 1, value.Length),
        };
        return value.ToString();
    }
}
