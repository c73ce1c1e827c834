namespace OgGen;

/// <summary>The pairs of queries and forms: <c>name=value&amp;…</c>, percent-encoded, in the styles of OpenAPI.</summary>
internal static class PairText
{
    /// <exception cref="ArgumentException">The name or value holds half a surrogate pair.</exception>
    public static void Append(ref TextBuffer target, string name, string value)
        => Pair(ref target, UriText.Encode(name, nameof(name)), UriText.Encode(value, name));

    /// <summary>Adds an array.</summary>
    /// <exception cref="ArgumentException">The name or a value holds half a surrogate pair.</exception>
    public static void Append(ref TextBuffer target, string name, IReadOnlyList<string> values, ParameterStyle style, bool explode)
    {
        string key = UriText.Encode(name, nameof(name));
        string separator = style switch
        {
            ParameterStyle.SpaceDelimited => "%20",
            ParameterStyle.PipeDelimited => "%7C",
            _ => ",",
        };
        for (int i = 0; i < values.Count; i++)
        {
            string value = UriText.Encode(values[i], name);
            if (i == 0 || explode)
            {
                Pair(ref target, key, value);
            }
            else
            {
                target.Append(separator);
                target.Append(value);
            }
        }
    }

    /// <summary>Adds an object.</summary>
    /// <exception cref="ArgumentException">A name or value holds half a surrogate pair.</exception>
    public static void Append(ref TextBuffer target, string name, IReadOnlyList<KeyValuePair<string, string>> members, ParameterStyle style, bool explode)
    {
        string key = UriText.Encode(name, nameof(name));
        for (int i = 0; i < members.Count; i++)
        {
            string member = UriText.Encode(members[i].Key, name);
            string value = UriText.Encode(members[i].Value, name);
            if (style == ParameterStyle.DeepObject)
            {
                Pair(ref target, $"{key}%5B{member}%5D", value);
            }
            else if (explode)
            {
                Pair(ref target, member, value);
            }
            else if (i == 0)
            {
                Pair(ref target, key, $"{member},{value}");
            }
            else
            {
                target.Append($",{member},{value}");
            }
        }
    }

    /// <summary>Adds a pair of encoded texts. A literal query in a path may end in '?' or '&amp;' already.</summary>
    private static void Pair(ref TextBuffer target, string name, string value)
    {
        if (target.Length > 0 && target.Span[^1] is not '?' and not '&')
        {
            target.Append('&');
        }

        target.Append(name);
        target.Append('=');
        target.Append(value);
    }
}
