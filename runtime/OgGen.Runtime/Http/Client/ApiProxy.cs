using System.Net;

namespace OgGen;

/// <summary>
/// A proxy for HTTPS alone. Plain HTTP stays on this machine or within the network whose hosts the options name; a proxy would read it.
/// </summary>
/// <param name="proxy">The proxy; <see langword="null"/> means the system's.</param>
public sealed class ApiProxy(IWebProxy? proxy = null) : IWebProxy
{
    private readonly IWebProxy _proxy = proxy ?? HttpClient.DefaultProxy;

    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => _proxy.Credentials;
        set => _proxy.Credentials = value;
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : _proxy.GetProxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Scheme != Uri.UriSchemeHttps || _proxy.IsBypassed(host);
    }
}
