namespace OgGen;

/// <summary>Names of hosts, and patterns of them: <c>*.internal</c> is every host below <c>internal</c>.</summary>
internal sealed class HostList
{
    private const string Below = "*.";

    /// <summary>No host.</summary>
    public static readonly HostList None = new([], nameof(None));

    private readonly string[] _hosts;

    /// <exception cref="ArgumentException">An entry is neither a host nor such a pattern.</exception>
    public HostList(IReadOnlyList<string> hosts, string name)
    {
        ArgumentNullException.ThrowIfNull(hosts, name);
        _hosts = [.. hosts];
        foreach (string host in _hosts)
        {
            ArgumentNullException.ThrowIfNull(host, name);
            string written = host.StartsWith(Below, StringComparison.Ordinal) ? host[Below.Length..] : host;
            if (written.Contains('*', StringComparison.Ordinal) || Uri.CheckHostName(written) == UriHostNameType.Unknown)
            {
                throw new ArgumentException(
                    "An entry is the name or the address of a host, without scheme and port, or a pattern such as *.internal.", name);
            }
        }
    }

    /// <summary>Whether an address is on one of the hosts.</summary>
    public bool Has(Uri address)
    {
        foreach (string host in _hosts)
        {
            bool matches = host.StartsWith(Below, StringComparison.Ordinal)
                ? address.Host.Length >= host.Length && address.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
                : address.Host.Trim('[', ']').Equals(host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
            if (matches)
            {
                return true;
            }
        }

        return false;
    }
}
