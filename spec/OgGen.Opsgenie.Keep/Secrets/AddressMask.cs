using System.Text;

namespace OgGen.Opsgenie.Keep.Secrets;

/// <summary>
/// Takes the secrets out of the addresses in a text: the user and its password, values of parameters that are called like secrets or look
/// made by chance, and parts of the path that look so.
/// </summary>
internal static class AddressMask
{
    /// <summary>The text without the secrets of its addresses; the same instance where there is none.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="take">Gets where a secret stood, unique in the text, and the secret; returns what takes its place.</param>
    public static string Apply(string text, Func<string, string, string> take)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder();
        int copied = 0;
        int count = 0;
        for (int at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", copied, StringComparison.Ordinal))
        {
            int start = at + 3;
            int end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '<' or '>'))
            {
                end++;
            }

            // Of several addresses in one text, each has names of its own.
            string prefix = count++ == 0 ? "" : $"{count}:";
            result.Append(text, copied, start - copied);
            AppendAddress(result, text[start..end], (part, secret) => take(prefix + part, secret));
            copied = end;
        }

        result.Append(text, copied, text.Length - copied);
        string masked = result.ToString();
        return masked == text ? text : masked;
    }

    private static void AppendAddress(StringBuilder result, string address, Func<string, string, string> take)
    {
        int fragment = IndexOrEnd(address, address.IndexOf('#', StringComparison.Ordinal));
        int query = IndexOrEnd(address, address.AsSpan(0, fragment).IndexOf('?'), fragment);
        int path = IndexOrEnd(address, address.AsSpan(0, query).IndexOf('/'), query);

        int user = UserEnd(address, path);
        path = Math.Max(path, user);
        query = Math.Max(query, path);
        fragment = Math.Max(fragment, query);
        if (user > 0)
        {
            result.Append(take("user", address[..user]));
        }

        result.Append(address, Math.Max(user, 0), path - Math.Max(user, 0));
        AppendPath(result, address[path..query], take);
        AppendParameters(result, address[query..fragment], "query", take);
        AppendParameters(result, address[fragment..], "fragment", take);
    }

    /// <summary>
    /// Where the <c>@</c> behind the user stands; -1 where there is none. What follows a colon and is no port is taken for a password
    /// that was not encoded, up to the next <c>@</c>, whatever else it has.
    /// </summary>
    private static int UserEnd(string address, int path)
    {
        ReadOnlySpan<char> authority = address.AsSpan(0, path);
        int user = authority.LastIndexOf('@');
        int colon = authority.IndexOf(':');
        return user < 0 && colon >= 0 && address[0] != '[' && authority[(colon + 1)..].ContainsAnyExceptInRange('0', '9')
            ? address.IndexOf('@', StringComparison.Ordinal)
            : user;
    }

    private static void AppendPath(StringBuilder result, string path, Func<string, string, string> take)
    {
        string[] segments = path.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            result.Append(i == 0 ? "" : "/");
            result.Append(TokenText.LooksRandom(segments[i]) ? take($"path:{i}", segments[i]) : segments[i]);
        }
    }

    /// <param name="result">Where the text goes.</param>
    /// <param name="text">What begins with <c>?</c> or <c>#</c>, or nothing.</param>
    /// <param name="place">What it is called in names.</param>
    /// <param name="take">Takes a secret.</param>
    private static void AppendParameters(StringBuilder result, string text, string place, Func<string, string, string> take)
    {
        if (text.Length == 0)
        {
            return;
        }

        result.Append(text[0]);
        string[] parameters = text[1..].Split('&');
        for (int i = 0; i < parameters.Length; i++)
        {
            int equals = parameters[i].IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? "" : parameters[i][..equals];
            string value = parameters[i][(equals + 1)..];
            bool isSecret = value.Length > 0 && (TokenText.IsSecretParameter(name) || TokenText.LooksRandom(value));
            result.Append(i == 0 ? "" : "&").Append(name).Append(equals < 0 ? "" : "=");
            result.Append(isSecret ? take($"{place}:{i}", value) : value);
        }
    }

    private static int IndexOrEnd(string text, int index) => index < 0 ? text.Length : index;

    private static int IndexOrEnd(string text, int index, int end) => index < 0 ? end : Math.Min(index, text.Length);
}
