using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>A Markdown text as the lines of an XML element of a documentation comment.</summary>
/// <remarks>
/// Lists and quotations are read as texts of their own, up to a depth that no description needs; what is nested deeper is a paragraph. So
/// each line is looked at a bounded number of times.
/// </remarks>
internal sealed class MarkdownBlocks
{
    private const int MaxDepth = 6;
    private const int CodeIndentation = 4;

    private readonly IReadOnlyList<string> _lines;
    private readonly EquatableArray<DocLink> _links;
    private readonly int _depth;
    private readonly List<Block> _blocks = [];
    private int _next;

    private MarkdownBlocks(IReadOnlyList<string> lines, EquatableArray<DocLink> links, int depth)
    {
        _lines = lines;
        _links = links;
        _depth = depth;
    }

    /// <summary>The lines. A text that is one paragraph is no element of its own.</summary>
    /// <param name="text">The text, with \n between its lines.</param>
    /// <param name="links">The code spans that name something that is generated.</param>
    public static IReadOnlyList<string> Print(string text, EquatableArray<DocLink> links)
        => MarkdownScan.IsPlain(text) ? [CSharpText.Xml(text)]
            : MarkdownScan.IsParagraph(text) ? [MarkdownInlines.Print(text, links)]
            : Print(text.Split('\n'), links, 0);

    private static List<string> Print(IReadOnlyList<string> lines, EquatableArray<DocLink> links, int depth)
    {
        var blocks = new MarkdownBlocks(lines, links, depth);
        blocks.Read();
        bool isOne = blocks._blocks.Count == 1;
        var xml = new List<string>();
        foreach (Block block in blocks._blocks)
        {
            if (block.IsParagraph && !isOne)
            {
                AddWrapped(xml, "<para>", block.Lines, "</para>");
            }
            else
            {
                xml.AddRange(block.Lines);
            }
        }

        return xml;
    }

    private void Read()
    {
        while (_next < _lines.Count)
        {
            string line = _lines[_next];
            if (string.IsNullOrWhiteSpace(line))
            {
                _next++;
            }
            else if (MarkdownLine.Fence(line) is { Length: > 0 } fence)
            {
                ReadFence(fence);
            }
            else if (MarkdownLine.Indentation(line) >= CodeIndentation)
            {
                ReadIndentedCode();
            }
            else if (MarkdownLine.Heading(line) is { } heading)
            {
                _next++;
                AddParagraph(heading, isHeading: true);
            }
            else if (MarkdownLine.IsRule(line))
            {
                _next++;
            }
            else if (MarkdownLine.IsQuotation(line) && _depth < MaxDepth)
            {
                ReadQuotation();
            }
            else if (MarkdownLine.Item(line) is { } item && _depth < MaxDepth)
            {
                ReadList(item);
            }
            else if (MarkdownTable.Begins(_lines, _next))
            {
                _blocks.Add(new Block(MarkdownTable.Read(_lines, ref _next, _links), IsParagraph: false));
            }
            else
            {
                ReadParagraph();
            }
        }
    }

    private void AddParagraph(string text, bool isHeading = false)
    {
        string xml = MarkdownInlines.Print(text, _links);
        string[] lines = (isHeading ? $"<b>{xml}</b>" : xml).Split('\n');
        _blocks.Add(new Block(lines, IsParagraph: true));
    }

    private void AddCode(IEnumerable<string> code)
        => _blocks.Add(new Block(["<code>", .. code.Select(CSharpText.Xml), "</code>"], IsParagraph: false));

    private void ReadFence(string fence)
    {
        int indentation = MarkdownLine.Indentation(_lines[_next++]);
        var code = new List<string>();
        for (; _next < _lines.Count && !MarkdownLine.IsEndOf(fence, _lines[_next]); _next++)
        {
            code.Add(MarkdownLine.Outdent(_lines[_next], indentation));
        }

        _next++;
        AddCode(code);
    }

    private void ReadIndentedCode()
    {
        var code = new List<string>();
        for (; _next < _lines.Count
            && (string.IsNullOrWhiteSpace(_lines[_next]) || MarkdownLine.Indentation(_lines[_next]) >= CodeIndentation); _next++)
        {
            code.Add(MarkdownLine.Outdent(_lines[_next], CodeIndentation));
        }

        while (string.IsNullOrWhiteSpace(code[code.Count - 1]))
        {
            code.RemoveAt(code.Count - 1);
        }

        AddCode(code);
    }

    private void ReadQuotation()
    {
        var quoted = new List<string>();
        for (; _next < _lines.Count && MarkdownLine.IsQuotation(_lines[_next]); _next++)
        {
            quoted.Add(MarkdownLine.Quoted(_lines[_next]));
        }

        var inner = new MarkdownBlocks(quoted, _links, _depth + 1);
        inner.Read();
        _blocks.AddRange(inner._blocks);
    }

    private void ReadList(MarkdownItem first)
    {
        var xml = new List<string> { first.IsNumbered ? "<list type=\"number\">" : "<list type=\"bullet\">" };
        for (MarkdownItem? item = first; item is not null && item.IsNumbered == first.IsNumbered; item = NextItem())
        {
            AddWrapped(xml, "<item><description>", Print(ReadItem(item), _links, _depth + 1), "</description></item>");
        }

        xml.Add("</list>");
        _blocks.Add(new Block(xml, IsParagraph: false));
    }

    private MarkdownItem? NextItem()
        => _next < _lines.Count && !MarkdownLine.IsRule(_lines[_next]) && MarkdownLine.Indentation(_lines[_next]) < CodeIndentation
            ? MarkdownLine.Item(_lines[_next])
            : null;

    /// <summary>The lines of an item, without the indentation of its content.</summary>
    private List<string> ReadItem(MarkdownItem item)
    {
        var lines = new List<string> { item.Text };
        bool isAfterBlank = false;
        for (_next++; _next < _lines.Count; _next++)
        {
            string line = _lines[_next];
            bool isBlank = string.IsNullOrWhiteSpace(line);
            bool isInside = MarkdownLine.Indentation(line) >= item.Content;
            bool isLazy = !isAfterBlank && MarkdownLine.Item(line) is null && !MarkdownLine.InterruptsParagraph(line);
            if (!isBlank && !isInside && !isLazy)
            {
                break;
            }

            lines.Add(isBlank ? "" : MarkdownLine.Outdent(line, item.Content));
            isAfterBlank = isBlank;
        }

        return lines;
    }

    private void ReadParagraph()
    {
        string first = _lines[_next++].TrimStart();
        if (_next == _lines.Count || string.IsNullOrWhiteSpace(_lines[_next]))
        {
            AddParagraph(first);
            return;
        }

        var lines = new List<string> { first };
        while (_next < _lines.Count && !string.IsNullOrWhiteSpace(_lines[_next]))
        {
            if (MarkdownLine.IsUnderline(_lines[_next]))
            {
                _next++;
                AddParagraph(string.Join("\n", lines), isHeading: true);
                return;
            }

            if (MarkdownLine.InterruptsParagraph(_lines[_next]) || MarkdownTable.Begins(_lines, _next))
            {
                break;
            }

            lines.Add(_lines[_next++].TrimStart());
        }

        AddParagraph(string.Join("\n", lines));
    }

    /// <summary>Adds lines as the content of an element.</summary>
    private static void AddWrapped(List<string> xml, string start, IReadOnlyList<string> lines, string end)
    {
        if (lines.Count < 2)
        {
            xml.Add(start + (lines.Count == 0 ? "" : lines[0]) + end);
            return;
        }

        xml.Add(start + lines[0]);
        for (int i = 1; i < lines.Count - 1; i++)
        {
            xml.Add(lines[i]);
        }

        xml.Add(lines[lines.Count - 1] + end);
    }

    private sealed record Block(IReadOnlyList<string> Lines, bool IsParagraph);
}
