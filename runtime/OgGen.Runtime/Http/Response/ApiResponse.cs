using System.Diagnostics;
using OgGen.Generated;

namespace OgGen;

/// <summary>What came with a successful answer besides its value.</summary>
/// <param name="status">The HTTP status, 100 to 599.</param>
/// <param name="headers">The headers.</param>
/// <exception cref="ArgumentOutOfRangeException">The status is none.</exception>
public class ApiResponse(int status, ApiResponseHeaders headers)
{
    // Where the answer came from; nothing of it in answers that tests make.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private protected ApiPipeline? _pipeline;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private protected ApiRequest? _request;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private protected Uri? _address;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private protected string? _prefix;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private protected Delegate? _read;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[]? _rawBody;

    /// <summary>The HTTP status, 100 to 599: of an operation, 200 to 299, or what its document describes of 300 to 399.</summary>
    public int Status { get; } = StatusText.Check(status, nameof(status));

    /// <summary>The headers.</summary>
    public ApiResponseHeaders Headers { get; } = headers;

    /// <summary>The id that the service gave the request, if the document says where it stands.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// After which time the service wants the next request: <c>Retry-After</c>, or the header that the document marks
    /// (for example the period of a rate limit).
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The body as it came, after decompression: empty where there was none. <see langword="null"/> unless
    /// <see cref="ApiCallOptions.KeepRawBody"/> asked for it, and for bodies that are read while they arrive.
    /// </summary>
    public ReadOnlyMemory<byte>? RawBody
    {
        get => _rawBody is null ? default(ReadOnlyMemory<byte>?) : new ReadOnlyMemory<byte>(_rawBody);
        init => _rawBody = value?.ToArray();
    }

    /// <summary>The address of the answer, where asking again for it means a GET.</summary>
    internal Uri? PageAddress => _request?.Operation.Method == HttpMethod.Get ? _address : null;

    /// <summary>The address to follow.</summary>
    internal Uri Resolve(string next)
    {
        if (_pipeline is null)
        {
            throw new InvalidOperationException("This answer did not come from a client; there is nothing to follow it with.");
        }

        return NextAddress.Resolve(_address!, next, _prefix!, out string? fault) ?? throw Fault($"named an address {fault}, which is not followed");
    }

    /// <summary>The exception for what this answer says about others.</summary>
    internal ApiException Fault(string problem)
        => new($"{_request?.Operation.Id ?? "An answer"} {problem}.") { Operation = _request?.Operation.Id, Status = Status };

    /// <param name="pipeline">What sent the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="call">The call that it was sent with.</param>
    /// <param name="read">What reads an answer like this one.</param>
    internal void CameFrom(ApiPipeline pipeline, ApiRequest request, ApiCall call, Delegate read)
    {
        _pipeline = pipeline;
        _request = request;
        _address = call.Address;
        _prefix = call.Prefix;
        _read = read;
    }

    /// <summary>Asks for another answer like this one.</summary>
    private protected async Task<TAnswer> SendAsync<TAnswer>(string next, CancellationToken cancellationToken)
        where TAnswer : ApiResponse
    {
        Uri address = Resolve(next);
        return await _pipeline!.FollowAsync(_request!.Follow(address), (Func<ApiReply, TAnswer>)_read!, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A successful answer with its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value.</param>
/// <param name="status">The HTTP status, 100 to 599.</param>
/// <param name="headers">The headers.</param>
/// <exception cref="ArgumentOutOfRangeException">The status is none.</exception>
public class ApiResponse<T>(T value, int status, ApiResponseHeaders headers) : ApiResponse(status, headers)
{
    /// <summary>The value.</summary>
    /// <exception cref="ApiException">
    /// The response has none: its <see cref="ApiResponse.Status"/> is 304 (Not Modified), because the request had a condition.
    /// </exception>
    public T Value => NoValue is null ? value : ThrowNoValue();

    /// <summary>What reading the value throws, where there is none.</summary>
    internal ApiException? NoValue { get; init; }

    /// <summary>
    /// Follows an address that this answer names, such as the next page of a list: with GET, the same credentials, options and header
    /// parameters, and the same type of result.
    /// </summary>
    /// <param name="next">
    /// The address; a relative one is resolved against the address of this answer. It must be below the client's base address, because the
    /// credentials go along.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ApiException">The address leads elsewhere, and nothing was sent; or the call failed.</exception>
    /// <exception cref="InvalidOperationException">This answer was made by a test: no client can follow it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the exception carries it.</exception>
    public Task<ApiResponse<T>> FollowAsync(string next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        return SendAsync<ApiResponse<T>>(next, cancellationToken);
    }

    private T ThrowNoValue() => throw NoValue!;

    /// <inheritdoc cref="FollowAsync(string, CancellationToken)"/>
    public Task<ApiResponse<T>> FollowAsync(Uri next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        return SendAsync<ApiResponse<T>>(next.OriginalString, cancellationToken);
    }
}
