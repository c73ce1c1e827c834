using System.Buffers;

namespace OgGen;

/// <summary>Bytes that grow in a pooled array.</summary>
internal sealed class PooledWriter : IBufferWriter<byte>
{
    private byte[] _bytes = BoundedPool<byte>.Rent(1024);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Gives the array back. Nobody may hold <see cref="Written"/> any more.</summary>
    public void Release()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        Length = 0;
        BoundedPool<byte>.Return(bytes);
    }

    private void Reserve(int sizeHint)
    {
        int needed = Math.Max(sizeHint, 1);
        if (_bytes.Length - Length < needed)
        {
            byte[] larger = BoundedPool<byte>.Rent(Math.Max(_bytes.Length * 2, Length + needed));
            _bytes.AsSpan(0, Length).CopyTo(larger);
            BoundedPool<byte>.Return(_bytes);
            _bytes = larger;
        }
    }
}
