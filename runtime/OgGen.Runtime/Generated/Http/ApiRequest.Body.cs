using System.Buffers;
using OgGen.Json;

namespace OgGen.Generated;

public sealed partial class ApiRequest
{
    /// <summary>The body, if there is one.</summary>
    internal RequestBody? Body { get; private set; }

    /// <summary>Sets a JSON body. It is written now, once, so that a repeated request carries the same bytes.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <exception cref="ArgumentException">A value cannot be written as JSON.</exception>
    public void SetJsonBody<T, TCodec>(T value, string mediaType = "application/json")
        where TCodec : IJsonCodec<T>
        => SetBody(WriteJson<T, TCodec>(value, mediaType));

    /// <summary>
    /// Sets a body of JSON values one after another: JSON Lines, or a JSON text sequence (RFC 7464) where the media type says so. They
    /// are written now, once.
    /// </summary>
    /// <exception cref="ArgumentException">A value cannot be written as JSON.</exception>
    public void SetJsonSequenceBody<T, TCodec>(IEnumerable<T>? values, string mediaType = "application/jsonl")
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        if (values is null)
        {
            return;
        }

        bool isRecord = mediaType.Contains("json-seq", StringComparison.OrdinalIgnoreCase);
        var buffer = new PooledWriter();
        foreach (T value in values)
        {
            if (isRecord)
            {
                buffer.Write("\u001E"u8);
            }

            RequestJson.Write<T, TCodec>(buffer, value);
            buffer.Write("\n"u8);
        }

        SetBody(new BufferedBody(buffer, mediaType));
    }

    /// <summary>Sets a body of text, in the charset that the media type names, and in UTF-8 where it names none.</summary>
    /// <exception cref="ArgumentException">
    /// The text holds half a surrogate pair, or a character that the charset does not have, or the charset is not known.
    /// </exception>
    public void SetTextBody(string? text, string mediaType = "text/plain; charset=utf-8")
    {
        if (text is not null)
        {
            SetBody(new BufferedBody(BodyText.Encode(text, mediaType, nameof(text)), mediaType));
        }
    }

    /// <summary>Sets a body of bytes. The array must not change until the call has ended.</summary>
    public void SetBytesBody(byte[]? bytes, string mediaType = "application/octet-stream")
    {
        if (bytes is not null)
        {
            SetBody(new BufferedBody(bytes, mediaType));
        }
    }

    /// <summary>
    /// Sets a body that is read from a stream while it is sent, from where the stream stands. The stream stays open, and the call leaves it
    /// where it stood. A stream that cannot seek is sent once: the request is not repeated when some of it was read, and another call
    /// with it fails before anything is sent. An exception of the stream ends the call as it is.
    /// </summary>
    /// <exception cref="ArgumentException">The stream cannot be read, or stands at its end.</exception>
    public void SetStreamBody(Stream? stream, string mediaType = "application/octet-stream")
    {
        if (stream is not null)
        {
            SetBody(new StreamBody(stream, mediaType));
        }
    }

    /// <summary>Sets a body of form fields (<c>application/x-www-form-urlencoded</c>).</summary>
    /// <returns>What the fields are added to, before the request is sent.</returns>
    public ApiForm SetFormBody()
    {
        var body = new FormBody();
        SetBody(body);
        return new ApiForm(body);
    }

    /// <summary>Sets a body of several parts. It is sent part by part, so its size does not matter.</summary>
    /// <param name="mediaType">Its media type, without the boundary.</param>
    /// <returns>What the parts are added to, before the request is sent.</returns>
    public ApiMultipart SetMultipartBody(string mediaType = "multipart/form-data")
    {
        var body = new MultipartBody(mediaType);
        SetBody(body);
        return new ApiMultipart(body);
    }

    /// <summary>Lets go of the body; a response may keep its request for long.</summary>
    internal void ReleaseBody()
    {
        Body?.Release();
        Body = null;
    }

    internal static BufferedBody WriteJson<T, TCodec>(T value, string mediaType)
        where TCodec : IJsonCodec<T>
    {
        var buffer = new PooledWriter();
        RequestJson.Write<T, TCodec>(buffer, value);
        return new BufferedBody(buffer, mediaType);
    }

    private void SetBody(RequestBody body)
    {
        Body = Body is null ? body : throw new InvalidOperationException("A request has one body.");
    }
}
