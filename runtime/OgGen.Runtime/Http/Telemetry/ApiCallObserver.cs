namespace OgGen;

/// <summary>Watches the calls of a client, for example to log them.</summary>
/// <remarks>
/// It is called on the threads of the calls, many at once, and should be quick. What it throws is ignored: watching a call does not
/// change how it ends.
/// </remarks>
public abstract class ApiCallObserver
{
    /// <summary>An attempt has ended; another one may follow.</summary>
    /// <param name="report">The attempt; <see cref="ApiCallReport.Elapsed"/> is its own duration.</param>
    public virtual void OnAttemptEnded(ApiCallReport report)
    {
    }

    /// <summary>The attempt that has just ended will be repeated.</summary>
    /// <param name="report">The attempt; <see cref="ApiCallReport.Elapsed"/> is its own duration.</param>
    /// <param name="delay">The wait before the next attempt.</param>
    public virtual void OnRetrying(ApiCallReport report, TimeSpan delay)
    {
    }

    /// <summary>A call has ended.</summary>
    /// <param name="report">The call; <see cref="ApiCallReport.Elapsed"/> is the duration of everything.</param>
    public virtual void OnCallEnded(ApiCallReport report)
    {
    }
}

/// <summary>What an observer learns: nothing of the request's values, no message of an exception, and no secret.</summary>
public sealed class ApiCallReport
{
    internal ApiCallReport(ApiOperation operation)
    {
        Operation = operation;
    }

    /// <summary>The operation: its id, method and route template.</summary>
    public ApiOperation Operation { get; }

    /// <summary>How many attempts the call has made so far.</summary>
    public int Attempts { get; internal init; }

    /// <summary>The time that it took.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>The HTTP status, if a response came.</summary>
    public int? Status { get; internal init; }

    /// <summary>
    /// What went wrong, as <c>error.type</c> of OpenTelemetry: the status, <c>timeout</c>, <c>connection_error</c>, the name of an
    /// exception's type, and so on; <see langword="null"/> after a success.
    /// </summary>
    public string? ErrorType { get; internal init; }

    /// <summary>Whether the caller cancelled the call, or the client was disposed.</summary>
    public bool IsCancelled { get; internal init; }

    /// <summary>
    /// The headers of the response, with <c>***</c> for a secret that the service echoes. They may hold values of other kinds.
    /// </summary>
    public ApiResponseHeaders Headers { get; internal init; } = ApiResponseHeaders.Empty;
}
