namespace OgGen;

/// <summary>An attempt that an exception ended.</summary>
/// <param name="Source">
/// What threw, as it is written in messages: <see cref="CallErrors.TokenProvider"/> or <see cref="CallErrors.Transport"/>.
/// </param>
/// <param name="Limit">The option that set the limit of time.</param>
/// <param name="IsOutOfTime">Whether that limit was reached.</param>
/// <param name="Sends">How often the body was sent.</param>
internal readonly record struct FailedAttempt(string Source, TimeSpan Limit, bool IsOutOfTime, int Sends);

/// <summary>The exceptions of a call. No text shows a secret.</summary>
internal static class CallErrors
{
    public const string TokenProvider = "the token provider";
    public const string Transport = "the transport";

    /// <summary>Classifies an exception: the outcome of the attempt that it ended.</summary>
    public static Outcome Classify(ApiCall call, Exception exception, ReceivedResponse? received, FailedAttempt attempt)
    {
        if (call.FindInterruption() is { } interruption)
        {
            received?.Dispose();
            return Outcome.FromException(interruption);
        }

        if (call.Body?.Failure is { } ofCaller)
        {
            // Whatever a transport makes of it: the caller's own stream has failed, and the caller knows its exceptions.
            received?.Dispose();
            return Outcome.FromException(ofCaller);
        }

        ApiConnectionFailure? failure = TransportError.Of(exception);
        bool isTransport = exception is OperationCanceledException or InvalidDataException || failure is not null;
        if (received is { IsSuccess: false } && isTransport && attempt.Source == Transport)
        {
            // An error whose description did not arrive whole is still that error.
            return Outcome.FromResult(received);
        }

        using (received)
        {
            return Outcome.FromException(
                attempt.IsOutOfTime && isTransport ? Timeout(call, attempt.Limit, null)
                : exception is OperationCanceledException ? Abandoned(call, exception, attempt.Sends)
                : exception is InvalidDataException && received is not null
                    ? received.CreateFormatException(" with a body that cannot be decompressed", exception)
                : failure is { } known ? Connection(call, known, exception, received, attempt.Sends)
                : ForeignException.Wrap(exception, attempt.Source, call.Operation.Id, call.Secrets, received));
        }
    }

    /// <summary>The exception for a limit of time that was reached.</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">The limit; <see langword="null"/> where it is not this client's.</param>
    /// <param name="cause">What was thrown.</param>
    public static ApiTimeoutException Timeout(ApiCall call, TimeSpan? limit, Exception? cause)
    {
        string text = limit is { } span
            ? FormattableString.Invariant($"{call.Description} took longer than {span.TotalSeconds:0.###} s.")
            : $"{call.Description} timed out.";
        Exception? masked = cause is null ? null : call.Secrets.Redact(cause);
        return new ApiTimeoutException(text, masked) { Operation = call.Operation.Id, Limit = limit };
    }

    public static ApiException TooLarge(ApiCall call, ReceivedResponse received)
        => received.CreateFormatException($" with more than {call.Core.MaxResponseBytes} bytes, the limit of MaxResponseBytes", null);

    public static ApiException Redirect(ApiCall call, ReceivedResponse received)
        => new(
            $"{call.Description}: the HttpClient or handler followed a redirect. Switch AllowAutoRedirect off; the response is not used.")
        {
            Operation = call.Operation.Id,
            Status = received.Status,
            Headers = received.Headers.WithoutSecrets(),
        };

    /// <summary>The exception for a response that a browser has, and does not show to a page.</summary>
    public static ApiException HiddenResponse(ApiCall call)
        => new(
            $"{call.Description} was answered with a redirect, which is not followed, or in the mode no-cors: "
            + "a browser shows a page neither.")
        {
            Operation = call.Operation.Id,
        };

    /// <summary>A cancellation that neither the caller nor this call asked for.</summary>
    private static ApiException Abandoned(ApiCall call, Exception exception, int sends)
        => exception.InnerException is not TimeoutException ? Connection(call, ApiConnectionFailure.Interrupted, exception, null, sends)

        // The only timer of our handler is ConnectTimeout.
        : call.Core.Transport.IsOwn ? Connection(call, ApiConnectionFailure.Connect, exception, null, sends)

        // HttpClient.Timeout of the caller's client.
        : Timeout(call, null, exception);

    private static ApiConnectionException Connection(
        ApiCall call, ApiConnectionFailure failure, Exception cause, ReceivedResponse? received, int sends)
    {
        // A service that is gone now may have seen the request before, where a handler has sent it more than once.
        bool mayHaveBeenSent = sends > 0 && failure is (ApiConnectionFailure.Connect or ApiConnectionFailure.NameResolution);
        return new ApiConnectionException(
            $"{call.Description} failed: {TransportError.Describe(failure)}.",
            mayHaveBeenSent ? ApiConnectionFailure.Interrupted : failure,
            call.Secrets.Redact(cause))
        {
            Operation = call.Operation.Id,
            Status = received?.Status,
            Headers = received?.Headers.WithoutSecrets() ?? ApiResponseHeaders.Empty,
        };
    }
}
