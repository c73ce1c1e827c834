using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace OgGen;

/// <summary>Refines the registration of a client.</summary>
public sealed class ApiClientBuilder
{
    internal ApiClientBuilder(string name, IHttpClientBuilder httpClient)
    {
        Name = name;
        HttpClient = httpClient;
    }

    /// <summary>The name of the client's options (<see cref="ApiClientConfiguration"/>) and of its <c>HttpClient</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The registration of the <c>HttpClient</c> that the client sends through, for handlers of yours. A primary handler of yours should
    /// switch automatic redirects and cookies off and limit <c>PooledConnectionLifetime</c>: it lives as long as the client.
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>The services.</summary>
    public IServiceCollection Services => HttpClient.Services;

    /// <summary>Logs more headers of responses, at the level <c>Trace</c>.</summary>
    /// <param name="names">
    /// Their names. Without this, <c>Content-Length</c>, <c>Content-Type</c>, <c>Date</c>, <c>Retry-After</c> and the headers that the
    /// document names for the request id and the wait are logged.
    /// </param>
    public ApiClientBuilder LogHeaders(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Services.Configure<ApiClientLogOptions>(Name, options => options.Headers.AddRange(names));
        return this;
    }

    /// <summary>Slows the client down to the rate that the service accepts, which <see cref="ApiRateLimiter"/> learns.</summary>
    /// <param name="permitsPerSecond">The rate to start with.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not between 0.1 and 10,000.</exception>
    public ApiClientBuilder UseRateLimiter(double permitsPerSecond = 10) => UseRateLimiter(new ApiRateLimiter(permitsPerSecond));

    /// <summary>Lets a limiter of yours decide when the client sends; clients of the same account share one.</summary>
    public ApiClientBuilder UseRateLimiter(IApiRateLimiter limiter)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        Services.Configure<ApiClientConfiguration>(Name, configuration => configuration.Options.RateLimiter = limiter);
        return this;
    }

    /// <summary>
    /// Takes a permit of a limiter of .NET for each attempt, such as a <see cref="TokenBucketRateLimiter"/>. It is never disposed.
    /// </summary>
    /// <remarks>A permit is given back as soon as it is there, so a limiter of concurrency limits nothing.</remarks>
    public ApiClientBuilder UseRateLimiter(RateLimiter limiter)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        return UseRateLimiter(new LeasingRateLimiter(limiter));
    }
}
