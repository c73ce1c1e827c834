using System.Net;

namespace OgGen;

/// <summary>What sends: the client's own handler, or one that the user passed in and keeps.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly HttpClient? _client;
    private readonly CancellationTokenSource _shutdown = new();

    public ApiTransport(ApiClientOptions options)
    {
        _client = options.HttpClient;
        IsOwn = _client is null && options.Handler is null;
        _invoker = _client
            ?? (options.Handler is { } handler
                ? new HttpMessageInvoker(new ApiMessage.Completion(handler), disposeHandler: false)
                : new HttpMessageInvoker(new ApiMessage.Completion(CreateHandler(options)), disposeHandler: true));
        Version = _client?.DefaultRequestVersion ?? HttpVersion.Version11;
        VersionPolicy = _client?.DefaultVersionPolicy ?? HttpVersionPolicy.RequestVersionOrLower;
        Shutdown = _shutdown.Token;
    }

    /// <summary>Whether the handler is the client's own, so that its exceptions have a known meaning.</summary>
    public bool IsOwn { get; }

    public Version Version { get; }

    public HttpVersionPolicy VersionPolicy { get; }

    /// <summary>Cancelled when the client is disposed.</summary>
    public CancellationToken Shutdown { get; }

    /// <summary>Sends a request and returns as soon as the headers are there.</summary>
    public Task<HttpResponseMessage> SendAsync(ApiMessage message, CancellationToken cancellationToken)
    {
        if (_client is null)
        {
            return _invoker.SendAsync(message, cancellationToken);
        }

        message.RequestUri = message.Address;
        return _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    public void Dispose()
    {
        // Not disposed itself: calls in flight still hold registrations, and a source without timer owns nothing.
        _shutdown.Cancel();
        if (_client is null)
        {
            _invoker.Dispose();
        }
    }

    private static HttpMessageHandler CreateHandler(ApiClientOptions options)
        => OperatingSystem.IsBrowser()

            // A browser has no sockets, and what a handler could set of connections, proxies and cookies is its own.
            ? new HttpClientHandler()
            : new SocketsHttpHandler
            {
                // A redirect would carry the credential to an address that nobody chose.
                AllowAutoRedirect = false,
                UseCookies = false,

                // DNS changes are seen when connections are replaced.
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ConnectTimeout = TimeSpan.FromSeconds(15),
                Proxy = new ApiProxy(options.Proxy),
                UseProxy = options.UseProxy,
            };
}
