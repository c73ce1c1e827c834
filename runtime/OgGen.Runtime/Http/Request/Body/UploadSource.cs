using System.Runtime.CompilerServices;

namespace OgGen;

/// <summary>
/// A stream of the caller's, as all calls see it that upload it. There is one source for each stream: calls at the same time and calls
/// one after the other send the same bytes, and a stream that cannot seek is sent once.
/// </summary>
#pragma warning disable CA1001 // Without its wait handle, which nobody asks for, the semaphore owns nothing.
internal sealed class UploadSource
#pragma warning restore CA1001
{
    private static readonly ConditionalWeakTable<Stream, UploadSource> s_sources = [];

    private readonly Stream _stream;

    // One copy reads the stream at a time. An attempt that was given up may still be reading when the next one begins.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _calls;
    private long _position;
    private bool _isRead;

    private UploadSource(Stream stream)
    {
        _stream = stream;
    }

    /// <summary>Whether the stream can be sent from its beginning, also if it was read before.</summary>
    public bool CanRepeat => _stream.CanSeek || !Volatile.Read(ref _isRead);

    /// <summary>Whether calls move the stream: where it stands is not where its owner left it.</summary>
    private bool IsInUse => _calls > 0 || _turn.CurrentCount == 0;

    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    public static UploadSource Of(Stream stream, string parameter)
        => stream.CanRead
            ? s_sources.GetValue(stream, static stream => new UploadSource(stream))
            : throw new ArgumentException("The stream to upload cannot be read. It may be closed.", parameter);

    /// <summary>Finds the part of the stream to upload.</summary>
    /// <returns>Where it begins, and the number of bytes to the end of the stream; no length for a stream that cannot seek.</returns>
    /// <exception cref="ArgumentException">The stream stands at its end: it was read or written before, and nobody set it back.</exception>
    public (long Start, long? Length) Find(string parameter)
    {
        if (!_stream.CanSeek)
        {
            return (0, null);
        }

        lock (_turn)
        {
            long start = IsInUse ? _position : _stream.Position;
            return (start, LengthFrom(start, parameter));
        }
    }

    /// <summary>The number of bytes from a position to the end of the stream; none for a stream that cannot seek.</summary>
    /// <exception cref="ArgumentException">Nothing is left there, though the stream is not empty.</exception>
    public long? LengthFrom(long start, string parameter)
    {
        if (!_stream.CanSeek)
        {
            return null;
        }

        long length = _stream.Length;
        return length > 0 && start >= length
            ? throw new ArgumentException("The stream to upload stands at its end. Set its position to the first byte to send.", parameter)
            : Math.Max(0, length - start);
    }

    /// <summary>Notes that a call uses the stream.</summary>
    /// <exception cref="InvalidOperationException">The stream cannot seek, and another call has read it or is about to.</exception>
    public void Begin()
    {
        lock (_turn)
        {
            if (!_stream.CanSeek && (_isRead || _calls > 0))
            {
                throw Gone();
            }

            if (_stream.CanSeek && !IsInUse)
            {
                _position = _stream.Position;
            }

            _calls++;
        }
    }

    /// <summary>Notes that a call has ended. The last one leaves the stream where it stood.</summary>
    public void End()
    {
        lock (_turn)
        {
            _calls--;

            // With no time to wait, the task is complete: a browser has no other way to ask.
            if (_turn.WaitAsync(0, CancellationToken.None) is { IsCompletedSuccessfully: true, Result: true })
            {
                EndTurn();
            }
        }
    }

    /// <summary>Copies the stream from a position to its end.</summary>
    /// <exception cref="InvalidOperationException">The stream cannot seek, and some of it was read before.</exception>
    public async Task CopyAsync(long start, UploadTarget target, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_stream.CanSeek)
            {
                _stream.Position = start;
            }
            else if (_isRead)
            {
                throw Gone();
            }

            Volatile.Write(ref _isRead, true);
            await _stream.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_turn)
            {
                EndTurn();
            }
        }
    }

    /// <summary>Lets the next copy go on, or sets the stream back where no call needs it any more.</summary>
    private void EndTurn()
    {
        try
        {
            if (_calls == 0 && _stream.CanSeek)
            {
                _stream.Position = _position;
            }
        }
#pragma warning disable CA1031 // The call has its result already. A next call looks at the position, and fails where it cannot.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
        finally
        {
            _turn.Release();
        }
    }

    private static InvalidOperationException Gone()
        => new("The stream to upload cannot seek, and another call has read it or is about to. Pass a new stream, or one that can seek.");
}
