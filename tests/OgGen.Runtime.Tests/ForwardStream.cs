namespace OgGen.Runtime.Tests;

/// <summary>Bytes in a stream that cannot seek.</summary>
internal sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
}
