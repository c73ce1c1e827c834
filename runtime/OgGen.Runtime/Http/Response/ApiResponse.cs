using System.Diagnostics;
using OgGen.Generated;

namespace OgGen;

/// <summary>What came with a successful response besides its value.</summary>
/// <param name="status">The HTTP status, 100 to 599.</param>
/// <param name="headers">The headers.</param>
/// <exception cref="ArgumentOutOfRangeException">The status is none.</exception>
public class ApiResponse(int status, ApiResponseHeaders headers)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[]? _rawBody;

    /// <summary>The HTTP status, 100 to 599: of an operation, 200 to 299, or what its document describes of 300 to 399.</summary>
    public int Status { get; } = StatusText.Check(status, nameof(status));

    /// <summary>The headers.</summary>
    public ApiResponseHeaders Headers { get; } = headers;

    /// <summary>The id that the service gave the request, if the document marks the header that carries it.</summary>
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

    /// <summary>Where the response comes from; nothing for one that a test makes.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal ResponseOrigin? Origin { get; init; }

    /// <summary>The address of the response, where asking again for it means a GET.</summary>
    internal Uri? PageAddress => Origin is { } origin && origin.Operation.Method == HttpMethod.Get ? origin.Address : null;

    /// <summary>The address to follow.</summary>
    internal Uri Resolve(string next)
    {
        ResponseOrigin origin = RequireOrigin();
        return NextAddress.Resolve(origin.Address, next, origin.Prefix, out string? problem)
            ?? throw CreateException($"named an address {problem}, which is not followed");
    }

    /// <summary>The exception for an address in this response that is not followed.</summary>
    internal ApiException CreateException(string problem)
        => new($"{Origin?.Operation.Id ?? "A response"} {problem}.") { Operation = Origin?.Operation.Id, Status = Status };

    /// <summary>Asks for another response like this one.</summary>
    private protected async Task<TResponse> SendAsync<TResponse>(string next, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        Uri address = Resolve(next);
        ResponseOrigin origin = RequireOrigin();
        var read = (Func<ReceivedResponse, TResponse>)origin.Read;
        return await origin.Pipeline.FollowAsync(origin.Request.Follow(address), read, cancellationToken).ConfigureAwait(false);
    }

    private ResponseOrigin RequireOrigin()
        => Origin ?? throw new InvalidOperationException("This response did not come from a client; there is nothing to follow it with.");
}

/// <summary>A successful response with its value.</summary>
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
    /// Follows an address that this response names, such as the next page of a list: with GET, the same credentials, options and header
    /// parameters, and the same type of result.
    /// </summary>
    /// <param name="next">
    /// The address; a relative one is resolved against the address of this response. It must be below the client's base address, because
    /// the credentials go along.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ApiException">The address leads elsewhere, and nothing was sent; or the call failed.</exception>
    /// <exception cref="InvalidOperationException">This response was made by a test: no client can follow it.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was cancelled; the exception carries it.
    /// </exception>
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
