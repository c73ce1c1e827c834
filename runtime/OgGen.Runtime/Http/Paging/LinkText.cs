namespace OgGen;

/// <summary>Reads the <c>Link</c> header (RFC 8288).</summary>
internal static class LinkText
{
    /// <summary>The target of the first link with a relation type, as written; <see langword="null"/> where there is none.</summary>
    public static string? Find(ReadOnlySpan<char> text, string relation)
    {
        while (true)
        {
            text = text.TrimStart(" \t,");
            int end = text.IndexOf('>');
            if (end < 0 || text[0] != '<')
            {
                return null;
            }

            ReadOnlySpan<char> target = text[1..end];
            text = text[(end + 1)..];
            if (HasRelation(ref text, relation))
            {
                return target.Trim().ToString();
            }
        }
    }

    /// <summary>
    /// Reads the parameters of one link. The first <c>rel</c> counts; a link with an <c>anchor</c> is about something else.
    /// </summary>
    private static bool HasRelation(ref ReadOnlySpan<char> text, string relation)
    {
        bool? found = null;
        bool isOther = false;
        while (true)
        {
            text = text.TrimStart(" \t");
            if (text is not [';', ..])
            {
                // Up to the next link, whatever comes before it.
                int comma = text.IndexOf(',');
                text = comma < 0 ? [] : text[comma..];
                return found == true && !isOther;
            }

            text = text[1..].TrimStart(" \t");
            int nameEnd = text.IndexOfAny("=;, \t");
            ReadOnlySpan<char> name = nameEnd < 0 ? text : text[..nameEnd];
            text = text[name.Length..].TrimStart(" \t");
            string value = "";
            if (text is ['=', ..])
            {
                text = text[1..].TrimStart(" \t");
                value = ReadValue(ref text);
            }

            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                found ??= Contains(value, relation);
            }

            isOther |= name.Equals("anchor", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Reads a token or a quoted string.</summary>
    private static string ReadValue(ref ReadOnlySpan<char> text)
    {
        if (text is not ['"', ..])
        {
            int end = text.IndexOfAny(";, \t");
            string token = (end < 0 ? text : text[..end]).ToString();
            text = text[token.Length..];
            return token;
        }

        var value = new System.Text.StringBuilder();
        int i = 1;
        for (; i < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
            }

            value.Append(text[i]);
        }

        text = text[Math.Min(i + 1, text.Length)..];
        return value.ToString();
    }

    private static bool Contains(string relations, string relation)
        => relations.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(relation, StringComparer.OrdinalIgnoreCase);
}
