namespace OgGen;

/// <summary>
/// A body without its gzip or zlib compression. The decompressors of .NET return what they have when the compressed bytes end early. So
/// those bytes have a tail (<see cref="TailedStream"/>): a decompressor that is through leaves it alone, one that misses something takes
/// it.
/// </summary>
internal sealed class InflatedBody(TailedStream compressed, Stream inflater) : BodyStream(inflater)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await Source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);

        // All that stood before the tail had come out when the tail was asked for.
        return compressed.IsTailTaken || (count > 0 && compressed.IsTailGiven)
            ? throw new InvalidDataException("The compressed body ends early.")
            : count;
    }
}

/// <summary>Compressed bytes, and some more after their end that no format of compression begins or goes on with.</summary>
/// <param name="source">The bytes but the first.</param>
/// <param name="first">The first byte.</param>
internal sealed class TailedStream(Stream source, byte first) : BodyStream(source)
{
    private const int TailLength = 64;

    private bool _begun;

    /// <summary>Whether all the bytes were read, and more was wanted.</summary>
    public bool IsTailGiven { get; private set; }

    /// <summary>Whether the tail was used up too.</summary>
    public bool IsTailTaken { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_begun)
        {
            _begun = true;
            buffer.Span[0] = first;
            return 1;
        }

        int count = IsTailGiven ? 0 : await Source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            return count;
        }

        if (IsTailGiven)
        {
            IsTailTaken = true;
            return 0;
        }

        // Neither the magic of another gzip member nor a type of block nor, but for one case in 2^32, a checksum.
        IsTailGiven = true;
        count = Math.Min(TailLength, buffer.Length);
        buffer.Span[..count].Fill(0xFF);
        return count;
    }
}
