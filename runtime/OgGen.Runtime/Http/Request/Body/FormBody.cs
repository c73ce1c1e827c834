using System.Text;

namespace OgGen;

/// <summary>Form fields (<c>application/x-www-form-urlencoded</c>).</summary>
internal sealed class FormBody() : RequestBody("application/x-www-form-urlencoded")
{
    private PairText _pairs;
    private byte[]? _bytes;

    public override bool CanRepeat => true;

    public override long? Length => Bytes.Length;

    private byte[] Bytes => _bytes ??= ToBytes();

    /// <summary>What the fields are written to; the first attempt reads it.</summary>
    public ref PairText Pairs => ref _pairs;

    public override Task CopyToAsync(Stream target, CancellationToken cancellationToken)
        => target.WriteAsync(Bytes, cancellationToken).AsTask();

    public override void Release() => _pairs.Release();

    private byte[] ToBytes()
    {
        // Encoded texts are ASCII.
        byte[] bytes = new byte[_pairs.Length];
        Encoding.ASCII.GetBytes(_pairs.Span, bytes);
        return bytes;
    }
}
