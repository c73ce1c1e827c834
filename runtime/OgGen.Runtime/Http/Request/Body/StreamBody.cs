namespace OgGen;

/// <summary>A stream of the caller's, sent from where it stands.</summary>
internal sealed class StreamBody : RequestBody
{
    private readonly Stream _stream;
    private readonly long _start;

    public StreamBody(Stream stream, string mediaType)
        : base(mediaType)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    public override bool CanRepeat => _stream.CanSeek;

    public override long? Length => _stream.CanSeek ? Math.Max(0, _stream.Length - _start) : null;

    public override Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        if (_stream.CanSeek)
        {
            _stream.Position = _start;
        }

        return _stream.CopyToAsync(target, cancellationToken);
    }
}
