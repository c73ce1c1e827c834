using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using OgGen.Generator.Model;

namespace OgGen.Generator.Planning;

/// <summary>A piece of a server's address: a literal, or a variable and the part of the address that it replaces.</summary>
/// <param name="Text">The text; empty for a variable.</param>
/// <param name="Variable">The name of the variable.</param>
/// <param name="Part">The part of the address that the variable replaces.</param>
internal sealed record TemplatePart(string Text, string? Variable, AddressPart Part);

/// <summary>The address of a server in pieces, and with the defaults of its variables.</summary>
/// <param name="Parts">The pieces.</param>
/// <param name="Url">The address where each variable has its default.</param>
/// <param name="Error">Why a variable has no default that can be used; null where each has one.</param>
internal sealed record ServerTemplate(IReadOnlyList<TemplatePart> Parts, string Url, string? Error)
{
    public static ServerTemplate Of(OpenApiServer server)
    {
        string url = server.Url ?? "";
        Match[] matches = [.. PathTemplate.Variable.Matches(url).Cast<Match>()];
        if (matches.Select(match => FindError(server, match.Groups[1].Value))
            .FirstOrDefault(static error => error is not null) is { } found)
        {
            return new ServerTemplate([], url, found);
        }

        var parts = new List<TemplatePart>();
        string before = "";
        int end = 0;
        foreach (Match match in matches)
        {
            AddText(url.Substring(end, match.Index - end));
            end = match.Index + match.Length;
            AddressPart part = PartOf(before, match, DefaultOf, url);
            if (part == AddressPart.Path)
            {
                // The slash before a path belongs to it: an empty path has none.
                TrimSlash();
            }

            parts.Add(new TemplatePart("", match.Groups[1].Value, part));
            before += Written(DefaultOf(match), part);
        }

        AddText(url.Substring(end));
        return new ServerTemplate(parts, before, null);

        string DefaultOf(Match match) => server.Variables![match.Groups[1].Value].Default ?? "";

        void AddText(string text)
        {
            before += text;
            if (text.Length > 0)
            {
                parts.Add(new TemplatePart(text, null, default));
            }
        }

        void TrimSlash()
        {
            before = before.Substring(0, before.Length - 1);
            string text = parts[parts.Count - 1].Text;
            parts.RemoveAt(parts.Count - 1);
            if (text.Length > 1)
            {
                parts.Add(new TemplatePart(text.Substring(0, text.Length - 1), null, default));
            }
        }
    }

    private static string? FindError(OpenApiServer server, string name)
        => server.Variables is null || !server.Variables.TryGetValue(name, out OpenApiServerVariable? variable) || variable.Default is null
            ? $"its variable '{name}' has no default"
            : variable.Enum is { Count: > 0 } values && !values.Contains(variable.Default)
                ? $"the default of its variable '{name}' is none of the variable's values"
                : null;

    /// <summary>The part of the address that a variable replaces, by the text around it and its default.</summary>
    private static AddressPart PartOf(string before, Match match, Func<Match, string> defaultOf, string url)
    {
        string value = defaultOf(match);
        bool closes = Closes(match, defaultOf, url);
        bool isDirect = match.Index + match.Length == url.Length || IsFollowedBy(url, match, "/");
        int host = before.IndexOf("://", StringComparison.Ordinal);
        if (before.Length == 0)
        {
            return IsFollowedBy(url, match, "://") ? AddressPart.Scheme
                : closes && value.IndexOf("://", StringComparison.Ordinal) > 0 ? AddressPart.Address
                : AddressPart.Host;
        }

        string authority = host < 0 ? before : before.Substring(host + 3);
        if (authority.IndexOf('/') >= 0)
        {
            return closes && match.Index > 0 && url[match.Index - 1] == '/' ? AddressPart.Path : AddressPart.PathText;
        }

        return !closes || host < 0 ? AddressPart.Host
            : authority.Length == 0 ? isDirect ? AddressPart.Authority : AddressPart.Host
            : authority[authority.Length - 1] == ':' ? AddressPart.Port
            : IsEnd(value) ? AddressPart.AuthorityEnd
            : AddressPart.Host;
    }

    /// <summary>Whether a slash or the end of the address follows, directly or after variables that begin with one.</summary>
    private static bool Closes(Match match, Func<Match, string> defaultOf, string url)
    {
        Match next = match;
        while (next.Index + next.Length < url.Length)
        {
            if (IsFollowedBy(url, next, "/"))
            {
                return true;
            }

            Match following = next.NextMatch();
            if (!following.Success || following.Index != next.Index + next.Length || !IsEnd(defaultOf(following)))
            {
                return false;
            }

            next = following;
        }

        return true;
    }

    /// <summary>Whether a default may follow a host: it is empty, a port or a path.</summary>
    private static bool IsEnd(string value) => value.Length == 0 || value[0] is ':' or '/';

    private static bool IsFollowedBy(string url, Match match, string text)
        => string.CompareOrdinal(url, match.Index + match.Length, text, 0, text.Length) == 0;

    /// <summary>A value as it is written in the address, like <c>ApiServer.Variable</c> of the runtime.</summary>
    private static string Written(string value, AddressPart part) => part switch
    {
        AddressPart.Path => value.Trim('/') is { Length: > 0 } path ? "/" + path : "",
        AddressPart.Address or AddressPart.Authority or AddressPart.AuthorityEnd => value.TrimEnd('/'),
        _ => value,
    };
}
