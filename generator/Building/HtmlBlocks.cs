using System.Text;
using OgGen.Generator.Common;

namespace OgGen.Generator.Building;

/// <summary>The blocks of HTML in a description as those of Markdown: paragraphs, lists, headings, breaks and preformatted text.</summary>
/// <remarks>Tags within a paragraph stay. What stands in code spans and code blocks of Markdown is no tag.</remarks>
internal static class HtmlBlocks
{
    /// <summary>Characters of a tag: no search for its end goes further.</summary>
    private const int MaxTag = 512;
    private const int MaxName = 10;
    private const int MaxDepth = 5;

    public static string ToMarkdown(string text)
    {
        if (text.IndexOf('<') < 0)
        {
            return text;
        }

        var code = new CodeSpans(text);
        var markdown = new StringBuilder(text.Length);
        var lists = new Stack<bool>();
        for (int at = 0; at < text.Length;)
        {
            if (text[at] == '`' && code.RunAt(at) is var run)
            {
                int end = code.EndOf(at, run);
                int length = end < 0 ? run : end + run - at;
                markdown.Append(text, at, length);
                at += length;
            }
            else if (text[at] == '<' && TagAt(text, at) is { } tag && Markdown(tag.Name, tag.IsEnd, lists) is { } block)
            {
                markdown.Append(block);
                at = tag.End;
            }
            else
            {
                markdown.Append(text[at++]);
            }
        }

        return markdown.ToString();
    }

    /// <summary>The name of a tag in lower case, and where it ends; null where there is none.</summary>
    private static (string Name, bool IsEnd, int End)? TagAt(string text, int start)
    {
        bool isEnd = start + 1 < text.Length && text[start + 1] == '/';
        int first = start + (isEnd ? 2 : 1);
        int last = first;
        while (last < text.Length && last - first < MaxName && char.IsLetterOrDigit(text[last]))
        {
            last++;
        }

        int end = last < text.Length && (text[last] is '>' or '/' || char.IsWhiteSpace(text[last]))
            ? text.IndexOf('>', last, Math.Min(text.Length - last, MaxTag))
            : -1;
        return end < 0 ? null : (text.Substring(first, last - first).ToLowerInvariant(), isEnd, end + 1);
    }

    /// <summary>What Markdown has for a tag; null where the tag stays.</summary>
    private static string? Markdown(string name, bool isEnd, Stack<bool> lists)
    {
        switch (name)
        {
            case "p" or "div" or "blockquote" or "section":
                return lists.Count > 0 ? " " : "\n\n";
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                return isEnd ? "\n\n" : "\n\n# ";
            case "br":
                return lists.Count > 0 ? " " : "  \n";
            case "pre":
                return "\n```\n";
            case "ul" or "ol":
                if (isEnd && lists.Count > 0)
                {
                    lists.Pop();
                }
                else if (!isEnd)
                {
                    lists.Push(name == "ol");
                }

                return lists.Count > (isEnd ? 0 : 1) ? "" : "\n\n";
            case "li":
                string indentation = new(' ', 3 * Math.Min(Math.Max(lists.Count - 1, 0), MaxDepth));
                return isEnd ? "" : "\n" + indentation + (lists.Count > 0 && lists.Peek() ? "1. " : "-  ");
            default:
                return null;
        }
    }
}
