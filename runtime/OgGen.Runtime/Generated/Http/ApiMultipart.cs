using System.ComponentModel;
using OgGen.Json;

namespace OgGen.Generated;

/// <summary>
/// The parts of a multipart body, while generated code puts it together. Parts are sent in the order of the calls; those whose value is
/// <see langword="null"/> are left out. Headers of a part that are <see langword="null"/>, or named <c>Content-Disposition</c> or
/// <c>Content-Type</c>, are left out too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiMultipart
{
    private const string AnyBytes = "application/octet-stream";

    private readonly MultipartBody _body;

    internal ApiMultipart(MultipartBody body)
    {
        _body = body;
    }

    /// <summary>Adds a field of text, in the charset that the media type names, and in UTF-8 where it names none.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="value">The text; it may hold line breaks.</param>
    /// <param name="mediaType">Its media type; <see langword="null"/>, as browsers do it, sends none, which means plain text.</param>
    /// <param name="headers">Further headers of the part.</param>
    /// <exception cref="ArgumentException">
    /// The media type or a header holds a character that is not visible ASCII; the message does not repeat it. Or the text holds half a
    /// surrogate pair, or a character that the charset does not have, or the charset is not known.
    /// </exception>
    public void AddText(string name, string? value, string? mediaType = null, IEnumerable<KeyValuePair<string, string?>>? headers = null)
    {
        if (value is not null)
        {
            Add(name, null, new BufferedBody(BodyText.Encode(value, mediaType, name), mediaType), headers);
        }
    }

    /// <summary>Adds an array of texts: a part for each, all with the same name.</summary>
    /// <inheritdoc cref="AddText(string, string?, string?, IEnumerable{KeyValuePair{string, string?}}?)"/>
    public void AddText(
        string name, IReadOnlyList<string>? values, string? mediaType = null, IEnumerable<KeyValuePair<string, string?>>? headers = null)
    {
        foreach (string value in values ?? [])
        {
            AddText(name, value, mediaType, headers);
        }
    }

    /// <summary>Adds a part of JSON. It is written now, once.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="value">The value; unlike elsewhere, <see langword="null"/> is a value if the codec can write it.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="headers">Further headers of the part.</param>
    /// <exception cref="ArgumentException">
    /// A value cannot be written as JSON, or a header holds a character that is not visible ASCII.
    /// </exception>
    public void AddJson<T, TCodec>(
        string name, T value, string mediaType = "application/json", IEnumerable<KeyValuePair<string, string?>>? headers = null)
        where TCodec : IJsonCodec<T>
        => Add(name, null, ApiRequest.WriteJson<T, TCodec>(value, mediaType), headers);

    /// <summary>Adds an array: a part of JSON for each item, all with the same name.</summary>
    /// <inheritdoc cref="AddJson{T, TCodec}"/>
    public void AddJsonItems<T, TCodec>(
        string name,
        IEnumerable<T>? values,
        string mediaType = "application/json",
        IEnumerable<KeyValuePair<string, string?>>? headers = null)
        where TCodec : IJsonCodec<T>
    {
        foreach (T value in values ?? [])
        {
            AddJson<T, TCodec>(name, value, mediaType, headers);
        }
    }

    /// <summary>Adds a part of bytes. The array must not change until the call has ended.</summary>
    /// <inheritdoc cref="AddText(string, string?, string?, IEnumerable{KeyValuePair{string, string?}}?)"/>
    public void AddBytes(
        string name, byte[]? value, string mediaType = AnyBytes, IEnumerable<KeyValuePair<string, string?>>? headers = null)
    {
        if (value is not null)
        {
            Add(name, null, new BufferedBody(value, mediaType), headers);
        }
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">The media type of a file that has none of its own.</param>
    /// <param name="headers">Further headers of the part.</param>
    /// <exception cref="ArgumentException">
    /// A header holds a character that is not visible ASCII; the message does not repeat it.
    /// </exception>
    public void AddFile(string name, ApiFile? file, string mediaType = AnyBytes, IEnumerable<KeyValuePair<string, string?>>? headers = null)
    {
        if (file is not null)
        {
            Add(name, file.FileName, file.ToBody(mediaType), headers);
        }
    }

    /// <summary>Adds an array of files: a part for each, all with the same name.</summary>
    /// <inheritdoc cref="AddFile(string, ApiFile?, string, IEnumerable{KeyValuePair{string, string?}}?)"/>
    public void AddFile(
        string name, IEnumerable<ApiFile>? files, string mediaType = AnyBytes, IEnumerable<KeyValuePair<string, string?>>? headers = null)
    {
        foreach (ApiFile file in files ?? [])
        {
            AddFile(name, file, mediaType, headers);
        }
    }

    /// <summary>Adds parts whose names only the caller knows, in the order of the names and values.</summary>
    /// <param name="values">The values by the names of their parts; <see langword="null"/> for none.</param>
    /// <param name="add">Adds one part.</param>
    public void AddEach<T>(IEnumerable<KeyValuePair<string, T>>? values, Action<ApiMultipart, string, T> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        foreach ((string name, T value) in values ?? [])
        {
            add(this, name, value);
        }
    }

    private void Add(string name, string? fileName, RequestBody content, IEnumerable<KeyValuePair<string, string?>>? headers)
        => _body.Add(PartText.Header(name, fileName, content.MediaType, headers), content);
}
