using System.Globalization;

namespace OgGen.Generator.Source;

/// <summary>Looks for the ends of links, tags and entities in Markdown. No search goes further than an address may be long.</summary>
internal static class MarkdownScan
{
    private const int MaxAddress = 2_048;
    private const int MaxEntity = 10;

    /// <summary>The characters that make markup of the text around them.</summary>
    private static readonly char[] s_markup = ['\n', '\\', '`', '*', '_', '[', ']', '<', '&'];

    private static readonly Dictionary<string, string> s_entities = new(StringComparer.Ordinal)
    {
        ["amp"] = "&",
        ["lt"] = "<",
        ["gt"] = ">",
        ["quot"] = "\"",
        ["apos"] = "'",
        ["nbsp"] = " ",
        ["ndash"] = "\u2013",
        ["mdash"] = "\u2014",
        ["hellip"] = "\u2026",
        ["lsquo"] = "\u2018",
        ["rsquo"] = "\u2019",
        ["ldquo"] = "\u201C",
        ["rdquo"] = "\u201D",
        ["bull"] = "\u2022",
        ["middot"] = "\u00B7",
        ["times"] = "\u00D7",
        ["deg"] = "\u00B0",
        ["le"] = "\u2264",
        ["ge"] = "\u2265",
        ["larr"] = "\u2190",
        ["rarr"] = "\u2192",
        ["copy"] = "\u00A9",
        ["reg"] = "\u00AE",
        ["trade"] = "\u2122",
    };

    /// <summary>Whether a text is one line without markup, as most descriptions of members are.</summary>
    public static bool IsPlain(string text)
    {
        if (text.Length == 0 || !char.IsLetter(text[0]) || char.IsWhiteSpace(text[text.Length - 1]))
        {
            return false;
        }

        return text.IndexOfAny(s_markup) < 0 && text.IndexOf("://", StringComparison.Ordinal) < 0;
    }

    /// <summary>Whether a text is one line that begins no list, code or heading.</summary>
    public static bool IsParagraph(string text) => text.Length > 0 && char.IsLetter(text[0]) && text.IndexOf('\n') < 0;

    /// <summary>Whether an address is one of the web, and no script or path of a machine.</summary>
    public static bool IsAbsolute(string address)
        => (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            && address.All(static c => c > ' ' && !char.IsControl(c));

    /// <summary>The address of a link, and where the link ends; null where this is no link.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where its parenthesis opens.</param>
    public static (string Address, int End)? Destination(string text, int open)
    {
        int limit = Math.Min(text.Length, open + MaxAddress);
        int start = Skip(text, open + 1, limit);
        bool isBracketed = start < limit && text[start] == '<';
        int at = isBracketed ? ++start : start;
        for (int depth = 0; at < limit; at++)
        {
            char c = text[at];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (isBracketed ? c is '>' or '\n' : depth < 0 || char.IsWhiteSpace(c))
            {
                break;
            }
        }

        string address = text.Substring(start, at - start);
        at = Skip(text, isBracketed ? at + 1 : at, limit);
        if (at < limit && text[at] is '"' or '\'')
        {
            // A title says what the text of the link says.
            int title = text.IndexOf(text[at], at + 1, limit - at - 1);
            at = title < 0 ? limit : Skip(text, title + 1, limit);
        }

        return at < limit && text[at] == ')' ? (address, at + 1) : null;
    }

    /// <summary>Where an address ends that stands in the text; its start where there is none.</summary>
    public static int AddressEnd(string text, int start)
    {
        if (string.Compare(text, start, "http", 0, "http".Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return start;
        }

        int limit = Math.Min(text.Length, start + MaxAddress);
        int end = start;
        int parentheses = 0;
        while (end < limit
            && text[end] is > ' ' and < (char)127 and not ('<' or '>' or '"' or '`' or '[' or ']' or '{' or '}' or '*' or '|' or '\\')
            && (parentheses += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0) >= 0)
        {
            end++;
        }

        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '_')
        {
            end--;
        }

        string address = text.Substring(start, end - start);
        return IsAbsolute(address) && address.IndexOf("://", StringComparison.Ordinal) + "://".Length < address.Length ? end : start;
    }

    /// <summary>Where a tag ends, after its bracket; -1 where none begins.</summary>
    public static int TagEnd(string text, int start)
    {
        int end = text.IndexOf('>', start, Math.Min(text.Length - start, MaxAddress));
        return end < start + 2 ? -1 : end + 1;
    }

    /// <summary>A character that is written by its name or number, and where that ends; null where this is none.</summary>
    public static (string Text, int End)? Entity(string text, int start)
    {
        int end = text.IndexOf(';', start, Math.Min(text.Length - start, MaxEntity));
        if (end < start + 2)
        {
            return null;
        }

        string name = text.Substring(start + 1, end - start - 1);
        if (name[0] != '#')
        {
            return s_entities.TryGetValue(name, out string? known) ? (known, end + 1) : null;
        }

        bool isHexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
        NumberStyles style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        bool isNumber = int.TryParse(name.Substring(isHexadecimal ? 2 : 1), style, CultureInfo.InvariantCulture, out int code);
        return isNumber && code is >= ' ' and <= 0x10FFFF and not (>= 0x7F and <= 0x9F or >= 0xD800 and <= 0xDFFF)
            ? (char.ConvertFromUtf32(code), end + 1)
            : null;
    }

    private static int Skip(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
