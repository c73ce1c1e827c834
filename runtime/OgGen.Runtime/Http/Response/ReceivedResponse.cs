using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen;

/// <summary>A response with its body in memory. The body is in a pooled array until this is disposed.</summary>
internal sealed partial class ReceivedResponse : IDisposable
{
    /// <summary>How much of an error body is read; more would not be an error description.</summary>
    private const int ErrorBodyLimit = 1 << 20;

    private readonly ResponseOrigin _origin;
    private readonly ApiOperation _operation;
    private readonly UsedSecrets _secrets;
    private readonly TimeSpan? _retryAfter;
    private byte[] _bytes = [];
    private int _length;
    private bool _complete;
    private string? _coding;

    public ReceivedResponse(ResponseOrigin origin, HttpResponseMessage response, UsedSecrets secrets, TimeProvider time)
    {
        _origin = origin;
        _operation = origin.Operation;
        _secrets = secrets;
        Status = (int)response.StatusCode;
        Headers = new ApiResponseHeaders(response, secrets);

        // A date counts from the time when the headers came; most responses have none, and ask no clock.
        _retryAfter = Headers["Retry-After"] is { } text ? RetryAfterText.Parse(text, time.GetUtcNow()) : null;
    }

    public int Status { get; }

    public ApiResponseHeaders Headers { get; }

    /// <summary>Whether the response for the caller has the body as it came.</summary>
    public bool KeepsRawBody { get; init; }

    /// <summary>
    /// Whether the response is 304 (Not Modified) and the request asked for a body only if the resource has changed, or the document
    /// describes such a response. Then it is a success without a value.
    /// </summary>
    public bool IsNotModified { get; init; }

    public bool IsSuccess
        => Status is >= 200 and <= 299 || (Status is >= 300 and <= 399 && _operation.ReturnsRedirect) || IsNotModified;

    /// <summary>
    /// Whether there is a body to read. The responses to HEAD, and 304, have the headers of one and no bytes; what follows after 101 is
    /// another protocol, and may never end.
    /// </summary>
    private bool HasBody => !_operation.IsHead && Status is >= 200 and not 304;

    /// <summary>Reads the body. After a failure, what came until then stays.</summary>
    /// <returns>Whether the body is within the limit.</returns>
    public async ValueTask<bool> ReadBodyAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (!HasBody)
        {
            _complete = true;
            return true;
        }

        int limit = IsSuccess ? maxBytes : Math.Min(maxBytes, ErrorBodyLimit);
        long? announced = content.Headers.ContentLength;
        if (announced > limit && IsSuccess)
        {
            return false;
        }

        // The service may name any length: memory for a large one is taken as the bytes arrive.
        _bytes = BoundedPool<byte>.Rent((int)Math.Clamp(announced + 1 ?? 4096, 256, 1 << 20));
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
    /// their rate limit with other responses too, where it is no advice.
    /// </summary>
    public TimeSpan? RetryAfter
        => _retryAfter
            ?? (Status == 429 && _operation.RetryAfterHeader is { } name ? RetryAfterText.Seconds(Headers[name]) : null);

    /// <summary>The response with its value.</summary>
    /// <param name="read">Reads the value. Nothing is read where the response has none.</param>
    public ApiResponse<T> ToResponse<T>(Func<ReceivedResponse, T> read)
        => new(ValueOf(read), Status, Headers)
        {
            Origin = _origin, RequestId = RequestId(), RetryAfter = RetryAfter, RawBody = RawBody(), NoValue = NoValue(),
        };

    /// <summary>The response with its value and the headers that the document describes.</summary>
    /// <inheritdoc cref="ToResponse{T}"/>
    public ApiResponseWithHeaders<T, THeaders> ToResponse<T, THeaders>(Func<ReceivedResponse, T> read)
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
        => new(ValueOf(read), Status, THeaders.From(Headers))
        {
            Origin = _origin, RequestId = RequestId(), RetryAfter = RetryAfter, RawBody = RawBody(), NoValue = NoValue(),
        };

    /// <summary>Reads the result.</summary>
    /// <exception cref="ApiResponseFormatException">The body is not what the document describes.</exception>
    public T Read<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        if (_length == 0)
        {
            return ReadEmpty<T, TCodec>();
        }

        if (typeof(T) == typeof(string) && TextType is { IsEmpty: false } type && IsAccepted(type))
        {
            return (T)(object)ReadText();
        }

        try
        {
            return JsonModel.Parse<T, TCodec>(Utf8Bytes(), _operation.ResultMember);
        }
        catch (JsonException e)
        {
            if (IsBlank())
            {
                return ReadEmpty<T, TCodec>();
            }

            return TextType.IsEmpty || _operation.ResultMember is not null || !TextValue.TryRead<T, TCodec>(ReadText(), out T? value)
                ? throw CreateFormatException(DescribeProblem(e), e)
                : value;
        }
    }

    /// <summary>The value of a response without a body: null, where the type has it.</summary>
    private T ReadEmpty<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        if (_operation.MayBeEmpty)
        {
            return default!;
        }

        try
        {
            T value = JsonModel.Parse<T, TCodec>("null"u8);
            if (value is null or JsonElement)
            {
                return value;
            }
        }
        catch (JsonException)
        {
            // No value is left out where the document requires one.
        }

        throw CreateFormatException(" without the body that the document describes", null);
    }

    /// <summary>Whether a body is white space, and perhaps a byte order mark.</summary>
    private bool IsBlank()
    {
        ReadOnlySpan<byte> body = _bytes.AsSpan(0, _length);
        return _coding is null && (body.StartsWith("\uFEFF"u8) ? body[3..] : body).IndexOfAnyExcept(" \t\r\n"u8) < 0;
    }

    /// <summary>The media type of the response where it is one of text and not of JSON or a web page; else empty.</summary>
    private ReadOnlySpan<char> TextType
    {
        get
        {
            ReadOnlySpan<char> type = Headers["Content-Type"];
            int end = type.IndexOf(';');
            type = (end < 0 ? type : type[..end]).Trim();
            bool isText = type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
                && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("xml", StringComparison.OrdinalIgnoreCase);
            return isText && (!IsHtml() || _operation.Accept.Contains("html", StringComparison.OrdinalIgnoreCase)) ? type : default;
        }
    }

    /// <summary>Whether the document allows a media type, by its name or a wildcard.</summary>
    private bool IsAccepted(ReadOnlySpan<char> type)
        => _operation.Accept.AsSpan().Contains(type, StringComparison.OrdinalIgnoreCase)
            || _operation.Accept.Contains("*/*", StringComparison.Ordinal)
            || (_operation.Accept.Contains("text/*", StringComparison.OrdinalIgnoreCase)
                && type.StartsWith("text/", StringComparison.OrdinalIgnoreCase));

    /// <summary>The response to an operation that returns nothing.</summary>
    /// <exception cref="ApiResponseFormatException">The response is a web page: of a login or a gateway, not of the service.</exception>
    public ApiResponse ToEmptyResponse()
    {
        CheckNothing();
        return new ApiResponse(Status, Headers) { Origin = _origin, RequestId = RequestId(), RetryAfter = RetryAfter, RawBody = RawBody() };
    }

    /// <inheritdoc cref="ToEmptyResponse()"/>
    public ApiResponseWithHeaders<THeaders> ToEmptyResponse<THeaders>()
        where THeaders : ApiResponseHeaders, IApiResponseHeaders<THeaders>
    {
        CheckNothing();
        return new ApiResponseWithHeaders<THeaders>(Status, THeaders.From(Headers))
        {
            Origin = _origin, RequestId = RequestId(), RetryAfter = RetryAfter, RawBody = RawBody(),
        };
    }

    /// <summary>The body as text, in the charset that the response names, and in UTF-8 where it names none.</summary>
    /// <exception cref="ApiResponseFormatException">
    /// The body is compressed in a way that is not known, or is no text in its charset, or the charset is not known.
    /// </exception>
    public string ReadText()
    {
        ReadOnlySpan<byte> body = PlainBytes();
        return Decode(body, BodyText.Charset(Headers["Content-Type"]));
    }

    /// <summary>The body as it is.</summary>
    /// <exception cref="ApiResponseFormatException">The body is compressed in a way that is not known.</exception>
    public byte[] ReadBytes() => PlainBytes().ToArray();

    /// <summary>The exception for a response that is no success.</summary>
    public ApiException ToException()
    {
        ResponseDetails details = Details();
        ApiErrorReader? reader = _complete && _length > 0 ? ApiErrorReader.Find(_operation.Errors, Status) : null;
        object? error = reader is null ? null : TryReadError(reader);
        string message = details.Describe(Status switch
        {
            101 => ", a change to another protocol, which was not asked for",
            304 => " to a request without a condition",
            >= 300 and <= 399 => ", a redirect, which is not followed",
            _ => null,
        });
        if (Status == 429)
        {
            return new ApiRateLimitException(message)
            {
                Operation = details.Operation,
                Status = Status,
                RequestId = details.RequestId,
                RawBody = details.RawBody,
                Headers = details.Headers,
                ErrorBody = error,
                RetryAfter = RetryAfter,
            };
        }

        return error is not null
            ? reader!.CreateException(message, error, details)
            : new ApiException(message)
            {
                Operation = details.Operation,
                Status = Status,
                RequestId = details.RequestId,
                RawBody = details.RawBody,
                Headers = details.Headers,
            };
    }

    /// <summary>The exception for a response that cannot be used as it is.</summary>
    public ApiResponseFormatException CreateFormatException(string problem, Exception? cause)
    {
        ResponseDetails details = Details();
        return new ApiResponseFormatException(details.Describe(_secrets.Redact(problem)), cause is null ? null : _secrets.Redact(cause))
        {
            Operation = details.Operation,
            Status = Status,
            RequestId = details.RequestId,
            RawBody = details.RawBody,
            Headers = details.Headers,
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
        if (_complete)
        {
            BoundedPool<byte>.Return(bytes);
        }
    }

    /// <summary>The body, where a response keeps it: it makes a copy.</summary>
    private ReadOnlyMemory<byte>? RawBody()
        => KeepsRawBody && _complete ? new ReadOnlyMemory<byte>(_bytes, 0, _length) : default(ReadOnlyMemory<byte>?);

    private void CheckNothing()
    {
        if (_length > 0 && IsHtml() && !_operation.Accept.Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            throw CreateFormatException(" with a web page", null);
        }
    }

    /// <summary>The bytes of the body, which is not compressed.</summary>
    private ReadOnlySpan<byte> PlainBytes()
        => _coding is null || _length == 0 ? _bytes.AsSpan(0, _length) : throw CreateFormatException(DescribeCoding(_coding), null);

    /// <summary>
    /// The body as UTF-8, which JSON is read from. JSON is UTF-8 whatever the response says (RFC 8259, 8.1); a charset counts for what
    /// cannot be.
    /// </summary>
    /// <exception cref="ApiResponseFormatException">The body is no text in its charset, or the charset is not known.</exception>
    private ReadOnlyMemory<byte> Utf8Bytes()
    {
        ReadOnlySpan<byte> body = _bytes.AsSpan(0, _length);

        // A zero is in no JSON, and in most of UTF-16 and UTF-32. Of compressed bytes the reader tells what they are.
        bool isUtf8 = Utf8.IsValid(body);
        if (_coding is not null || (isUtf8 && !body.Contains((byte)0)))
        {
            return _bytes.AsMemory(0, _length);
        }

        string? charset = BodyText.Charset(Headers["Content-Type"]);
        return isUtf8 && charset is null ? _bytes.AsMemory(0, _length) : Encoding.UTF8.GetBytes(Decode(body, charset));
    }

    /// <param name="body">The bytes.</param>
    /// <param name="charset">The charset that the response names.</param>
    private string Decode(ReadOnlySpan<byte> body, string? charset)
    {
        Encoding encoding = BodyText.Find(charset)
            ?? throw CreateFormatException(
                $" in the charset '{ResponseDetails.Trim(charset!)}', which is not known. Encoding.RegisterProvider adds charsets", null);
        try
        {
            return BodyText.Decode(body, encoding);
        }
        catch (DecoderFallbackException e)
        {
            throw CreateFormatException(
                FormattableString.Invariant($" with a body that is not text in {encoding.WebName}, at byte {e.Index}"), null);
        }
    }

    private object? TryReadError(ApiErrorReader reader)
    {
        try
        {
            return reader.TryRead(Utf8Bytes().Span) ?? (TextType.IsEmpty ? null : reader.TryReadText(ReadText()));
        }
        catch (ApiResponseFormatException)
        {
            // An error is reported whatever its description is written in.
            return null;
        }
    }

    /// <summary>What reading the value throws, where the response has none.</summary>
    private ApiException? NoValue()
        => IsNotModified
            ? new ApiException(Details().Describe(": the resource has not changed, and the response has no value"))
            {
                Operation = _operation.Id, Status = Status, RequestId = RequestId(), Headers = Headers.WithoutSecrets(),
            }
            : null;

    private T ValueOf<T>(Func<ReceivedResponse, T> read) => IsNotModified ? default! : read(this);

    private ResponseDetails Details()
    {
        string? id = RequestId() is { } text ? _secrets.Redact(text) : null;
        string? body = _length == 0 ? null : ResponseDetails.BeginningOf(_bytes.AsSpan(0, _length));
        bool isCut = !_complete || _length > ResponseDetails.RawBodyBytes;
        string? shown = body is null ? null : _secrets.Redact(body, isCut);
        return new ResponseDetails(_operation.Id, _operation.At(_origin.Prefix), Status, id, body, shown, Headers.WithoutSecrets());
    }

    private string? RequestId()
        => _operation.RequestIdHeader is { } name && Headers.TryGetValue(name, out string? id) && id.Length > 0 ? id : null;

    private string DescribeProblem(JsonException e)
        => _coding is not null ? DescribeCoding(_coding) // a likelier cause than broken JSON
            : IsHtml() ? " with a web page instead of JSON"
            : " with JSON that does not fit the document: " + e.Message;

    private static string DescribeCoding(string coding)
        => $" with the content encoding '{ResponseDetails.Trim(coding)}', which is not supported";

    private bool IsHtml()
        => Headers["Content-Type"] is { } type
            && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase));

    /// <summary>The body as the service meant it; the headers that describe its compression are gone, as .NET does it.</summary>
    private async ValueTask<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        _coding = ContentCoding.Of(content.Headers);
        if (_coding is null || !(OperatingSystem.IsBrowser() ? ContentCoding.IsKnownToBrowsers(_coding) : ContentCoding.IsKnown(_coding)))
        {
            return stream;
        }

        if (!OperatingSystem.IsBrowser())
        {
            stream = await ContentCoding.OpenAsync(stream, _coding, cancellationToken).ConfigureAwait(false);
        }

        _coding = null;
        content.Headers.Remove("Content-Encoding");
        content.Headers.Remove("Content-Length");
        return stream;
    }

    private void Grow(int limit)
    {
        // One byte more than the limit shows that the body is too large.
        byte[] larger = BoundedPool<byte>.Rent((int)Math.Min(_bytes.Length * 2L, Math.Min(limit + 1L, Array.MaxLength)));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        BoundedPool<byte>.Return(_bytes);
        _bytes = larger;
    }
}
