namespace OgGen;

/// <summary>A file to upload: its content, its name, and what it is. Nothing is read from disk here.</summary>
public sealed class ApiFile
{
    private readonly UploadSource? _source;
    private readonly long _start;
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <summary>
    /// A file that is read from a stream while it is sent, whatever its size. Every call and every attempt sends the bytes from where the
    /// stream stands now. The stream stays open, and a call leaves it where it stood. A stream that cannot seek is sent once: the request
    /// is not repeated when some of it was read, and another call with it fails before anything is sent.
    /// </summary>
    /// <param name="content">The content.</param>
    /// <param name="fileName">The name; of a path, only the last segment is kept.</param>
    /// <param name="contentType">
    /// The media type, for example <c>image/png</c>; <see langword="null"/> means what the document says, else
    /// <c>application/octet-stream</c>.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The name is empty or only dots, the media type cannot stand in a header, or the stream cannot be read or stands at its end.
    /// </exception>
    public ApiFile(Stream content, string fileName, string? contentType = null)
        : this(fileName, contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        _source = UploadSource.Of(content, nameof(content));
        (_start, _) = _source.Find(nameof(content));
    }

    /// <summary>A file in memory. The array must not change until the call has ended.</summary>
    /// <param name="content">The content.</param>
    /// <param name="fileName">The name; of a path, only the last segment is kept.</param>
    /// <param name="contentType">
    /// The media type, for example <c>image/png</c>; <see langword="null"/> means what the document says, else
    /// <c>application/octet-stream</c>.
    /// </param>
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
        => _source is not null
            ? new StreamBody(_source, _start, ContentType ?? mediaType)
            : new BufferedBody(_bytes, ContentType ?? mediaType);
}
