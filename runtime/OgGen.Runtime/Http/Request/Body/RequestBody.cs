using System.Net;

namespace OgGen;

/// <summary>The body of a request, for as many attempts as it can serve.</summary>
internal abstract class RequestBody
{
    /// <exception cref="ArgumentException">The media type cannot stand in a header.</exception>
    protected RequestBody(string? mediaType)
    {
        if (mediaType is not null)
        {
            HeaderText.CheckValue(mediaType, nameof(mediaType));
        }

        MediaType = mediaType;
    }

    /// <summary>What the bytes are; <see langword="null"/> sends no media type.</summary>
    public string? MediaType { get; }

    /// <summary>Whether a second attempt would send the same bytes.</summary>
    public abstract bool CanRepeat { get; }

    /// <summary>The number of bytes; <see langword="null"/> where only sending tells.</summary>
    public abstract long? Length { get; }

    /// <summary>The exception of the caller's own stream, if reading it has failed: it ends the call.</summary>
    public virtual Exception? Failure => null;

    /// <summary>How often the body was read to be sent, in all attempts.</summary>
    public int Reads { get; private set; }

    /// <summary>Called when the call begins, before anything is sent.</summary>
    /// <exception cref="InvalidOperationException">The bytes are gone: a stream that cannot seek was sent before.</exception>
    public virtual void Begin()
    {
    }

    public abstract Task CopyToAsync(Stream target, CancellationToken cancellationToken);

    /// <summary>The body for one attempt.</summary>
    public HttpContent CreateContent() => new Content(this);

    /// <summary>
    /// Called when the call has ended. A transport that still sends, or begins to, gets an exception and not other bytes.
    /// </summary>
    public virtual void Release()
    {
    }

    private sealed class Content : HttpContent
    {
        private readonly RequestBody _body;

        public Content(RequestBody body)
        {
            _body = body;
            if (body.MediaType is { } mediaType)
            {
                Headers.TryAddWithoutValidation("Content-Type", mediaType);
            }
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
            => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            _body.Reads++;
            return _body.CopyToAsync(stream, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _body.Length ?? 0;
            return _body.Length is not null;
        }
    }
}
