namespace OgGen;

/// <summary>What came with a successful response that has no value, and the headers that the document describes.</summary>
/// <typeparam name="THeaders">The generated type of the headers.</typeparam>
/// <param name="status">The HTTP status, 100 to 599.</param>
/// <param name="headers">The headers.</param>
/// <exception cref="ArgumentOutOfRangeException">The status is none.</exception>
public sealed class ApiResponseWithHeaders<THeaders>(int status, THeaders headers) : ApiResponse(status, headers)
    where THeaders : ApiResponseHeaders
{
    /// <summary>The headers, with a property for each that the document describes.</summary>
    public new THeaders Headers { get; } = headers;
}

/// <summary>A successful response with its value and the headers that the document describes.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="THeaders">The generated type of the headers.</typeparam>
/// <param name="value">The value.</param>
/// <param name="status">The HTTP status, 100 to 599.</param>
/// <param name="headers">The headers.</param>
/// <exception cref="ArgumentOutOfRangeException">The status is none.</exception>
public sealed class ApiResponseWithHeaders<T, THeaders>(T value, int status, THeaders headers) : ApiResponse<T>(value, status, headers)
    where THeaders : ApiResponseHeaders
{
    /// <summary>The headers, with a property for each that the document describes.</summary>
    public new THeaders Headers { get; } = headers;

    /// <inheritdoc cref="ApiResponse{T}.FollowAsync(string, CancellationToken)"/>
    public new Task<ApiResponseWithHeaders<T, THeaders>> FollowAsync(string next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        return SendAsync<ApiResponseWithHeaders<T, THeaders>>(next, cancellationToken);
    }

    /// <inheritdoc cref="ApiResponse{T}.FollowAsync(string, CancellationToken)"/>
    public new Task<ApiResponseWithHeaders<T, THeaders>> FollowAsync(Uri next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        return SendAsync<ApiResponseWithHeaders<T, THeaders>>(next.OriginalString, cancellationToken);
    }
}
