using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Source;

/// <summary>The text of a Markdown paragraph as the content of an XML element of a documentation comment.</summary>
/// <remarks>
/// One pass, in which every delimiter is put on a stack once and taken off once: the time is linear in the text, whatever is opened and
/// never closed. What is no markup stands for itself. Elements nest, as one that closes takes off the stack what was opened inside of it.
/// </remarks>
internal sealed class MarkdownInlines
{
    private readonly string _text;
    private readonly EquatableArray<DocLink> _links;
    private readonly CodeSpans _code;
    private readonly List<string> _xml = [];

    // What may be closed yet: its markup, the index of its XML, and the address of a link in HTML.
    private Stack<(string Markup, int Index, string Address)>? _open;
    private Dictionary<string, int>? _openCounts;

    // Where the text begins that is not printed yet.
    private int _plain;

    private MarkdownInlines(string text, EquatableArray<DocLink> links)
    {
        _text = text;
        _links = links;
        _code = new CodeSpans(text);
    }

    /// <summary>The XML of a paragraph, in which the line ends are kept.</summary>
    /// <param name="text">The paragraph, with \n between its lines.</param>
    /// <param name="links">The code spans that name something that is generated.</param>
    public static string Print(string text, EquatableArray<DocLink> links) => new MarkdownInlines(text, links).Print();

    private string Print()
    {
        for (int at = 0; at < _text.Length;)
        {
            at = _text[at] switch
            {
                '\n' => LineEnd(at),
                '\\' => Escape(at),
                '`' => Code(at),
                '*' or '_' => Emphasis(at),
                '[' => Open("[", at, at + 1),
                '!' when CharAt(at + 1) == '[' => Open("[", at, at + 2),
                ']' => Link(at),
                '<' => Angle(at),
                '&' => Entity(at),
                'h' => Address(at),
                _ => at + 1,
            };
        }

        Flush(_text.Length, _text.Length);
        return _xml.Count == 1 ? _xml[0] : string.Concat(_xml);
    }

    private char CharAt(int index) => index >= 0 && index < _text.Length ? _text[index] : ' ';

    /// <summary>Prints the text before a piece of markup, and goes on after it.</summary>
    private int Flush(int start, int end)
    {
        if (start > _plain)
        {
            _xml.Add(CSharpText.Xml(_text.Substring(_plain, start - _plain)));
        }

        return _plain = end;
    }

    private int Replace(int start, int end, string xml)
    {
        Flush(start, end);
        _xml.Add(xml);
        return end;
    }

    /// <summary>Two spaces at the end of a line break it.</summary>
    private int LineEnd(int at)
    {
        int start = at;
        while (start > _plain && _text[start - 1] == ' ')
        {
            start--;
        }

        return Replace(start, at + 1, at - start > 1 ? "<br/>\n" : "\n");
    }

    private int Escape(int at)
    {
        char next = CharAt(at + 1);
        if (next == '\n')
        {
            return Replace(at, at + 2, "<br/>\n");
        }

        if (!IsPunctuation(next))
        {
            return at + 1;
        }

        Flush(at, at + 1);
        return at + 2;
    }

    private int Code(int at)
    {
        int length = _code.RunAt(at);
        int end = _code.EndOf(at, length);
        if (end < 0)
        {
            return at + length;
        }

        string code = _code.CodeOf(at, length, end);
        return Replace(
            at,
            end + length,
            LinkOf(code) is { } link ? $"<see cref=\"{CSharpText.Reference(link)}\"/>" : $"<c>{CSharpText.Xml(code)}</c>");
    }

    private DocLink? LinkOf(string code)
    {
        foreach (DocLink link in _links)
        {
            if (link.Code == code)
            {
                return link;
            }
        }

        return null;
    }

    private int Emphasis(int at)
    {
        int end = at;
        while (CharAt(end) == _text[at])
        {
            end++;
        }

        char before = CharAt(at - 1);
        char after = CharAt(end);
        bool mayOpen = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
        bool mayClose = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
        if (_text[at] == '_')
        {
            // Not inside of a word, as in snake_case.
            (mayOpen, mayClose) = (mayOpen && (!mayClose || IsPunctuation(before)), mayClose && (!mayOpen || IsPunctuation(after)));
        }

        string markup = _text.Substring(at, end - at);
        (string start, string close) = markup.Length switch
        {
            1 => ("<i>", "</i>"),
            2 => ("<b>", "</b>"),
            3 => ("<b><i>", "</i></b>"),
            _ => ("", ""),
        };
        if (start.Length == 0)
        {
            return end;
        }

        if (mayClose && IsOpen(markup))
        {
            Flush(at, end);
            _xml[Close(markup).Index] = start;
            _xml.Add(close);
            return end;
        }

        return mayOpen ? Open(markup, at, end) : end;
    }

    private bool IsOpen(string markup) => _openCounts is not null && _openCounts.TryGetValue(markup, out int count) && count > 0;

    /// <summary>Remembers markup that may be closed. Until it is, it stands for itself.</summary>
    private int Open(string markup, int start, int end, string? literal = null, string address = "")
    {
        Flush(start, end);
        _open ??= new();
        _open.Push((markup, _xml.Count, address));
        _openCounts ??= new(StringComparer.Ordinal);
        _openCounts[markup] = IsOpen(markup) ? _openCounts[markup] + 1 : 1;
        _xml.Add(literal ?? CSharpText.Xml(_text.Substring(start, end - start)));
        return end;
    }

    /// <summary>The last markup of a kind that is open. What was opened after it can no longer be closed.</summary>
    private (string Markup, int Index, string Address) Close(string markup)
    {
        (string Markup, int Index, string Address) last;
        do
        {
            last = _open!.Pop();
            _openCounts![last.Markup]--;
        }
        while (last.Markup != markup);
        return last;
    }

    private int Link(int at)
    {
        if (!IsOpen("["))
        {
            return at + 1;
        }

        if (CharAt(at + 1) != '(' || MarkdownScan.Destination(_text, at + 1) is not { } destination)
        {
            Close("[");
            return at + 1;
        }

        Flush(at, destination.End);
        CloseLink(Close("[").Index, destination.Address);
        return destination.End;
    }

    /// <summary>
    /// Makes a link of what was printed since its start. An address that leads nowhere from here, as one within the site of the
    /// documentation, is text; a part of the page is not there at all.
    /// </summary>
    private void CloseLink(int start, string address)
    {
        if (!MarkdownScan.IsAbsolute(address))
        {
            _xml[start] = "";
            _xml.Add(address.Length == 0 || address[0] == '#' ? "" : $" ({CSharpText.Xml(address)})");
        }
        else if (start == _xml.Count - 1)
        {
            _xml[start] = $"<see href=\"{CSharpText.XmlAttribute(address)}\"/>";
        }
        else
        {
            _xml[start] = $"<see href=\"{CSharpText.XmlAttribute(address)}\">";
            _xml.Add("</see>");
        }
    }

    /// <summary>An address in angle brackets, an HTML tag, or text.</summary>
    private int Angle(int at)
    {
        int end = MarkdownScan.TagEnd(_text, at);
        if (end < 0)
        {
            return at + 1;
        }

        string inside = _text.Substring(at + 1, end - at - 2);
        if (MarkdownScan.IsAbsolute(inside))
        {
            return Replace(at, end, $"<see href=\"{CSharpText.XmlAttribute(inside)}\"/>");
        }

        if (HtmlTag.Parse(inside) is not { } tag)
        {
            return at + 1;
        }

        if (tag.Element is not { } element)
        {
            // What has no counterpart in a documentation comment is left out; its content stays.
            return Replace(at, end, tag.Replacement);
        }

        if (!tag.IsEnd)
        {
            return Open(tag.Markup, at, end, literal: "", tag.Address);
        }

        Flush(at, end);
        if (IsOpen(tag.Markup))
        {
            (_, int start, string address) = Close(tag.Markup);
            if (element == "see")
            {
                CloseLink(start, address);
            }
            else
            {
                _xml[start] = $"<{element}>";
                _xml.Add($"</{element}>");
            }
        }

        return end;
    }

    private int Entity(int at)
        => MarkdownScan.Entity(_text, at) is { } entity ? Replace(at, entity.End, CSharpText.Xml(entity.Text)) : at + 1;

    /// <summary>An address in the text.</summary>
    private int Address(int at)
    {
        int end = char.IsLetterOrDigit(CharAt(at - 1)) || IsOpen("[") ? at : MarkdownScan.AddressEnd(_text, at);
        return end == at ? at + 1 : Replace(at, end, $"<see href=\"{CSharpText.XmlAttribute(_text.Substring(at, end - at))}\"/>");
    }

    private static bool IsPunctuation(char c) => c is > ' ' and < (char)127 && !char.IsLetterOrDigit(c);
}
