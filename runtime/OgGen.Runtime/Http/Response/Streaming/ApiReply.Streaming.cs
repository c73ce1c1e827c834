using System.Net.ServerSentEvents;
using OgGen.Json;

namespace OgGen;

/// <content>Answers that are read while they arrive.</content>
internal sealed partial class ApiReply
{
    private HttpResponseMessage? _response;
    private AnswerStream? _stream;

    /// <summary>Takes over an answer whose body is read later.</summary>
    public async ValueTask KeepAsync(HttpResponseMessage response, StreamLimits limits, CancellationToken cancellationToken)
    {
        Stream body = await OpenAsync(response.Content, cancellationToken).ConfigureAwait(false);

        // Whoever has the stream could see the credential in the request.
        response.RequestMessage = null;
        _response = response;
        _stream = new AnswerStream(this, response, body, limits);
    }

    /// <summary>The body as a stream; whoever disposes it gives the connection back.</summary>
    /// <exception cref="ApiResponseFormatException">The body is compressed in a way that is not known.</exception>
    public Stream ReadStream() => TakeStream();

    /// <summary>The body as JSON values one after another.</summary>
    /// <inheritdoc cref="ReadStream"/>
    public ApiSequence<T> ReadSequence<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        string mediaType = Headers["Content-Type"] ?? _operation.Accept;
        bool isRecords = mediaType.Contains("json-seq", StringComparison.OrdinalIgnoreCase);
        AnswerStream stream = TakeStream();
        return new ApiSequence<T>(token => JsonSequence.ReadAsync<T, TCodec>(stream, isRecords ? (byte)0x1E : (byte)'\n', token), stream);
    }

    /// <summary>The body as server-sent events whose data are JSON.</summary>
    /// <inheritdoc cref="ReadStream"/>
    public ApiSequence<SseItem<T>> ReadEvents<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        AnswerStream stream = TakeStream();
        return new ApiSequence<SseItem<T>>(token => EventSequence.ReadAsync<T, TCodec>(stream, token), stream);
    }

    /// <summary>The body as server-sent events whose data are text.</summary>
    /// <inheritdoc cref="ReadStream"/>
    public ApiSequence<SseItem<string>> ReadEvents()
    {
        AnswerStream stream = TakeStream();
        return new ApiSequence<SseItem<string>>(token => EventSequence.ReadTextAsync(stream, token), stream);
    }

    /// <summary>What a failure means that came while the body was read.</summary>
    public Exception StreamFault(Exception e) => e switch
    {
        InvalidDataException => FormatFault(" with a body that cannot be decompressed", e),
        _ when TransportFault.Of(e) is { } failure => new ApiConnectionException($"{_operation.Id} failed: {TransportFault.Describe(failure)}.", failure, _secrets.Redact(e))
        {
            Operation = _operation.Id,
            Status = Status,
            Headers = Headers.WithoutSecrets(),
        },
        _ => ForeignException.Wrap(e, "the transport", _operation.Id, _secrets, this),
    };

    /// <summary>The exception for a body of which nothing came for too long.</summary>
    public ApiTimeoutException StreamTimeout(TimeSpan limit)
        => new(FormattableString.Invariant($"{_operation.Id} sent nothing for {limit.TotalSeconds:0.###} s."), null) { Operation = _operation.Id, Limit = limit };

    private AnswerStream TakeStream()
    {
        if (_coding is not null)
        {
            throw FormatFault(DescribeCoding(_coding), null);
        }

        AnswerStream stream = _stream!;
        _stream = null;
        _response = null;
        return stream;
    }
}
