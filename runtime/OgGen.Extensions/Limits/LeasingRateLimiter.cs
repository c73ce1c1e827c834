using System.Threading.RateLimiting;

namespace OgGen;

/// <summary>A limiter of .NET behind the interface of the runtime. It does not learn.</summary>
internal sealed class LeasingRateLimiter(RateLimiter limiter) : IApiRateLimiter
{
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        using RateLimitLease lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        if (!lease.IsAcquired)
        {
            throw new ApiRateLimitException("The rate limiter of this client gave no permit: its queue is full. Nothing was sent.")
            {
                RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : null,
            };
        }
    }

    public void ReportThrottled(TimeSpan? retryAfter)
    {
    }

    public void ReportSuccess()
    {
    }
}
