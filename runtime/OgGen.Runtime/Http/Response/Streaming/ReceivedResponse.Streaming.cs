using System.Net.ServerSentEvents;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen;

/// <content>Responses that are read while they arrive.</content>
internal sealed partial class ReceivedResponse
{
    private HttpResponseMessage? _response;
    private ResponseStream? _stream;

    /// <summary>Takes over a response whose body is read later.</summary>
    public async ValueTask KeepAsync(HttpResponseMessage response, StreamLimits limits, CancellationToken cancellationToken)
    {
        Stream body = await OpenAsync(response.Content, cancellationToken).ConfigureAwait(false);

        // Whoever has the stream could see the credential in the request.
        response.RequestMessage = null;
        _response = response;
        _stream = new ResponseStream(this, response, body, limits);
    }

    /// <summary>The body as a stream; whoever disposes it gives the connection back.</summary>
    /// <exception cref="ApiResponseFormatException">The body is compressed in a way that is not known.</exception>
    public Stream ReadStream() => TakeStream();

    /// <summary>The body as JSON values one after another.</summary>
    /// <exception cref="ApiResponseFormatException">
    /// The body is compressed in a way that is not known, or its media type is none of JSON values.
    /// </exception>
    public ApiSequence<T> ReadSequence<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        string mediaType = Headers["Content-Type"] ?? _operation.Accept;
        CheckMediaType("JSON values", static type
            => type.Contains("json", StringComparison.Ordinal) || type is "text/plain" or "application/octet-stream");
        bool isRecords = mediaType.Contains("json-seq", StringComparison.OrdinalIgnoreCase);
        ResponseStream stream = TakeStream();
        return new ApiSequence<T>(token => JsonSequence.ReadAsync<T, TCodec>(stream, isRecords ? (byte)0x1E : (byte)'\n', token), stream);
    }

    /// <summary>The body as server-sent events whose data are JSON.</summary>
    /// <exception cref="ApiResponseFormatException">
    /// The body is compressed in a way that is not known, or its media type is not that of events.
    /// </exception>
    public ApiSequence<SseItem<T>> ReadEvents<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        CheckMediaType("events", static type => type == "text/event-stream");
        ResponseStream stream = TakeStream();
        return new ApiSequence<SseItem<T>>(token => EventSequence.ReadAsync<T, TCodec>(stream, token), stream);
    }

    /// <summary>The body as server-sent events whose data are text.</summary>
    /// <inheritdoc cref="ReadEvents{T, TCodec}"/>
    public ApiSequence<SseItem<string>> ReadEvents()
    {
        CheckMediaType("events", static type => type == "text/event-stream");
        ResponseStream stream = TakeStream();
        return new ApiSequence<SseItem<string>>(token => EventSequence.ReadTextAsync(stream, token), stream);
    }

    /// <summary>What a failure means that came while the body was read.</summary>
    public Exception CreateStreamException(Exception e) => e switch
    {
        InvalidDataException => CreateFormatException(" with a body that cannot be decompressed", e),
        _ when TransportError.Of(e) is { } failure => new ApiConnectionException(
            $"{_operation.At(_origin.Prefix)} failed: {TransportError.Describe(failure)}.", failure, _secrets.Redact(e))
        {
            Operation = _operation.Id,
            Status = Status,
            Headers = Headers.WithoutSecrets(),
        },
        _ => ForeignException.Wrap(e, "the transport", _operation.Id, _secrets, this),
    };

    /// <summary>The exception for a body of which nothing came for too long.</summary>
    public ApiTimeoutException CreateTimeout(TimeSpan limit)
        => new(
            FormattableString.Invariant($"{_operation.At(_origin.Prefix)} sent nothing for {limit.TotalSeconds:0.###} s."),
            null) { Operation = _operation.Id, Limit = limit };

    /// <summary>
    /// Refuses a body of another media type than the document describes, such as the page of a login: a reader of events takes all of it
    /// for nothing. A response that names no media type is read as it was meant.
    /// </summary>
    private void CheckMediaType(string expected, Func<string, bool> isExpected)
    {
        if (Headers["Content-Type"]?.Split(';', 2)[0].Trim() is { Length: > 0 } came && !isExpected(came.ToLowerInvariant()))
        {
            throw CreateFormatException($" with the content type '{ResponseDetails.Trim(came)}', which has no {expected}", null);
        }
    }

    private ResponseStream TakeStream()
    {
        if (_coding is not null)
        {
            throw CreateFormatException(DescribeCoding(_coding), null);
        }

        ResponseStream stream = _stream!;
        _stream = null;
        _response = null;
        return stream;
    }
}
