

namespace OgGen.Generated;

public sealed partial class ApiPipeline
{
    /// <summary>Asks until the response is no longer the operation's "not yet".</summary>
    /// <param name="operation">An operation with a <see cref="ApiOperation.Poll"/> rule.</param>
    /// <param name="options">How often and how long; <see langword="null"/> means the defaults.</param>
    /// <param name="get">Asks once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ApiTimeoutException">
    /// The deadline passed. Its message and its members say what the last response was; <see cref="Exception.InnerException"/> is the
    /// exception of that response.
    /// </exception>
    /// <exception cref="ApiException">A call failed for another reason.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<T> PollAsync<T>(
        ApiOperation operation,
        ApiPollOptions? options,
        Func<CancellationToken, Task<T>> get,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(get);
        options ??= ApiPollOptions.Default;
        options.Validate();
        TimeSpan interval = options.Interval;
        ApiException? notYet = null;

        // The deadline also ends a question that is being asked.
        using var deadline = new CancellationTokenSource(options.Deadline, Core.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token, Core.Transport.Shutdown);
        long startedAt = Core.Time.GetTimestamp();
        while (true)
        {
            try
            {
                return await get(stop.Token).ConfigureAwait(false);
            }
            catch (ApiException e) when (operation.Poll?.Matches(e) == true)
            {
                notYet = e;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                throw PollEnded(operation, options, notYet, cancellationToken);
            }

            TimeSpan remaining = options.Deadline - Core.Time.GetElapsedTime(startedAt);
            TimeSpan wait = Wait(notYet, interval);
            if (options.Deadline != Timeout.InfiniteTimeSpan && remaining <= wait)
            {
                throw PollTimeout(operation, options, notYet);
            }

            try
            {
                await Task.Delay(wait, Core.Time, stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                throw PollEnded(operation, options, notYet, cancellationToken);
            }

            interval = interval * 1.5 < options.MaxInterval ? interval * 1.5 : options.MaxInterval;
        }
    }

    /// <summary>The wait before the next question: what the service asks for, where that is longer, but at most a day.</summary>
    private TimeSpan Wait(ApiException notYet, TimeSpan interval)
    {
        TimeSpan? asked = (notYet as ApiRateLimitException)?.RetryAfter
            ?? (notYet.Headers["Retry-After"] is { } text ? RetryAfterText.Parse(text, Core.Time.GetUtcNow()) : null);
        return asked > ApiPollOptions.LongestWait ? ApiPollOptions.LongestWait : asked > interval ? asked.Value : interval;
    }

    /// <summary>Asks until the response is no longer the operation's "not yet"; for an operation without result.</summary>
    /// <inheritdoc cref="PollAsync{T}"/>
    public Task PollAsync(
        ApiOperation operation,
        ApiPollOptions? options,
        Func<CancellationToken, Task> get,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(get);
        return PollAsync<object?>(
            operation,
            options,
            async token =>
            {
                await get(token).ConfigureAwait(false);
                return null;
            },
            cancellationToken);
    }

    private Exception PollEnded(ApiOperation operation, ApiPollOptions options, ApiException? notYet, CancellationToken userToken)
        => userToken.IsCancellationRequested ? new OperationCanceledException($"Waiting for {operation.Id} was cancelled.", userToken)
        : Core.Transport.Shutdown.IsCancellationRequested ? new ObjectDisposedException(Core.Name)
        : PollTimeout(operation, options, notYet);

    private static ApiTimeoutException PollTimeout(ApiOperation operation, ApiPollOptions options, ApiException? notYet)
    {
        string last = notYet is null ? "No response came." : $"The last response: {notYet.Message}";
        string message = FormattableString.Invariant(
            $"{operation.Id} had no result within {options.Deadline.TotalSeconds:0.###} s. {last}");
        return new ApiTimeoutException(message, notYet)
        {
            Operation = operation.Id,
            Status = notYet?.Status,
            RequestId = notYet?.RequestId,
            ErrorBody = notYet?.ErrorBody,
            RawBody = notYet?.RawBody,
            Headers = notYet?.Headers ?? ApiResponseHeaders.Empty,
            Limit = options.Deadline,
        };
    }
}
