using System.Diagnostics;

namespace OgGen;

/// <summary>A call failed: the service answered with an error, or no usable response came.</summary>
/// <remarks>
/// It never carries the request. Where the service repeats a secret of the client, in any spelling, <see cref="Exception.Message"/>, the
/// texts of inner exceptions, <see cref="RequestId"/> and <see cref="Headers"/> have <c>***</c> instead. <see cref="ErrorBody"/> and
/// <see cref="RawBody"/> are the service's data, as they came: log the message, not the body. An inner exception whose text repeats a
/// secret is replaced by one that has its type and its text.
/// Cancellation by the caller is no failure and stays an <see cref="OperationCanceledException"/>.
/// </remarks>
public class ApiException : Exception
{
    /// <summary>Creates an exception, also for tests.</summary>
    public ApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The id of the operation.</summary>
    public string? Operation { get; init; }

    /// <summary>The HTTP status, 100 to 599, if a response came.</summary>
    public int? Status { get; init; }

    /// <summary>The id that the service gave the request, if the document marks the header that carries it.</summary>
    public string? RequestId { get; init; }

    /// <summary>The error body as the model that the document describes, if it is one: the service's data, as they came.</summary>
    public object? ErrorBody { get; init; }

    /// <summary>
    /// The beginning of the body as it came, at most 4 KB of it, if a response came that is not understood or is an error.
    /// </summary>
    public string? RawBody { get; init; }

    /// <summary>The headers of the response; none if there was no response.</summary>
    public ApiResponseHeaders Headers { get; init; } = ApiResponseHeaders.Empty;
}

/// <summary>The service answered with an error whose body is the model that the document describes for this status.</summary>
/// <remarks>A 429 is always an <see cref="ApiRateLimitException"/>; its model is in <see cref="ApiException.ErrorBody"/>.</remarks>
/// <typeparam name="TError">The model of the error body.</typeparam>
public sealed class ApiException<TError> : ApiException
{
    /// <summary>Creates an exception, also for tests.</summary>
    public ApiException(string message, TError error)
        : base(message)
    {
        Error = error;
        ErrorBody = error;
    }

    /// <summary>The error body: the service's data, as they came.</summary>
    public TError Error { get; }
}

/// <summary>The service refused the request because there were too many (429), and the retries are used up.</summary>
public sealed class ApiRateLimitException : ApiException
{
    /// <summary>Creates an exception, also for tests.</summary>
    public ApiRateLimitException(string message)
        : base(message)
    {
    }

    /// <summary>How long the service asks to wait, if it names a time.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>The time of a call ran out: of the attempt, of the whole call, or of the waiting for a result.</summary>
public sealed class ApiTimeoutException : ApiException
{
    /// <summary>Creates an exception, also for tests.</summary>
    public ApiTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The limit that was reached, if it was one of this client's.</summary>
    public TimeSpan? Limit { get; init; }
}

/// <summary>A successful response is not what the document describes: not JSON, not this JSON, empty, or too large.</summary>
public sealed class ApiResponseFormatException : ApiException
{
    /// <summary>Creates an exception, also for tests.</summary>
    public ApiResponseFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// The whole body as it came, after decompression, at most <see cref="ApiClientOptions.MaxResponseBytes"/>. It is in no text of this
    /// exception: <see cref="Exception.Message"/> quotes its beginning only, masked.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public ReadOnlyMemory<byte> Body { get; init; }
}
