using OgGen.Generated;

namespace OgGen;

/// <summary>
/// One call: what it sends, the limit of its time, and who may end it. What changes is in the objects that it owns.
/// </summary>
internal sealed class ApiCall : IDisposable
{
    private readonly long _startedAt;
    private CancellationTokenSource? _linked;

    /// <param name="pipeline">What sends the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="read">What reads the response.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="InvalidOperationException">
    /// The client has no credential that the operation accepts, or the request was sent before.
    /// </exception>
    public ApiCall(ApiPipeline pipeline, ApiRequest request, Delegate read, CancellationToken cancellationToken)
    {
        ClientCore core = pipeline.Core;
        ApiOperation operation = request.Operation;
        Secrets = new UsedSecrets(core.Credentials);
        Credentials = CallCredentials.For(operation, core.Credentials);
        Body = request.Body ?? (operation.AlwaysHasBody ? new BufferedBody(ReadOnlyMemory<byte>.Empty, null) : null);
        string prefix = core.PrefixOf(operation, pipeline.Settings.Server);
        Origin = new ResponseOrigin(pipeline, request, request.TakeUri(prefix), prefix, read);
        _startedAt = core.Time.GetTimestamp();
        CallerToken = cancellationToken;
        Telemetry = CallTelemetry.Start(this);
    }

    /// <summary>What is sent, where, and with what.</summary>
    public ResponseOrigin Origin { get; }

    public ClientCore Core => Origin.Pipeline.Core;

    public CallSettings Settings => Origin.Pipeline.Settings;

    public ApiRequest Request => Origin.Request;

    public ApiOperation Operation => Origin.Operation;

    /// <summary>The body of the request; of a request that may change something at least an empty one.</summary>
    public RequestBody? Body { get; }

    /// <summary>How often the body was read to be sent, in all attempts. Requests without a body are not counted.</summary>
    public int BodyReads => Body?.Reads ?? 0;

    /// <summary>What no text may show.</summary>
    public UsedSecrets Secrets { get; }

    public CallCredentials Credentials { get; }

    /// <summary>Who watches the call; <see langword="null"/> where nobody does.</summary>
    public CallTelemetry? Telemetry { get; }

    /// <summary>Cancelled by the caller.</summary>
    public CancellationToken CallerToken { get; }

    /// <summary>
    /// Cancelled by the caller, or when the client is disposed: for the waits between attempts, which most calls do not have.
    /// </summary>
    public CancellationToken Token
        => CallerToken.CanBeCanceled
            ? (_linked ??= CancellationTokenSource.CreateLinkedTokenSource(CallerToken, Core.Transport.Shutdown)).Token
            : Core.Transport.Shutdown;

    /// <summary>The time since the call began.</summary>
    public TimeSpan Elapsed => Core.Time.GetElapsedTime(_startedAt);

    /// <summary>What is left of the call's time; <see langword="null"/> without a limit.</summary>
    public TimeSpan? Remaining => Settings.Timeout == Timeout.InfiniteTimeSpan ? null : Settings.Timeout - Elapsed;

    /// <summary>The operation with its method and address, for messages.</summary>
    public string Description => Operation.At(Origin.Prefix);

    /// <summary>Finds the limit of an attempt.</summary>
    /// <param name="limit">How long the attempt may take.</param>
    /// <param name="option">The option that sets the limit: the attempt's, or the call's where less is left of it.</param>
    /// <returns>Whether any time of the call is left.</returns>
    public bool TryGetLimit(out TimeSpan limit, out TimeSpan option)
    {
        limit = option = Settings.AttemptTimeout;
        if (Remaining is not { } remaining)
        {
            return true;
        }

        limit = ApiTimeouts.Min(limit, remaining);
        option = limit == remaining ? Settings.Timeout : option;
        return remaining > TimeSpan.Zero;
    }

    /// <summary>The exception for a call that the caller cancelled, or whose client was disposed; else nothing.</summary>
    public Exception? FindInterruption()
        => CallerToken.IsCancellationRequested ? new OperationCanceledException($"{Operation.Id} was cancelled.", CallerToken)
        : Core.Transport.Shutdown.IsCancellationRequested
            ? new ObjectDisposedException(Core.Name, $"{Operation.Id} ended because the client was disposed.")
        : null;

    public void Dispose() => _linked?.Dispose();
}
