namespace OgGen.Generator.Source;

/// <summary>An HTML tag that stands in a paragraph of Markdown.</summary>
/// <param name="Markup">What its end tag has to match.</param>
/// <param name="Element">The element of documentation comments; null where there is none.</param>
/// <param name="IsEnd">Whether it ends the element.</param>
/// <param name="Address">The address of a link.</param>
/// <param name="Replacement">What stands for a tag without an element of its own.</param>
internal sealed record HtmlTag(string Markup, string? Element, bool IsEnd, string Address, string Replacement)
{
    private static readonly Dictionary<string, string> s_elements = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = "b",
        ["strong"] = "b",
        ["i"] = "i",
        ["em"] = "i",
        ["code"] = "c",
        ["tt"] = "c",
        ["kbd"] = "c",
        ["samp"] = "c",
        ["a"] = "see",
    };

    /// <summary>
    /// Tags that say how something looks, or where it stands. Any other one is a placeholder, as in Bearer &lt;token&gt;.
    /// </summary>
    private static readonly HashSet<string> s_leftOut = new(StringComparer.OrdinalIgnoreCase)
    {
        "span", "font", "u", "s", "small", "big", "sup", "sub", "center", "mark", "ins", "del", "strike", "hr", "img", "div", "section",
        "article",
        "details", "summary", "blockquote", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "dl", "dt", "dd", "p", "ul",
        "ol", "li", "pre", "wbr",
    };

    /// <summary>The tag between two brackets; null where it is none that is known.</summary>
    public static HtmlTag? Parse(string inside)
    {
        if (inside.StartsWith("!--", StringComparison.Ordinal))
        {
            return inside.EndsWith("--", StringComparison.Ordinal) ? new HtmlTag("", null, false, "", "") : null;
        }

        bool isEnd = inside[0] == '/';
        int start = isEnd ? 1 : 0;
        int end = start;
        while (end < inside.Length && char.IsLetterOrDigit(inside[end]))
        {
            end++;
        }

        string name = inside.Substring(start, end - start);
        if (end < inside.Length && inside[end] != '/' && !char.IsWhiteSpace(inside[end]))
        {
            return null;
        }

        return name.Equals("br", StringComparison.OrdinalIgnoreCase) ? new HtmlTag("", null, isEnd, "", "<br/>")
            : s_elements.TryGetValue(name, out string? element)
                ? new HtmlTag("<" + element, element, isEnd, element == "see" ? AddressOf(inside) : "", "")
            : s_leftOut.Contains(name) ? new HtmlTag("", null, isEnd, "", "")
            : null;
    }

    private static string AddressOf(string inside)
    {
        int name = inside.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        int start = name + "href=".Length;
        if (name < 0 || start >= inside.Length)
        {
            return "";
        }

        bool isQuoted = inside[start] is '"' or '\'';
        int end = isQuoted ? inside.IndexOf(inside[start], start + 1) : inside.IndexOf(' ', start);
        int first = isQuoted ? start + 1 : start;
        return inside.Substring(first, (end < 0 ? inside.Length : end) - first).Replace("&amp;", "&");
    }
}
