using System.Net;

namespace OgGen;

/// <summary>How a client sends. The client copies the values when it is constructed; later changes do not reach it.</summary>
public sealed class ApiClientOptions
{
    /// <summary>
    /// The limit of one whole call: all attempts, the waits between them, headers and bodies. 100 seconds by default;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> switches it off.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The limit of one attempt, from the connection to the last byte of the body. 30 seconds by default;
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> switches it off.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>When a failed attempt is repeated.</summary>
    public ApiRetryOptions Retry { get; set; } = new();

    /// <summary>
    /// Decides when attempts are made; <see langword="null"/>, the default, means at once. With one, repeating after a 429 takes nothing
    /// from <see cref="ApiRetryOptions.Budget"/>.
    /// </summary>
    public IApiRateLimiter? RateLimiter { get; set; }

    /// <summary>Who watches the calls, for example to log them. None by default.</summary>
    public IReadOnlyList<ApiCallObserver> Observers { get; set; } = [];

    /// <summary>The largest response that is read, in bytes after decompression. 10 MB (10,000,000) by default.</summary>
    public int MaxResponseBytes { get; set; } = 10_000_000;

    /// <summary>
    /// A client of yours to send through, for example from <c>IHttpClientFactory</c>. It is never changed nor disposed.
    /// Switch cookies off in its handler, which would be those of all clients that share it, and automatic redirects: a response that came
    /// from another address is refused, but by then the other server has seen the request. Leave automatic decompression off as well: the
    /// client undoes compression by itself, and notices a body that ends early, which .NET does not.
    /// </summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>
    /// A handler of yours to send through; never disposed. As with <see cref="HttpClient"/>, switch cookies, redirects and decompression
    /// off.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>
    /// The proxy of the client's own transport. <see langword="null"/> means the system's: on Linux the variables
    /// <c>HTTPS_PROXY</c>, <c>ALL_PROXY</c> and <c>NO_PROXY</c>. Plain HTTP never goes through a proxy. In a browser the proxy is the
    /// browser's, and setting one is an error.
    /// </summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>
    /// Whether the client's own transport uses a proxy at all. <see langword="true"/> by default, and in a browser, whose proxy it is,
    /// always.
    /// </summary>
    public bool UseProxy { get; set; } = true;

    /// <summary>
    /// The hosts that may be called over plain HTTP, where everybody on the way can read the credential and the data: for services within a
    /// private network. Names or addresses (<c>inventory</c>, <c>10.1.2.3</c>), and patterns for all hosts below a name
    /// (<c>*.internal</c>). None by default; this machine needs no entry. Addresses of service discovery (<c>https+http://inventory</c>)
    /// count as plain HTTP, and need <see cref="HttpClient"/> or <see cref="Handler"/>. Plain HTTP goes through no proxy.
    /// </summary>
    public IReadOnlyList<string> InsecureHosts { get; set; } = [];

    /// <summary>What measures time; tests replace it.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Text to append to the <c>User-Agent</c> header, for example <c>MyTool/2.1</c>. In a browser that header is the browser's, and this
    /// text is not sent.
    /// </summary>
    public string? UserAgent { get; set; }

    /// <summary>The same options once more, to change without changing these. Handlers, observers and the limiter are shared.</summary>
    public ApiClientOptions Copy()
    {
        var copy = (ApiClientOptions)MemberwiseClone();
        copy.Retry = Retry.Copy();
        return copy;
    }

    internal void Validate()
    {
        ApiTimeouts.Check(Timeout, nameof(Timeout));
        ApiTimeouts.Check(AttemptTimeout, nameof(AttemptTimeout));
        ArgumentNullException.ThrowIfNull(Retry);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        ArgumentNullException.ThrowIfNull(Observers);
        if (Observers.Contains(null!))
        {
            throw new ArgumentException("No observer may be null.", nameof(Observers));
        }

        _ = new HostList(InsecureHosts, nameof(InsecureHosts));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxResponseBytes);
        Retry.Validate();
        if (UserAgent is not null)
        {
            HeaderText.CheckValue(UserAgent, nameof(UserAgent));
        }

        if (HttpClient is not null && Handler is not null)
        {
            throw new ArgumentException("Set HttpClient or Handler, not both.");
        }

        if (OperatingSystem.IsBrowser() && (Proxy is not null || !UseProxy))
        {
            throw new ArgumentException(
                "A browser has a proxy of its own, or none, and no page chooses it: leave Proxy and UseProxy as they are.");
        }

        if ((HttpClient is not null || Handler is not null) && (Proxy is not null || !UseProxy))
        {
            throw new ArgumentException(
                "Proxy and UseProxy configure the client's own transport; set the proxy on your HttpClient or handler.");
        }
    }
}
