using System.Buffers;
using OgGen.Generated;

namespace OgGen;

/// <summary>The values of server variables, as texts of their part of an address.</summary>
internal static class ServerPartText
{
    private static readonly SearchValues<char> s_labelCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly SearchValues<char> s_endsOfPaths = SearchValues.Create("?#@\\{}");

    /// <summary>What a value has to be and is not, as the end of a sentence about the variable; null where it can be used.</summary>
    public static string? FindProblem(string value, ApiServerPart part) => part switch
    {
        ApiServerPart.Scheme => value is "https" or "http" ? null : "is https or http",
        ApiServerPart.Address => IsPath(value) && Uri.TryCreate(value, UriKind.Absolute, out _)
            ? null
            : "is an absolute URL without user, query and fragment",
        ApiServerPart.Authority => IsPath(value) && value.Length > 0 && value[0] is not ('/' or ':')
            ? null
            : "is a host, with a port and a path if there are some",
        ApiServerPart.AuthorityEnd => value.Length == 0 || value[0] == '/' && IsPath(value) || IsPortAndPath(value)
            ? null
            : "is a port that begins with ':', a path that begins with '/', or empty",
        ApiServerPart.Port => IsPort(value) ? null : "is the number of a port",
        ApiServerPart.Path => IsPath(value) ? null : "is a path without '.', '..', query and fragment",
        ApiServerPart.PathText => value.Length > 0 && IsPath(value) && !value.Contains('/', StringComparison.Ordinal)
            ? null
            : "is a part of a path, without slashes",
        _ => IsHostLabels(value) ? null : "consists of letters, digits, '-' and '_', with single dots between",
    };

    /// <summary>A value as the address has it: slashes where two parts meet stand once.</summary>
    public static string Write(string value, ApiServerPart part) => part switch
    {
        ApiServerPart.Path => value.Trim('/') is { Length: > 0 } path ? "/" + path : "",
        ApiServerPart.Address or ApiServerPart.Authority or ApiServerPart.AuthorityEnd => value.TrimEnd('/'),
        _ => value,
    };

    private static bool IsPortAndPath(string value)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        string port = slash < 0 ? value : value[..slash];
        return port.Length > 1 && port[0] == ':' && IsPort(port[1..]) && (slash < 0 || IsPath(value[slash..]));
    }

    private static bool IsPort(string value) => value.Length is > 0 and <= 5 && value.All(char.IsAsciiDigit);

    /// <summary>Whether nothing ends the path here, and no segment leads out of it.</summary>
    private static bool IsPath(string value)
    {
        if (value.AsSpan().ContainsAny(s_endsOfPaths) || value.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return false;
        }

        foreach (string segment in value.Split('/'))
        {
            if (segment.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..")
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHostLabels(ReadOnlySpan<char> value)
    {
        while (true)
        {
            int dot = value.IndexOf('.');
            ReadOnlySpan<char> label = dot < 0 ? value : value[..dot];
            if (label.IsEmpty || label.ContainsAnyExcept(s_labelCharacters) || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            if (dot < 0)
            {
                return true;
            }

            value = value[(dot + 1)..];
        }
    }
}
