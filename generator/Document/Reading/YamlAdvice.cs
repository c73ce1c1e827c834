using System.Globalization;
using YamlDotNet.Core;

namespace OgGen.Generator.Document.Reading;

/// <summary>Locates and explains frequent mistakes in YAML that other readers accept.</summary>
internal static class YamlAdvice
{
    /// <summary>Zero-based line and column of the mistake. For a tab, the scanner reports a position before it.</summary>
    /// <param name="error">The error of the scanner.</param>
    /// <param name="text">The text.</param>
    /// <param name="read">How far the text was read before.</param>
    public static (int Line, int Column) Locate(YamlException error, string text, Mark read)
    {
        Mark mark = error.Start.Index > 0 ? error.Start : read;
        if (error.Message.IndexOf(" tab ", StringComparison.Ordinal) >= 0)
        {
            int at = StartOf(text, mark.Line);
            for (int number = (int)mark.Line - 1; at < text.Length; number++)
            {
                int end = YamlLines.End(text, at);
                int first = YamlLines.FirstNonBlank(text, at, end);
                if (first < end && text.IndexOf('\t', at, first - at) is >= 0 and var tab)
                {
                    return (number, tab - at);
                }

                at = YamlLines.AfterBreak(text, end);
            }
        }

        return ((int)mark.Line - 1, (int)mark.Column - 1);
    }

    /// <summary>The message of the parser, and for some mistakes the line to change.</summary>
    public static string MessageFor(YamlException error, string text)
    {
        if (error.Message.IndexOf("found wrong indentation", StringComparison.Ordinal) < 0 || error.End.Line <= error.Start.Line)
        {
            return error.Message;
        }

        // Within quotes, each line of a value has to be indented more than the key that it belongs to.
        string line = Number(error.End.Line);
        int parent = ParentColumn(LineBefore(text, error.Start));
        return $"the quoted text that begins here goes on in line {line}, which is indented too little; indent line {line} by more than "
            + (parent < 0 ? "the element that the text belongs to" : Number(parent) + (parent == 1 ? " space" : " spaces"));
    }

    /// <summary>The column of the key, or of the hyphen, before a value in its line; -1 where neither is there.</summary>
    private static int ParentColumn(string before)
    {
        int column = -1;
        int at = 0;
        while (at < before.Length && before[at] is ' ' or '-' or '?')
        {
            column = before[at] == ' ' ? column : at;
            at++;
        }

        return before.TrimEnd().EndsWith(":", StringComparison.Ordinal) ? at : column;
    }

    private static string LineBefore(string text, Mark mark)
    {
        int line = StartOf(text, mark.Line);
        return text.Substring(line, Math.Min((int)mark.Column - 1, text.Length - line));
    }

    /// <summary>The index at which a line begins, of which the first has the number 1.</summary>
    private static int StartOf(string text, long number)
    {
        int line = 0;
        for (long i = 1; i < number; i++)
        {
            line = YamlLines.Next(text, line);
        }

        return line;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
