namespace OgGen;

/// <summary>What limits a response that is read while it arrives.</summary>
/// <param name="Idle">How long nothing may come.</param>
/// <param name="MaxValueBytes">How large one value of a sequence may be.</param>
/// <param name="Time">The clock.</param>
/// <param name="ClientName">The client, for the exception after it was disposed.</param>
/// <param name="Shutdown">Cancelled when the client is disposed.</param>
internal sealed record StreamLimits(TimeSpan Idle, int MaxValueBytes, TimeProvider Time, string ClientName, CancellationToken Shutdown);

/// <summary>
/// The body of a response while it arrives. Each read has a limit of time, so that a service that sends nothing more is noticed;
/// the whole has none. Disposing gives the connection back, or closes it where something is left unread.
/// </summary>
internal sealed class ResponseStream(ReceivedResponse received, HttpResponseMessage response, Stream body, StreamLimits limits) : Stream
{
    // Counted from the last value that was whole; without values nothing is counted.
    private long _valueBytes;
    private bool _hasValues;
    private EventSize? _events;
    private volatile bool _disposed;

    public override bool CanRead => !_disposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
        => OperatingSystem.IsBrowser()
            ? throw new PlatformNotSupportedException("A browser cannot wait for a response: read it with ReadAsync or CopyToAsync.")
            : ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(Stream));
        using var idle = new CancellationTokenSource(limits.Idle, limits.Time);
        using CancellationTokenRegistration byCaller = cancellationToken.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(), idle);
        using CancellationTokenRegistration byClient = limits.Shutdown.UnsafeRegister(
            static source => ((CancellationTokenSource)source!).Cancel(), idle);
        try
        {
            int read = await body.ReadAsync(buffer, idle.Token).ConfigureAwait(false);
            _valueBytes = _events?.Add(buffer.Span[..read]) ?? _valueBytes + read;
            if (_hasValues && _valueBytes > limits.MaxValueBytes)
            {
                throw received.CreateFormatException(
                    $" with a value of more than {limits.MaxValueBytes} bytes, the limit of MaxResponseBytes", null);
            }

            return read;
        }
        catch (ApiException)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a transport throws becomes an exception of the call.
        catch (Exception e)
#pragma warning restore CA1031
        {
            cancellationToken.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(_disposed, typeof(Stream));
            throw limits.Shutdown.IsCancellationRequested ? new ObjectDisposedException(limits.ClientName, "The client was disposed.")
                : idle.IsCancellationRequested ? received.CreateTimeout(limits.Idle) : received.CreateStreamException(e);
        }
    }

    /// <summary>Begins a value with what is read next: from here on its size is limited.</summary>
    public void BeginValue()
    {
        _hasValues = true;
        _valueBytes = 0;
    }

    /// <summary>Begins to read server-sent events: each of them is limited, and what is between them is not.</summary>
    public void BeginEvents()
    {
        _hasValues = true;
        _events = new EventSize();
    }

    /// <summary>The exception for a value that cannot be used.</summary>
    public ApiResponseFormatException CreateException(string problem, Exception? cause) => received.CreateFormatException(problem, cause);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _disposed = true;
            body.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }
}
