using System.Text;

namespace OgGen;

/// <summary>Form fields (<c>application/x-www-form-urlencoded</c>).</summary>
internal sealed class FormBody() : RequestBody("application/x-www-form-urlencoded")
{
    private PairText _pairs;
    private byte[]? _bytes;
    private bool _released;

    public override bool CanRepeat => true;

    public override long? Length => Bytes.Length;

    private byte[] Bytes
    {
        get
        {
            lock (this)
            {
                ObjectDisposedException.ThrowIf(_released, this);
                return _bytes ??= ToBytes();
            }
        }
    }

    /// <summary>What the fields are written to; the first attempt reads it.</summary>
    public ref PairText Pairs => ref _pairs;

    public override Task CopyToAsync(Stream target, CancellationToken cancellationToken)
        => target.WriteAsync(Bytes, cancellationToken).AsTask();

    public override void Release()
    {
        lock (this)
        {
            _released = true;
            _pairs.Release();
        }
    }

    private byte[] ToBytes()
    {
        // Encoded texts are ASCII.
        byte[] bytes = new byte[_pairs.Length];
        Encoding.ASCII.GetBytes(_pairs.Span, bytes);
        return bytes;
    }
}
