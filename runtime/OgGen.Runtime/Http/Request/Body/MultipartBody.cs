using System.Security.Cryptography;
using System.Text;

namespace OgGen;

/// <summary>Several bodies in one (RFC 2046, 5.1): never in memory at once, and with the same boundary in every attempt.</summary>
internal sealed class MultipartBody : RequestBody
{
    private const string LineBreak = "\r\n";

    // Random, so that nothing that a part holds, by chance or on purpose, can end it.
    private readonly string _boundary;
    private readonly List<Part> _parts = [];

    public MultipartBody(string mediaType)
        : this(mediaType, RandomNumberGenerator.GetHexString(40, lowercase: true))
    {
    }

    private MultipartBody(string mediaType, string boundary)
        : base($"{mediaType}; boundary={boundary}")
    {
        _boundary = boundary;
    }

    public override bool CanRepeat => _parts.TrueForAll(static p => p.Content.CanRepeat);

    public override Exception? Failure
        => _parts.Select(static p => p.Content.Failure).FirstOrDefault(static failure => failure is not null);

    public override long? Length
    {
        get
        {
            long sum = End.Length;
            foreach (Part part in _parts)
            {
                if (part.Content.Length is not { } length)
                {
                    return null;
                }

                sum += part.Head.Length + length;
            }

            return sum;
        }
    }

    private ReadOnlyMemory<byte> End => Encoding.ASCII.GetBytes($"{(_parts.Count == 0 ? "" : LineBreak)}--{_boundary}--{LineBreak}");

    /// <param name="header">The lines of the part's header, each with its end; checked.</param>
    /// <param name="content">What the part holds.</param>
    public void Add(string header, RequestBody content)
        => _parts.Add(
            new(Encoding.UTF8.GetBytes($"{(_parts.Count == 0 ? "" : LineBreak)}--{_boundary}{LineBreak}{header}{LineBreak}"), content));

    public override void Begin()
    {
        foreach (Part part in _parts)
        {
            part.Content.Begin();
        }
    }

    public override async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        foreach (Part part in _parts)
        {
            await target.WriteAsync(part.Head, cancellationToken).ConfigureAwait(false);
            await part.Content.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }

        await target.WriteAsync(End, cancellationToken).ConfigureAwait(false);
    }

    public override void Release()
    {
        foreach (Part part in _parts)
        {
            part.Content.Release();
        }
    }

    private readonly record struct Part(ReadOnlyMemory<byte> Head, RequestBody Content);
}
