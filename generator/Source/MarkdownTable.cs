using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>A table of Markdown as a list of documentation comments, a row an item.</summary>
internal static class MarkdownTable
{
    /// <summary>Whether a table begins at a line: a line of dashes stands below its heads.</summary>
    public static bool Begins(IReadOnlyList<string> lines, int index)
        => index + 1 < lines.Count
            && lines[index].IndexOf('|') >= 0
            && lines[index + 1] is { } rule
            && rule.IndexOf('|') >= 0
            && rule.IndexOf('-') >= 0
            && rule.All(static c => c is '|' or '-' or ':' or ' ' or '\t');

    /// <summary>The lines of the table that begins at a line.</summary>
    /// <param name="lines">The lines of the text.</param>
    /// <param name="next">The first line of the table; then the line after it.</param>
    /// <param name="links">The code spans that name something that is generated.</param>
    public static IReadOnlyList<string> Read(IReadOnlyList<string> lines, ref int next, EquatableArray<DocLink> links)
    {
        var xml = new List<string> { "<list type=\"table\">", Row("listheader", lines[next], links) };
        for (next += 2; next < lines.Count && lines[next].IndexOf('|') >= 0; next++)
        {
            xml.Add(Row("item", lines[next], links));
        }

        xml.Add("</list>");
        return xml;
    }

    /// <summary>The cells of a row: the last one is its description, the others are its terms.</summary>
    private static string Row(string element, string line, EquatableArray<DocLink> links)
    {
        List<string> cells = Cells(line).ConvertAll(cell => MarkdownInlines.Print(cell.Trim(), links));
        IEnumerable<string> terms = cells.Take(cells.Count - 1).Select(static cell => $"<term>{cell}</term>");
        return $"<{element}>{string.Concat(terms)}<description>{cells[cells.Count - 1]}</description></{element}>";
    }

    private static List<string> Cells(string line)
    {
        string row = line.Trim();
        int start = row.Length > 0 && row[0] == '|' ? 1 : 0;
        var cells = new List<string>();
        for (int i = start; i < row.Length; i++)
        {
            if (row[i] == '|' && (i == 0 || row[i - 1] != '\\'))
            {
                cells.Add(row.Substring(start, i - start));
                start = i + 1;
            }
        }

        if (start < row.Length || cells.Count == 0)
        {
            cells.Add(row.Substring(start));
        }

        return cells;
    }
}
