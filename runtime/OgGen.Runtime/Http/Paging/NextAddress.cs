using System.Buffers;

namespace OgGen;

/// <summary>Which addresses of a response are followed: those of the service itself, since the credentials go along.</summary>
internal static class NextAddress
{
    private static readonly SearchValues<char> s_schemeCharacters =
        SearchValues.Create("+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Resolves an address against that of the response (RFC 3986, 5.2). A fragment is dropped.</summary>
    /// <param name="current">The address of the response.</param>
    /// <param name="next">The address that the response names.</param>
    /// <param name="prefix">The client's base address, without a slash at the end.</param>
    /// <param name="problem">Why the address is refused. The address itself is not shown: it may hold a secret.</param>
    public static Uri? Resolve(Uri current, string next, string prefix, out string? problem)
    {
        Uri? address = Combine(current, next);
        if (address is null)
        {
            problem = "that is not valid";
            return null;
        }

        var server = new Uri(prefix);
        string root = server.AbsolutePath.TrimEnd('/');
        problem =
            address.Scheme != server.Scheme ? "with another scheme than the base address"
            : !address.IdnHost.Equals(server.IdnHost, StringComparison.OrdinalIgnoreCase) ? "on another host than the base address"
            : address.Port != server.Port ? "on another port than the base address"
            : address.UserInfo.Length > 0 || address.Authority.Contains('@', StringComparison.Ordinal) ? "with a user name"
            : address.AbsolutePath != root && !address.AbsolutePath.StartsWith(root + "/", StringComparison.Ordinal)
                ? "outside the path of the base address"
            : null;
        return problem is null ? new Uri(address.GetLeftPart(UriPartial.Query)) : null;
    }

    private static Uri? Combine(Uri current, string next)
    {
        // .NET takes backslashes for slashes, and on Unix a path for a file.
        if (next.AsSpan().ContainsAny('\\', ' ') || next.AsSpan().ContainsAnyInRange('\0', '\x1F'))
        {
            return null;
        }

        int colon = next.AsSpan().IndexOfAnyExcept(s_schemeCharacters);
        if (colon > 0 && next[colon] == ':')
        {
            return Uri.TryCreate(next, UriKind.Absolute, out Uri? absolute) ? absolute : null;
        }

        return Uri.TryCreate(next, UriKind.Relative, out Uri? relative) && Uri.TryCreate(current, relative, out Uri? combined)
            ? combined
            : null;
    }
}
