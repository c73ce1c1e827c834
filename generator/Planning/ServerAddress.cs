namespace OgGen.Generator.Planning;

/// <summary>
/// Validates the addresses of servers. <c>BaseAddressText</c> of the runtime has the same rules, and a test compares the two.
/// </summary>
internal static class ServerAddress
{
    /// <summary>The reason why plain HTTP to another machine is not used.</summary>
    public const string Unencrypted = "it is not encrypted (https)";

    /// <summary>Why an address cannot be used; null where it can.</summary>
    public static string? FindError(string url)
    {
        if (HasForeignCharacter(url))
        {
            return "it has a character that no address holds";
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("https" or "http"))
        {
            return IsRelative(url) ? "it is relative" : "it is no absolute address";
        }

        return address.Scheme == "http" && !IsLoopback(address, url)
            ? Unencrypted
            : address.Host.Length == 0 ? "it names no host"
            : url.IndexOfAny(['@', '?', '#']) >= 0 ? "it has a user, a query or a fragment"
            : null;
    }

    /// <summary>The path of a server that is relative to a host, without a slash at the end; null where it is no such path.</summary>
    public static string? PathOf(string url)
        => url.Length == 0 ? ""
            : PathTemplate.FindError(url) is null && url.IndexOfAny(['{', '?', '#', '@']) < 0 ? url.TrimEnd('/')
            : null;

    private static bool HasForeignCharacter(string url)
    {
        for (int i = 0; i < url.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(url[i]) && i + 1 < url.Length && char.IsLowSurrogate(url[i + 1]);
            if (url[i] is '{' or '}' or '\\' || char.IsWhiteSpace(url[i]) || char.IsControl(url[i]) || char.IsSurrogate(url[i]) && !isPair)
            {
                return true;
            }

            i += isPair ? 1 : 0;
        }

        return false;
    }

    private static bool IsRelative(string url)
        => url.Length > 0 && url.IndexOf("//", StringComparison.Ordinal) < 0 && url.Split('/')[0].IndexOf(':') < 0;

    /// <summary>
    /// Whether an address is a loopback address. .NET treats the host <c>loopback</c> as <c>localhost</c>; DNS may resolve it to another
    /// machine.
    /// </summary>
    private static bool IsLoopback(Uri address, string url)
    {
        if (address.HostNameType == UriHostNameType.Dns)
        {
            string host = url.Substring(url.IndexOf("//", StringComparison.Ordinal) + 2).Split('/', ':')[0];
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        }

        return address.HostNameType is (UriHostNameType.IPv4 or UriHostNameType.IPv6) && address.IsLoopback;
    }
}
