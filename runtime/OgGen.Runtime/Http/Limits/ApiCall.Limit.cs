namespace OgGen;

/// <content>The limit of the rate: an attempt waits for its turn and reports what came of it.</content>
internal sealed partial class ApiCall
{
    /// <summary>Waits for the turn of an attempt. Never throws.</summary>
    /// <returns>Why the attempt cannot be made; usually nothing.</returns>
    private async ValueTask<Exception?> WaitForTurnAsync(IApiRateLimiter limiter)
    {
        TimeSpan remaining = Remaining ?? Timeout.InfiniteTimeSpan;
        if (remaining <= TimeSpan.Zero && remaining != Timeout.InfiniteTimeSpan)
        {
            return TimeoutFault(_settings.Timeout, null);
        }

        // Not the attempt's limit: waiting in a long queue is no sign of a service that hangs.
        using var limit = new CancellationTokenSource(remaining, _core.Time);
        using CancellationTokenRegistration registration =
            Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        try
        {
            await limiter.WaitAsync(limit.Token).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // Whatever a limiter throws is an outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Interruption(e) ?? (e is OperationCanceledException && limit.IsCancellationRequested ? TimeoutFault(_settings.Timeout, null) : e);
        }
    }

    private static void Teach(IApiRateLimiter? limiter, Outcome outcome)
    {
        if (outcome.Result is { Status: 429 } refused)
        {
            limiter?.Throttled(refused.RetryAfter);
        }
        else if (outcome.Result is not null)
        {
            limiter?.Succeeded();
        }
    }
}
