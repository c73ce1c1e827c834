using System.Buffers;
using System.IO.Compression;
using System.Runtime.Versioning;

namespace OgGen;

/// <summary>A body without its Brotli compression (RFC 7932). An empty body needs none.</summary>
[UnsupportedOSPlatform("browser")]
internal sealed class BrotliBody(Stream source) : BodyStream(source)
{
    private readonly byte[] _input = new byte[8192];
    private BrotliDecoder _decoder;
    private int _start;
    private int _end;
    private bool _begun;
    private bool _done;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_done)
        {
            OperationStatus status = _decoder.Decompress(
                _input.AsSpan(_start, _end - _start), buffer.Span, out int consumed, out int written);
            _start += consumed;
            _done = status == OperationStatus.Done;
            if (status == OperationStatus.InvalidData)
            {
                throw new InvalidDataException("The compressed body is damaged.");
            }

            if (written > 0)
            {
                return written;
            }

            if (!_done && !await FillAsync(cancellationToken).ConfigureAwait(false))
            {
                return _begun ? throw new InvalidDataException("The compressed body ends early.") : 0;
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        // The decoder has taken all that it was given, or it would have said something else.
        _start = 0;
        _end = await Source.ReadAsync(_input, cancellationToken).ConfigureAwait(false);
        _begun |= _end > 0;
        return _end > 0;
    }
}
