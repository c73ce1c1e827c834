namespace OgGen;

/// <summary>Text that grows in a pooled array.</summary>
internal struct TextBuffer
{
    private char[]? _chars;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    public void Append(char c)
    {
        Reserve(1);
        _chars![Length++] = c;
    }

    /// <summary>Gives the array back; the buffer is empty then.</summary>
    public void Release()
    {
        if (_chars is not null)
        {
            BoundedPool<char>.Return(_chars);
            _chars = null;
            Length = 0;
        }
    }

    private void Reserve(int count)
    {
        if (_chars is null)
        {
            _chars = BoundedPool<char>.Rent(Math.Max(256, count));
        }
        else if (_chars.Length - Length < count)
        {
            char[] larger = BoundedPool<char>.Rent(Math.Max(_chars.Length * 2, Length + count));
            Span.CopyTo(larger);
            BoundedPool<char>.Return(_chars);
            _chars = larger;
        }
    }
}
