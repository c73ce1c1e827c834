namespace OgGen;

/// <summary>
/// What an exception becomes that is none of HTTP: a handler, a token provider or a rate limiter of the caller's threw it, or a library
/// that one of them uses.
/// </summary>
internal static class ForeignException
{
    /// <summary>
    /// The exception for the caller, with the thrown one inside, masked. That of another client passes where it shows no secret.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="source">What threw it, as it is written in messages: <c>the token provider</c>.</param>
    /// <param name="operation">The id of the operation.</param>
    /// <param name="secrets">The secrets of the call.</param>
    /// <param name="received">The response, if one came before.</param>
    public static ApiException Wrap(Exception exception, string source, string operation, UsedSecrets secrets, ReceivedResponse? received)
    {
        Exception cause = secrets.Redact(exception);
        if (cause is ApiException passing)
        {
            return passing;
        }

        string text = ResponseDetails.Snippet(secrets.Redact(exception.Message));
        string message = $"{operation} failed: {source} threw {exception.GetType()}: {text}";
        int? status = received?.Status;
        ApiResponseHeaders headers = received?.Headers.WithoutSecrets() ?? ApiResponseHeaders.Empty;
        return exception is TimeoutException
            ? new ApiTimeoutException(message, cause) { Operation = operation, Status = status, Headers = headers }
            : new ApiException(message, cause) { Operation = operation, Status = status, Headers = headers };
    }
}
