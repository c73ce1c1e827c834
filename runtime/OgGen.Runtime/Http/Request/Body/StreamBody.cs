namespace OgGen;

/// <summary>
/// A stream of the caller's, from the position at which it was given to the end that it had then. All attempts, and all calls with the
/// stream, send the same bytes, or fail before anything is sent.
/// </summary>
internal sealed class StreamBody : RequestBody
{
    private readonly UploadSource _source;
    private readonly long _start;
    private readonly long? _length;
    private bool _begun;
    private volatile bool _released;
    private Exception? _failure;

    /// <exception cref="ArgumentException">The stream cannot be read, or stands at its end.</exception>
    public StreamBody(Stream stream, string mediaType)
        : base(mediaType)
    {
        _source = UploadSource.Of(stream, nameof(stream));
        (_start, _length) = _source.Find(nameof(stream));
    }

    /// <param name="source">The stream.</param>
    /// <param name="start">The position of the first byte to send.</param>
    /// <param name="mediaType">What the bytes are.</param>
    /// <exception cref="ArgumentException">The stream has nothing at this position.</exception>
    public StreamBody(UploadSource source, long start, string mediaType)
        : base(mediaType)
    {
        _source = source;
        _start = start;
        _length = source.LengthFrom(start, nameof(source));
    }

    public override bool CanRepeat => _source.CanRepeat;

    public override long? Length => _length;

    public override Exception? Failure => _failure;

    public override void Begin()
    {
        _source.Begin();
        _begun = true;
    }

    public override async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_released, this);
        var output = new UploadTarget(target, _length, () => _released);
        try
        {
            await _source.CopyAsync(_start, output, cancellationToken).ConfigureAwait(false);
            if (output.Count < _length)
            {
                throw new EndOfStreamException(FormattableString.Invariant(
                    $"The stream to upload ended after {output.Count} of the {_length} bytes that it had when it was given."));
            }
        }
        catch (Exception) when (output.IsFull)
        {
            // The stream has grown since it was given. All attempts send what it had then.
        }
        catch (Exception e) when (!output.IsBroken && !cancellationToken.IsCancellationRequested)
        {
            _failure = e;
            throw;
        }
    }

    public override void Release()
    {
        _released = true;
        if (_begun)
        {
            _begun = false;
            _source.End();
        }
    }
}
