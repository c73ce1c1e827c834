namespace OgGen;

/// <summary>The attempts of a call, and the decision to repeat one.</summary>
internal readonly struct CallAttempts(ApiCall call)
{
    /// <summary>Attempts, and repeats what is worth it. Never throws: a failure is an outcome.</summary>
    public async ValueTask<Outcome> RunAsync()
    {
        for (int attempt = 0; ; attempt++)
        {
            int readsBefore = call.BodyReads;
            Outcome outcome = await AttemptAsync().ConfigureAwait(false);

            // More than once means that a handler repeats as well, and then the last response tells nothing of the earlier ones.
            int sends = call.BodyReads - readsBefore;
            bool mayRepeat = outcome.Result is not { IsSuccess: true } && MayRepeat(attempt, sends);
            TimeSpan? planned = mayRepeat ? PlanRetry(attempt, outcome) : null;
            if (planned is null && mayRepeat && call.Credentials.MayRenew(outcome))
            {
                Renewal renewal = await call.Credentials.RenewAsync(call, outcome.Result!, sends).ConfigureAwait(false);
                if (renewal.Failure is { } failure)
                {
                    return failure;
                }

                planned = renewal.HasNewSecrets ? TimeSpan.Zero : null;
            }

            if (planned is not { } delay)
            {
                return outcome;
            }

            call.Telemetry?.RetryPlanned(outcome, delay);
            outcome.Result?.Dispose();
            try
            {
                await Task.Delay(delay, call.Core.Time, call.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                return Outcome.FromException(e);
            }
        }
    }

    /// <summary>Makes one attempt. Never throws: a failure is an outcome.</summary>
    private ValueTask<Outcome> AttemptAsync()
        => call.Core.RateLimiter is null && call.Telemetry is null
            ? new CallAttempt(call).SendAsync()
            : WatchedAttemptAsync();

    /// <summary>The same for a call that somebody limits or watches.</summary>
    private async ValueTask<Outcome> WatchedAttemptAsync()
    {
        IApiRateLimiter? limiter = call.Core.RateLimiter;
        if (limiter is not null && await new CallLimiter(call, limiter).WaitAsync().ConfigureAwait(false) is { } reason)
        {
            return Outcome.FromException(reason);
        }

        call.Telemetry?.AttemptStarted();
        Outcome outcome = await new CallAttempt(call).SendAsync().ConfigureAwait(false);
        if (limiter is not null)
        {
            outcome = new CallLimiter(call, limiter).Report(outcome);
        }

        call.Telemetry?.AttemptEnded(outcome);
        return outcome;
    }

    /// <summary>Decides about another attempt and takes it from the budget.</summary>
    /// <param name="attempt">The number of the attempt that has ended, from 0.</param>
    /// <param name="outcome">How it ended: no success.</param>
    /// <returns>The wait before the next attempt; <see langword="null"/> if there is none.</returns>
    private TimeSpan? PlanRetry(int attempt, Outcome outcome)
    {
        ApiRetryOptions options = call.Settings.Retry;
        HttpMethod method = call.Operation.Method;
        bool applies = outcome.Exception is { } exception
            ? RetryRule.Applies(method, exception, options)
            : RetryRule.Applies(method, outcome.Result!.Status, options);
        if (!applies)
        {
            return null;
        }

        TimeSpan delay = RetryRule.Delay(attempt, outcome.Result?.RetryAfter, options);
        if (call.Remaining is { } remaining && delay >= remaining)
        {
            // The next attempt would start too late; the caller has more from the response now.
            return null;
        }

        // A limiter slows everybody down after a 429, so that repeating it is no flood.
        bool isPaced = outcome.Result is { Status: 429 } && call.Core.RateLimiter is not null;
        return isPaced || call.Core.Budget.TryTake() ? delay : null;
    }

    /// <summary>Whether another attempt may follow at all, by the options, the body, and how often the last attempt has sent it.</summary>
    private bool MayRepeat(int attempt, int sends)
    {
        ApiRetryOptions options = call.Settings.Retry;
        return options.Enabled
            && attempt < options.MaxRetries
            && call.Body is not ({ CanRepeat: false } or { Failure: not null })
            && (sends <= 1 || RetryRule.IsRepeatable(call.Operation.Method, options));
    }
}
