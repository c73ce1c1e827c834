using OgGen.Generated;

namespace OgGen;

/// <summary>One call: all its attempts, their common limit of time, and the decision to repeat.</summary>
internal sealed partial class ApiCall : IDisposable
{
    private readonly ClientCore _core;
    private readonly CallSettings _settings;
    private readonly ApiRequest _request;
    private readonly ApiOperation _operation;
    private readonly IReadOnlyList<string> _schemes;
    private readonly Uri _uri;
    private readonly UsedSecrets _secrets;
    private readonly long _startedAt;
    private readonly CancellationToken _userToken;
    private readonly CancellationTokenSource? _linked;

    // How often the body was read before this attempt; the body of a request without one is empty.
    private readonly RequestBody? _body;
    private int _readsBefore;

    /// <exception cref="InvalidOperationException">
    /// The client has no credential that the operation accepts, or the request was sent before.
    /// </exception>
    public ApiCall(ClientCore core, CallSettings settings, ApiRequest request, CancellationToken cancellationToken)
    {
        _core = core;
        _settings = settings;
        _request = request;
        _operation = request.Operation;
        _secrets = new UsedSecrets(core.Credentials);
        _schemes = CredentialChoice.For(_operation, core.Credentials);
        _body = request.Body ?? (_operation.AlwaysHasBody ? new BufferedBody(ReadOnlyMemory<byte>.Empty, null) : null);
        Prefix = core.PrefixOf(_operation, settings.Server);
        _uri = request.TakeUri(Prefix);
        _startedAt = core.Time.GetTimestamp();
        _userToken = cancellationToken;
        if (cancellationToken.CanBeCanceled)
        {
            _linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, core.Transport.Shutdown);
            Token = _linked.Token;
        }
        else
        {
            Token = core.Transport.Shutdown;
        }

        _activity = StartActivity();
    }

    /// <summary>Cancelled by the caller, or when the client is disposed.</summary>
    public CancellationToken Token { get; }

    /// <summary>The base address of the server that the request goes to, without a slash at the end.</summary>
    public string Prefix { get; }

    /// <summary>Where the request goes, without what credentials add to it.</summary>
    public Uri Address => _uri;

    /// <summary>Attempts, and repeats what is worth it. Never throws: a failure is an outcome.</summary>
    public async ValueTask<Outcome> RunAsync()
    {
        for (int attempt = 0; ; attempt++)
        {
            Outcome outcome = await AttemptAsync().ConfigureAwait(false);
            TimeSpan? planned = PlanRetry(attempt, outcome);
            if (planned is null && MayRenew(attempt, outcome))
            {
                if (await RenewAsync(outcome.Result!).ConfigureAwait(false) is { } failure)
                {
                    return failure;
                }

                planned = _renewed is null ? null : TimeSpan.Zero;
                if (planned is not null)
                {
                    RetryPlanned(outcome, TimeSpan.Zero);
                }
            }

            if (planned is not { } delay)
            {
                return outcome;
            }

            outcome.Result?.Dispose();
            try
            {
                await Task.Delay(delay, _core.Time, Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                return Outcome.FromException(e);
            }
        }
    }

    /// <summary>Decides about another attempt and takes it from the budget.</summary>
    /// <param name="attempt">The number of the attempt that has ended, from 0.</param>
    /// <param name="outcome">How it ended.</param>
    /// <returns>The wait before the next attempt; <see langword="null"/> if there is none.</returns>
    private TimeSpan? PlanRetry(int attempt, Outcome outcome)
    {
        ApiRetryOptions options = _settings.Retry;
        if (outcome.Result is { IsSuccess: true } || !MayRepeat(attempt))
        {
            return null;
        }

        bool applies = outcome.Exception is { } exception
            ? RetryRule.Applies(_operation.Method, exception, options)
            : RetryRule.Applies(_operation.Method, outcome.Result!.Status, options);
        if (!applies)
        {
            return null;
        }

        TimeSpan delay = RetryRule.Delay(attempt, outcome.Result?.RetryAfter, options);
        if (Remaining is { } remaining && delay >= remaining)
        {
            // The next attempt would start too late; the caller has more from the answer now.
            return null;
        }

        // A limiter slows everybody down after a 429, so that repeating it is no flood.
        bool isPaced = outcome.Result is { Status: 429 } && _core.RateLimiter is not null;
        if (!isPaced && !_core.Budget.TryTake())
        {
            return null;
        }

        RetryPlanned(outcome, delay);
        return delay;
    }

    /// <summary>Whether another attempt may follow at all, by the options, the body, and what a handler has sent.</summary>
    private bool MayRepeat(int attempt)
    {
        ApiRetryOptions options = _settings.Retry;
        return options.Enabled
            && attempt < options.MaxRetries
            && _request.Body is not ({ CanRepeat: false } or { Failure: not null })
            && (Sends <= 1 || RetryRule.IsRepeatable(_operation.Method, options));
    }

    /// <summary>
    /// How often the last attempt has sent its body. More than once means that a handler repeats as well, and then the last response says
    /// nothing about the earlier ones. Requests that have no body are not counted; they may be repeated anyway.
    /// </summary>
    private int Sends => (_body?.Reads ?? 0) - _readsBefore;

    /// <summary>The exception that the caller sees for one that ended the call.</summary>
    public Exception Final(Exception exception) => Interruption(exception) ?? exception;

    public void Dispose() => _linked?.Dispose();

    /// <summary>What is left of the call's time; <see langword="null"/> without a limit.</summary>
    private TimeSpan? Remaining
        => _settings.Timeout == Timeout.InfiniteTimeSpan ? null : _settings.Timeout - _core.Time.GetElapsedTime(_startedAt);

    /// <summary>The exception for a call that the caller cancelled, or whose client was disposed; else nothing.</summary>
    private Exception? Interruption(Exception cause)
        => _userToken.IsCancellationRequested ? new OperationCanceledException($"{_operation.Id} was cancelled.", _userToken)
        : _core.Transport.Shutdown.IsCancellationRequested ? new ObjectDisposedException(_core.Name, $"{_operation.Id} ended because the client was disposed.")
        : null;
}
