namespace OgGen;

/// <content>The limit of the rate: an attempt waits for its turn and reports what came of it.</content>
internal sealed partial class ApiCall
{
    private const string RateLimiter = "the rate limiter";

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
            return Interruption(e)
                ?? (e is OperationCanceledException && limit.IsCancellationRequested
                    ? TimeoutFault(_settings.Timeout, null)
                    : ForeignException.Wrap(e, RateLimiter, _operation.Id, _secrets, null));
        }
    }

    /// <summary>Tells the limiter how an attempt ended. Never throws: what the limiter throws is an outcome.</summary>
    private Outcome Report(IApiRateLimiter limiter, Outcome outcome)
    {
        try
        {
            if (outcome.Result is { Status: 429 } refused)
            {
                limiter.Throttled(refused.RetryAfter);
            }
            else if (outcome.Result is not null)
            {
                limiter.Succeeded();
            }

            return outcome;
        }
#pragma warning disable CA1031 // Whatever a limiter throws is an outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            using ApiReply? reply = outcome.Result;
            return Outcome.FromException(ForeignException.Wrap(e, RateLimiter, _operation.Id, _secrets, reply));
        }
    }
}
