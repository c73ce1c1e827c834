using System.Text;

namespace OgGen;

/// <summary>Form fields (<c>application/x-www-form-urlencoded</c>).</summary>
internal sealed class FormBody() : RequestBody("application/x-www-form-urlencoded")
{
    private TextBuffer _pairs;
    private byte[]? _bytes;

    public override bool CanRepeat => true;

    public override long? Length => Bytes.Length;

    private byte[] Bytes => _bytes ??= ToBytes();

    public void Add(string name, string value) => PairText.Append(ref _pairs, name, value);

    public void Add(string name, IReadOnlyList<string> values, ParameterStyle style, bool explode)
        => PairText.Append(ref _pairs, name, values, style, explode);

    public void Add(string name, IReadOnlyList<KeyValuePair<string, string>> members, ParameterStyle style, bool explode)
        => PairText.Append(ref _pairs, name, members, style, explode);

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
