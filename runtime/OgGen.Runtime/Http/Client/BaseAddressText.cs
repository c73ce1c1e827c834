using System.Net;

namespace OgGen;

/// <summary>Which addresses a key may be sent to: HTTPS, or plain HTTP that does not leave the machine or is allowed.</summary>
internal static class BaseAddressText
{
    /// <summary>Checks what an address has to be, whoever sends to it.</summary>
    /// <exception cref="ArgumentException">
    /// The address is not acceptable. The message does not repeat it: it may hold a password.
    /// </exception>
    public static void Check(Uri address, string name)
    {
        ArgumentNullException.ThrowIfNull(address, name);
        string? problem =
            !address.IsAbsoluteUri ? "A base address is absolute."
            : address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp && !IsOfDiscovery(address)
                ? "A base address is https or http."
            : address.Host.Length == 0 ? "A base address names a host."
            : address.UserInfo.Length != 0 || address.OriginalString.Contains('@', StringComparison.Ordinal)
                ? "A base address holds no user name; use a credential."
            : address.OriginalString.AsSpan().ContainsAny('?', '#') ? "A base address has no query and no fragment."
            : null;
        if (problem is not null)
        {
            throw new ArgumentException(problem, name);
        }
    }

    /// <summary>Checks that nobody listens on the way to an address, unless the options allow it.</summary>
    /// <exception cref="ArgumentException">
    /// The address is plain HTTP, and its host is not one of <see cref="ApiClientOptions.InsecureHosts"/>.
    /// </exception>
    public static void CheckTransport(Uri address, HostList insecureHosts, bool isOwnTransport, string name)
    {
        if (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsLoopback(address)))
        {
            return;
        }

        if (!insecureHosts.Has(address))
        {
            throw new ArgumentException(
                "A base address is https, or http on the loopback address. Where plain HTTP is meant, as within a private network, name "
                    + "the host in "
                + $"{nameof(ApiClientOptions)}.{nameof(ApiClientOptions.InsecureHosts)}.",
                name);
        }

        if (isOwnTransport && IsOfDiscovery(address))
        {
            throw new ArgumentException(
                $"The scheme {address.Scheme} is for service discovery, which is in a handler: set "
                    + $"{nameof(ApiClientOptions)}.{nameof(ApiClientOptions.HttpClient)} "
                + $"or {nameof(ApiClientOptions.Handler)}.",
                name);
        }
    }

    /// <summary>Whether a handler of service discovery finds out the scheme; it may be plain HTTP.</summary>
    private static bool IsOfDiscovery(Uri address) => address.Scheme is "https+http" or "http+https";

    /// <summary>
    /// Whether an address is of this machine: <c>localhost</c>, which always is (RFC 6761, 6.3), or a loopback address. .NET takes the name
    /// <c>loopback</c> for <c>localhost</c>; elsewhere it is a name that any name server may resolve.
    /// </summary>
    private static bool IsLoopback(Uri address) => address.HostNameType switch
    {
        UriHostNameType.Dns => WrittenHost(address).Equals("localhost", StringComparison.OrdinalIgnoreCase),
        UriHostNameType.IPv4 or UriHostNameType.IPv6
            => IPAddress.TryParse(address.DnsSafeHost, out IPAddress? ip) && IPAddress.IsLoopback(ip),
        _ => false,
    };

    private static ReadOnlySpan<char> WrittenHost(Uri address)
    {
        ReadOnlySpan<char> text = address.OriginalString.AsSpan().TrimStart();
        text = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        int end = text.IndexOfAny('/', ':', '\\');
        return (end < 0 ? text : text[..end]).TrimEnd();
    }

    /// <summary>The address as the text that paths, which start with a slash, are appended to.</summary>
    public static string Prefix(Uri address) => address.AbsoluteUri.TrimEnd('/');
}
