using System.Net;

namespace OgGen;

/// <summary>A proxy for HTTPS alone. Plain HTTP is sent to this machine only, because nobody else sees it; through a proxy somebody would.</summary>
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
