namespace OgGen;

/// <summary>Which outcomes are worth another attempt, and after which wait.</summary>
internal static class RetryRule
{
    /// <summary>Whether a response may be followed by another attempt.</summary>
    public static bool Applies(HttpMethod method, int status, ApiRetryOptions options) => status switch
    {
        // The service did nothing with the request.
        429 => true,
        408 or 500 or 502 or 503 or 504 => IsRepeatable(method, options),
        _ => false,
    };

    /// <summary>Whether a failure may be followed by another attempt.</summary>
    public static bool Applies(HttpMethod method, Exception exception, ApiRetryOptions options) => exception switch
    {
        ApiConnectionException { NothingWasSent: true } => true,
        ApiConnectionException { Failure: ApiConnectionFailure.Interrupted } => IsRepeatable(method, options),
        ApiTimeoutException => IsRepeatable(method, options),
        _ => false,
    };

    /// <summary>What the service asks for, else exponential with full jitter; capped.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 0.</param>
    /// <param name="asked">The wait that the service asks for. "At once" is no advice that a failing service can mean.</param>
    /// <param name="options">The limits.</param>
    public static TimeSpan Delay(int attempt, TimeSpan? asked, ApiRetryOptions options)
    {
        if (asked > TimeSpan.Zero)
        {
            return asked < options.MaxDelay ? asked.Value : options.MaxDelay;
        }

        double ceiling = Math.Min(options.MaxDelay.TotalMilliseconds, options.BaseDelay.TotalMilliseconds * Math.Pow(2, attempt));

        // Jitter needs no secrecy.
#pragma warning disable CA5394
        return TimeSpan.FromMilliseconds(ceiling * Random.Shared.NextDouble());
#pragma warning restore CA5394
    }

    /// <summary>
    /// Whether a request may be sent again that the service may have seen: idempotent methods (RFC 9110, 9.2.2), but not DELETE, whose
    /// repetition gives 404 where the first one succeeded.
    /// </summary>
    public static bool IsRepeatable(HttpMethod method, ApiRetryOptions options)
        => options.RetryUnsafeMethods
            || method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Put
            || method == HttpMethod.Trace || method.Method == "QUERY";
}
