namespace OgGen;

/// <summary>Decides when a client may send, so that a service with a limit gets no more requests than it accepts.</summary>
/// <remarks>Safe for concurrent use; several clients of one account share one instance.</remarks>
public interface IApiRateLimiter
{
    /// <summary>Waits for the turn of one attempt; the limit of time of the whole call covers the wait.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask WaitAsync(CancellationToken cancellationToken);

    /// <summary>The service refused an attempt because there were too many (429).</summary>
    /// <param name="retryAfter">How long it asks to wait, if it names a time.</param>
    void ReportThrottled(TimeSpan? retryAfter);

    /// <summary>The service answered an attempt with anything else than 429.</summary>
    void ReportSuccess();
}
