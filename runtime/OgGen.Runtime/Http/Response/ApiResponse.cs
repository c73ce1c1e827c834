using System.Net;

namespace OgGen;

/// <summary>What came with a successful answer besides its value.</summary>
/// <param name="status">The status, 200 to 299.</param>
/// <param name="headers">The headers.</param>
public class ApiResponse(HttpStatusCode status, ApiResponseHeaders headers)
{
    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>The headers.</summary>
    public ApiResponseHeaders Headers { get; } = headers;

    /// <summary>The id that the service gave the request, if the document says where it stands.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// After which time the service wants the next request: <c>Retry-After</c>, or the header that the document marks
    /// (for example the period of a rate limit).
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>A successful answer with its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value.</param>
/// <param name="status">The status, 200 to 299.</param>
/// <param name="headers">The headers.</param>
public sealed class ApiResponse<T>(T value, HttpStatusCode status, ApiResponseHeaders headers) : ApiResponse(status, headers)
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;
}
