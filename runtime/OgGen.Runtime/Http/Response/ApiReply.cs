using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using OgGen.Json;

namespace OgGen;

/// <summary>An answer with its body in memory. The body is in a pooled array until the reply is disposed.</summary>
internal sealed partial class ApiReply : IDisposable
{
    /// <summary>How much of an error body is read; more would not be an error description.</summary>
    private const int ErrorBodyLimit = 1 << 20;

    private readonly ApiOperation _operation;
    private readonly UsedSecrets _secrets;
    private readonly TimeSpan? _retryAfter;
    private byte[] _bytes = [];
    private int _length;
    private bool _complete;
    private string? _coding;

    public ApiReply(ApiOperation operation, HttpResponseMessage response, UsedSecrets secrets, TimeProvider time)
    {
        _operation = operation;
        _secrets = secrets;
        Status = (int)response.StatusCode;
        Headers = new ApiResponseHeaders(response, secrets);

        // A date counts from the moment when the headers came; most answers have none, and ask no clock.
        _retryAfter = Headers["Retry-After"] is { } text ? RetryAfterText.Parse(text, time.GetUtcNow()) : null;
    }

    public int Status { get; }

    public ApiResponseHeaders Headers { get; }

    /// <summary>Whether the response that is made of this reply has the body as it came.</summary>
    public bool KeepsRawBody { get; init; }

    public bool IsSuccess => Status is >= 200 and <= 299 || (Status is >= 300 and <= 399 && _operation.RedirectIsAnswer);

    /// <summary>Reads the body. After a failure, what came until then stays.</summary>
    /// <returns>Whether the body is within the limit.</returns>
    public async ValueTask<bool> ReadBodyAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        int limit = IsSuccess ? maxBytes : Math.Min(maxBytes, ErrorBodyLimit);
        long? announced = content.Headers.ContentLength;
        if (announced > limit && IsSuccess)
        {
            return false;
        }

        // The length is only a claim: a large one is believed as the bytes arrive.
        _bytes = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(announced + 1 ?? 4096, 256, 1 << 20));
        Stream stream = await OpenAsync(content, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            while (true)
            {
                if (_length == _bytes.Length)
                {
                    Grow(limit);
                }

                int read = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    _complete = true;
                    return true;
                }

                _length += read;
                if (_length > limit)
                {
                    _length = limit;
                    return !IsSuccess;
                }
            }
        }
    }

    /// <summary>
    /// The wait that the service asks for. A header of the document's own counts on 429 only: services send the period of
    /// their rate limit with other answers too, where it is no advice.
    /// </summary>
    public TimeSpan? RetryAfter
        => _retryAfter
            ?? (Status == 429 && _operation.RetryAfterHeader is { } name ? RetryAfterText.Seconds(Headers[name]) : null);

    /// <summary>The answer with its value.</summary>
    public ApiResponse<T> Answer<T>(T value)
        => new(value, (HttpStatusCode)Status, Headers) { RequestId = RequestId(), RetryAfter = RetryAfter, RawBody = RawBody() };

    /// <summary>The answer with its value and the headers that the document describes.</summary>
    public ApiResponseWithHeaders<T, THeaders> Answer<T, THeaders>(T value)
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
        => new(value, (HttpStatusCode)Status, THeaders.From(Headers))
        {
            RequestId = RequestId(), RetryAfter = RetryAfter, RawBody = RawBody(),
        };

    /// <summary>Reads the result.</summary>
    /// <exception cref="ApiResponseFormatException">The body is not what the document describes.</exception>
    public T Read<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        if (_length == 0 && _operation.MayBeEmpty)
        {
            return default!;
        }

        if (_length == 0)
        {
            throw FormatFault(" without the body that the document describes", null);
        }

        try
        {
            return JsonModel.Parse<T, TCodec>(_bytes.AsSpan(0, _length), _operation.ResultMember);
        }
        catch (JsonException e)
        {
            throw FormatFault(DescribeFault(e), e);
        }
    }

    /// <summary>The answer to an operation that returns nothing.</summary>
    /// <exception cref="ApiResponseFormatException">The answer is a web page: of a login or a gateway, not of the service.</exception>
    public ApiResponse ReadNothing()
    {
        CheckNothing();
        return new ApiResponse((HttpStatusCode)Status, Headers) { RequestId = RequestId(), RetryAfter = RetryAfter, RawBody = RawBody() };
    }

    /// <inheritdoc cref="ReadNothing()"/>
    public ApiResponseWithHeaders<THeaders> ReadNothing<THeaders>()
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
    {
        CheckNothing();
        return new ApiResponseWithHeaders<THeaders>((HttpStatusCode)Status, THeaders.From(Headers))
        {
            RequestId = RequestId(), RetryAfter = RetryAfter, RawBody = RawBody(),
        };
    }

    /// <summary>The body as text.</summary>
    /// <exception cref="ApiResponseFormatException">The body is compressed in a way that is not known.</exception>
    public string ReadText() => Encoding.UTF8.GetString(PlainBytes());

    /// <summary>The body as it is.</summary>
    /// <exception cref="ApiResponseFormatException">The body is compressed in a way that is not known.</exception>
    public byte[] ReadBytes() => PlainBytes().ToArray();

    /// <summary>The exception for an answer that is no success.</summary>
    public ApiException ToException()
    {
        AnswerFacts facts = Facts();
        ApiErrorReader? reader = _complete && _length > 0 ? ApiErrorReader.Find(_operation.Errors, Status) : null;
        object? error = reader?.TryRead(_bytes.AsSpan(0, _length));
        string message = facts.Describe(Status is >= 300 and <= 399 ? ", a redirect, which is not followed" : null);
        if (Status == 429)
        {
            return new ApiRateLimitException(message)
            {
                Operation = facts.Operation, Status = Status, RequestId = facts.RequestId, RawBody = facts.RawBody, Headers = facts.Headers,
                ErrorBody = error,
                RetryAfter = RetryAfter,
            };
        }

        return error is not null
            ? reader!.CreateException(message, error, facts)
            : new ApiException(message)
            {
                Operation = facts.Operation, Status = Status, RequestId = facts.RequestId, RawBody = facts.RawBody, Headers = facts.Headers,
            };
    }

    /// <summary>The exception for an answer that cannot be used as it is.</summary>
    public ApiResponseFormatException FormatFault(string problem, Exception? cause)
    {
        AnswerFacts facts = Facts();
        return new ApiResponseFormatException(facts.Describe(_secrets.Redact(problem)), cause is null ? null : _secrets.Redact(cause))
        {
            Operation = facts.Operation, Status = Status, RequestId = facts.RequestId, RawBody = facts.RawBody, Headers = facts.Headers,
            Body = _bytes.AsSpan(0, _length).ToArray(),
        };
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _response?.Dispose();
        byte[] bytes = _bytes;
        _bytes = [];
        _length = 0;

        // After a failed read a handler of the user's may still write here; such an array is left to the garbage collector.
        if (_complete && bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private ReadOnlyMemory<byte>? RawBody()
        => KeepsRawBody && _complete ? new ReadOnlyMemory<byte>(_bytes.AsSpan(0, _length).ToArray()) : default(ReadOnlyMemory<byte>?);

    private void CheckNothing()
    {
        if (_length > 0 && IsHtml() && !_operation.Accept.Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            throw FormatFault(" with a web page", null);
        }
    }

    /// <summary>The bytes that nothing but their coding could prove wrong.</summary>
    private ReadOnlySpan<byte> PlainBytes()
        => _coding is null || _length == 0 ? _bytes.AsSpan(0, _length) : throw FormatFault(DescribeCoding(_coding), null);

    private AnswerFacts Facts()
    {
        string? id = RequestId() is { } text ? _secrets.Redact(text) : null;
        string? body = _length == 0 ? null : AnswerFacts.BeginningOf(_bytes.AsSpan(0, _length));
        bool isCut = !_complete || _length > AnswerFacts.RawBodyBytes;
        string? shown = body is null ? null : _secrets.Redact(body, isCut);
        return new AnswerFacts(_operation.Id, Status, id, body, shown, Headers.WithoutSecrets());
    }

    private string? RequestId()
        => _operation.RequestIdHeader is { } name && Headers.TryGetValue(name, out string? id) && id.Length > 0 ? id : null;

    private string DescribeFault(JsonException e)
        => _coding is not null ? DescribeCoding(_coding) // a likelier cause than broken JSON
            : IsHtml() ? " with a web page instead of JSON"
            : " with JSON that does not fit the document: " + e.Message;

    private static string DescribeCoding(string coding) => $" with the content encoding '{AnswerFacts.Trim(coding)}', which is not supported";

    private bool IsHtml()
        => Headers["Content-Type"] is { } type
            && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase));

    /// <summary>The body as the service meant it; the headers that describe its compression are gone, as .NET does it.</summary>
    private async ValueTask<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        _coding = ContentCoding.Of(content.Headers);
        if (_coding is null || !ContentCoding.IsKnown(_coding))
        {
            return stream;
        }

        stream = await ContentCoding.OpenAsync(stream, _coding, cancellationToken).ConfigureAwait(false);
        _coding = null;
        content.Headers.Remove("Content-Encoding");
        content.Headers.Remove("Content-Length");
        return stream;
    }

    private void Grow(int limit)
    {
        // One byte more than the limit shows that the body is too large.
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_bytes.Length * 2L, Math.Min(limit + 1L, Array.MaxLength)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
