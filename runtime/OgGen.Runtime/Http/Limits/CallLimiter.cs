namespace OgGen;

/// <summary>The rate limiter of a client as a call uses it: an attempt waits for its turn and reports its outcome.</summary>
internal readonly struct CallLimiter(ApiCall call, IApiRateLimiter limiter)
{
    private const string Source = "the rate limiter";

    /// <summary>Waits for the turn of an attempt. Never throws.</summary>
    /// <returns>Why the attempt cannot be made; usually nothing.</returns>
    public async ValueTask<Exception?> WaitAsync()
    {
        TimeSpan remaining = call.Remaining ?? Timeout.InfiniteTimeSpan;
        if (remaining <= TimeSpan.Zero && remaining != Timeout.InfiniteTimeSpan)
        {
            return CallErrors.Timeout(call, call.Settings.Timeout, null);
        }

        // Not the attempt's limit: waiting in a long queue is no sign of a service that hangs.
        using var limit = new CancellationTokenSource(remaining, call.Core.Time);
        using CancellationTokenRegistration registration =
            call.Token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        try
        {
            await limiter.WaitAsync(limit.Token).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // Whatever a limiter throws is an outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return call.FindInterruption()
                ?? (e is OperationCanceledException && limit.IsCancellationRequested
                    ? CallErrors.Timeout(call, call.Settings.Timeout, null)
                    : ForeignException.Wrap(e, Source, call.Operation.Id, call.Secrets, null));
        }
    }

    /// <summary>Tells the limiter how an attempt ended. Never throws: what the limiter throws is an outcome.</summary>
    public Outcome Report(Outcome outcome)
    {
        try
        {
            if (outcome.Result is { Status: 429 } refused)
            {
                limiter.ReportThrottled(refused.RetryAfter);
            }
            else if (outcome.Result is not null)
            {
                limiter.ReportSuccess();
            }

            return outcome;
        }
#pragma warning disable CA1031 // Whatever a limiter throws is an outcome.
        catch (Exception e)
#pragma warning restore CA1031
        {
            using ReceivedResponse? received = outcome.Result;
            return Outcome.FromException(ForeignException.Wrap(e, Source, call.Operation.Id, call.Secrets, received));
        }
    }
}
