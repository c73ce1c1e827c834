namespace OgGen;

/// <summary>A file to upload: its content, its name, and what it is. Nothing is read from disk here.</summary>
public sealed class ApiFile
{
    private readonly Stream? _stream;
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <summary>
    /// A file that is read from a stream while it is sent, from where the stream stands. The stream stays open, and its size does not
    /// matter. One that cannot seek is sent once: the request is not repeated.
    /// </summary>
    /// <param name="content">The content.</param>
    /// <param name="fileName">The name; of a path, only the last segment is kept.</param>
    /// <param name="contentType">The media type, for example <c>image/png</c>; <see langword="null"/> means what the document says, else <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The name is empty or only dots, or the media type cannot stand in a header.</exception>
    public ApiFile(Stream content, string fileName, string? contentType = null)
        : this(fileName, contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        _stream = content;
    }

    /// <summary>A file in memory. The array must not change until the call has ended.</summary>
    /// <param name="content">The content.</param>
    /// <param name="fileName">The name; of a path, only the last segment is kept.</param>
    /// <param name="contentType">The media type, for example <c>image/png</c>; <see langword="null"/> means what the document says, else <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentException">The name is empty or only dots, or the media type cannot stand in a header.</exception>
    public ApiFile(byte[] content, string fileName, string? contentType = null)
        : this(fileName, contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        _bytes = content;
    }

    private ApiFile(string fileName, string? contentType)
    {
        FileName = PartText.BaseName(fileName, nameof(fileName));
        if (contentType is not null)
        {
            HeaderText.CheckValue(contentType, nameof(contentType));
        }

        ContentType = contentType;
    }

    /// <summary>The name that the service is told, without directories.</summary>
    public string FileName { get; }

    /// <summary>The media type, if one was given.</summary>
    public string? ContentType { get; }

    /// <param name="mediaType">The media type where the file has none of its own.</param>
    internal RequestBody ToBody(string mediaType)
        => _stream is not null ? new StreamBody(_stream, ContentType ?? mediaType) : new BufferedBody(_bytes, ContentType ?? mediaType);
}
