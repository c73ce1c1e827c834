namespace OgGen;

/// <summary>Bytes in memory, possibly in a pooled array.</summary>
internal sealed class BufferedBody : RequestBody
{
    private readonly PooledWriter? _pooled;
    private ReadOnlyMemory<byte> _bytes;

    // A transport may still be sending when the response is already there, or when the attempt was given up (HTTP/2 does both).
    // The array goes back to the pool only when nobody reads it: otherwise another request's bytes would go out here.
    private int _readers;
    private bool _released;

    public BufferedBody(ReadOnlyMemory<byte> bytes, string? mediaType)
        : base(mediaType)
    {
        _bytes = bytes;
    }

    public BufferedBody(PooledWriter pooled, string mediaType)
        : this(pooled.Written, mediaType)
    {
        _pooled = pooled;
    }

    public override bool CanRepeat => true;

    public override long? Length
    {
        get
        {
            lock (this)
            {
                ObjectDisposedException.ThrowIf(_released, this);
                return _bytes.Length;
            }
        }
    }

    public override async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        lock (this)
        {
            ObjectDisposedException.ThrowIf(_released, this);
            _readers++;
        }

        try
        {
            await target.WriteAsync(_bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (this)
            {
                _readers--;
            }
        }
    }

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
}
