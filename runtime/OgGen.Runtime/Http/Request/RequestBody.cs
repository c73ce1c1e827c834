using System.Net;

namespace OgGen;

/// <summary>The body of a request, for as many attempts as it can serve.</summary>
internal abstract class RequestBody
{
    /// <summary>Whether a second attempt would send the same bytes.</summary>
    public abstract bool CanRepeat { get; }

    public abstract HttpContent CreateContent();

    /// <summary>Called when the call has ended.</summary>
    public virtual void Release()
    {
    }
}

/// <summary>Bytes in memory, possibly in a pooled array.</summary>
internal sealed class BufferedBody : RequestBody
{
    private readonly string _mediaType;
    private readonly PooledWriter? _pooled;
    private ReadOnlyMemory<byte> _bytes;

    // A transport may still be sending when the answer is already there, or when the attempt was given up (HTTP/2 does both).
    // The array goes back to the pool only when nobody reads it: otherwise another request's bytes would go out here.
    private int _readers;
    private bool _released;

    public BufferedBody(ReadOnlyMemory<byte> bytes, string mediaType)
    {
        HeaderText.CheckValue(mediaType, nameof(mediaType));
        _bytes = bytes;
        _mediaType = mediaType;
    }

    public BufferedBody(PooledWriter pooled, string mediaType)
        : this(pooled.Written, mediaType)
    {
        _pooled = pooled;
    }

    public override bool CanRepeat => true;

    public override HttpContent CreateContent() => new Content(this);

    public override void Release()
    {
        lock (this)
        {
            _released = true;
            if (_readers == 0)
            {
                _bytes = default;
                _pooled?.Release();
            }
        }
    }

    private async Task CopyToAsync(Stream stream, CancellationToken cancellationToken)
    {
        lock (this)
        {
            ObjectDisposedException.ThrowIf(_released, this);
            _readers++;
        }

        try
        {
            await stream.WriteAsync(_bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (this)
            {
                _readers--;
            }
        }
    }

    private sealed class Content : HttpContent
    {
        private readonly BufferedBody _body;

        public Content(BufferedBody body)
        {
            _body = body;
            Headers.TryAddWithoutValidation("Content-Type", body._mediaType);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
            => _body.CopyToAsync(stream, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
            => _body.CopyToAsync(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = _body._bytes.Length;
            return true;
        }
    }
}

/// <summary>A stream of the caller's, sent from where it stands.</summary>
internal sealed class StreamBody : RequestBody
{
    private readonly Stream _stream;
    private readonly string _mediaType;
    private readonly long _start;

    public StreamBody(Stream stream, string mediaType)
    {
        HeaderText.CheckValue(mediaType, nameof(mediaType));
        _stream = stream;
        _mediaType = mediaType;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    public override bool CanRepeat => _stream.CanSeek;

    public override HttpContent CreateContent() => new Content(this);

    private sealed class Content : HttpContent
    {
        private readonly StreamBody _body;

        public Content(StreamBody body)
        {
            _body = body;
            Headers.TryAddWithoutValidation("Content-Type", body._mediaType);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
            => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            if (_body._stream.CanSeek)
            {
                _body._stream.Position = _body._start;
            }

            return _body._stream.CopyToAsync(stream, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body._stream.CanSeek ? _body._stream.Length - _body._start : 0;
            return _body._stream.CanSeek;
        }
    }
}
