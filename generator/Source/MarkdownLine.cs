namespace OgGen.Generator.Source;

/// <summary>What begins an item of a list.</summary>
/// <param name="IsNumbered">Whether a number stands before it.</param>
/// <param name="Content">The indentation of its content.</param>
/// <param name="Text">The rest of its line.</param>
internal sealed record MarkdownItem(bool IsNumbered, int Content, string Text);

/// <summary>What a line of Markdown is by itself.</summary>
internal static class MarkdownLine
{
    private const int CodeIndentation = 4;
    private const int MostDigits = 9;
    private const int MostSpaces = 4;

    /// <summary>The spaces before the text; a tab counts as many as indented code has.</summary>
    public static int Indentation(string line)
    {
        int indentation = 0;
        foreach (char c in line)
        {
            if (c is not (' ' or '\t'))
            {
                break;
            }

            indentation += c == '\t' ? CodeIndentation : 1;
        }

        return indentation;
    }

    /// <summary>The line without so many spaces at its start, or without those that there are.</summary>
    public static string Outdent(string line, int indentation)
    {
        int start = 0;
        for (int width = 0; start < line.Length && width < indentation && line[start] is ' ' or '\t'; start++)
        {
            width += line[start] == '\t' ? CodeIndentation : 1;
        }

        return line.Substring(start);
    }

    /// <summary>The characters with which the line opens a block of code; empty if it opens none.</summary>
    public static string Fence(string line)
    {
        string text = Indentation(line) < CodeIndentation ? line.TrimStart() : "";
        int length = 0;
        while (length < text.Length && text[length] is '`' or '~' && text[length] == text[0])
        {
            length++;
        }

        // A line that has the backticks twice is a code span.
        return length >= 3 && (text[0] == '~' || text.IndexOf('`', length) < 0) ? text.Substring(0, length) : "";
    }

    public static bool IsEndOf(string fence, string line)
        => line.Trim() is { } text && text.Length >= fence.Length && text.All(c => c == fence[0]);

    /// <summary>The text of a heading; null if the line is none.</summary>
    public static string? Heading(string line)
    {
        string text = line.TrimStart();
        int level = text.Length - text.TrimStart('#').Length;
        return level is > 0 and <= 6 && (text.Length == level || char.IsWhiteSpace(text[level]))
            ? text.Substring(level).Trim().TrimEnd('#').TrimEnd()
            : null;
    }

    /// <summary>Whether the line stands below a heading, and makes it one.</summary>
    public static bool IsUnderline(string line)
        => Indentation(line) < CodeIndentation
            && line.Trim() is { Length: > 1 } text
            && text[0] is '=' or '-'
            && text.All(c => c == text[0]);

    /// <summary>Whether the line is a rule across the page.</summary>
    public static bool IsRule(string line)
    {
        int count = 0;
        char mark = ' ';
        foreach (char c in line)
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            mark = count++ == 0 ? c : mark;
            if (c is not ('-' or '*' or '_') || c != mark)
            {
                return false;
            }
        }

        return count >= 3;
    }

    public static bool IsQuotation(string line)
        => Indentation(line) < CodeIndentation && line.TrimStart() is { Length: > 0 } text && text[0] == '>';

    /// <summary>A line of a quotation without its mark.</summary>
    public static string Quoted(string line)
    {
        string text = line.TrimStart().Substring(1);
        return text.Length > 0 && text[0] == ' ' ? text.Substring(1) : text;
    }

    /// <summary>The item of a list that the line begins; null if it begins none.</summary>
    public static MarkdownItem? Item(string line)
    {
        int start = line.Length - line.TrimStart().Length;
        int end = start;
        while (end < line.Length && end - start < MostDigits && line[end] is >= '0' and <= '9')
        {
            end++;
        }

        bool isNumbered = end > start;
        if (end == line.Length || !(isNumbered ? line[end] is '.' or ')' : line[end] is '-' or '*' or '+'))
        {
            return null;
        }

        string rest = line.Substring(end + 1);
        string text = rest.TrimStart();
        int spaces = rest.Length - text.Length;
        if (spaces == 0 && rest.Length > 0)
        {
            return null;
        }

        int marker = Indentation(line) + end + 1 - start;
        return spaces > MostSpaces
            ? new MarkdownItem(isNumbered, marker + 1, rest.Substring(1))
            : new MarkdownItem(isNumbered, marker + Math.Max(spaces, 1), text);
    }

    /// <summary>Whether the line ends a paragraph that stands before it.</summary>
    public static bool InterruptsParagraph(string line)
        => Indentation(line) < CodeIndentation
            && (Fence(line).Length > 0
                || Heading(line) is not null
                || IsRule(line)
                || IsQuotation(line)
                || Item(line) is { Text.Length: > 0 } item && (!item.IsNumbered || line.TrimStart() is ['1', '.' or ')', ..]));
}
