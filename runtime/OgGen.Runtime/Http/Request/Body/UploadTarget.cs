namespace OgGen;

/// <summary>
/// Where a stream of the caller's is copied to: the request. It takes no more bytes than were announced, and none after the call has
/// ended, and it knows the failures of the transport from those of the caller's stream.
/// </summary>
/// <param name="target">The stream of the transport.</param>
/// <param name="length">How many bytes are taken at most.</param>
/// <param name="isReleased">Whether the call has ended.</param>
internal sealed class UploadTarget(Stream target, long? length, Func<bool> isReleased) : Stream
{
    /// <summary>The number of bytes that were written.</summary>
    public long Count { get; private set; }

    /// <summary>Whether writing has failed.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether all bytes were written, and the source has more.</summary>
    public bool IsFull { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        long left = length - Count ?? long.MaxValue;
        ReadOnlyMemory<byte> taken = buffer.Length > left ? buffer[..(int)left] : buffer;
        try
        {
            ObjectDisposedException.ThrowIf(isReleased(), this);
            await target.WriteAsync(taken, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            IsBroken = true;
            throw;
        }

        Count += taken.Length;
        if (taken.Length < buffer.Length)
        {
            // The source may be endless, and has to be stopped.
            IsFull = true;
            throw new IOException("The upload is complete.");
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
        => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
