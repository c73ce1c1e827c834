using System.Text;

namespace OgGen;

/// <summary>
/// Text in bodies, in the charset that their media type names (RFC 9110, 8.3.2), and in UTF-8 where it names none. Nothing is replaced:
/// what does not fit the charset is an error.
/// </summary>
internal static class BodyText
{
    private static readonly Encoding s_utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Encodings by their byte order marks, the longer marks first.</summary>
    private static readonly Encoding[] s_unicode =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
    ];

    /// <summary>The charset that a media type names, without quotes; <see langword="null"/> where it names none.</summary>
    public static string? Charset(string? mediaType)
    {
        foreach (string parameter in mediaType?.Split(';').Skip(1) ?? [])
        {
            int equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && parameter.AsSpan(0, equals).Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                return parameter[(equals + 1)..].Trim(' ', '\t', '"', '\'') is { Length: > 0 } name ? name : null;
            }
        }

        return null;
    }

    /// <summary>The encoding of a charset; <see langword="null"/> where .NET, as this program has set it up, knows none.</summary>
    public static Encoding? Find(string? charset)
    {
        if (charset is null || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return s_utf8;
        }

        try
        {
            return Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Decodes a whole body. A byte order mark is no text; it counts before the name of a Unicode encoding.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not of this encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> body, Encoding encoding)
    {
        bool isUnicode = encoding.CodePage == Encoding.UTF8.CodePage || Array.Exists(s_unicode, e => e.CodePage == encoding.CodePage);
        foreach (Encoding marked in isUnicode ? s_unicode : [])
        {
            // What UTF-32 begins with is UTF-16 with a zero as well.
            bool isLikely = marked is not UTF32Encoding || encoding is UTF32Encoding or UTF8Encoding;
            if (isLikely && body.StartsWith(marked.Preamble))
            {
                return marked.GetString(body[marked.Preamble.Length..]);
            }
        }

        return encoding.GetString(body);
    }

    /// <summary>Encodes a text for a body.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">The media type that the body is sent with.</param>
    /// <param name="parameter">The parameter, for the exception.</param>
    /// <exception cref="ArgumentException">
    /// The media type names a charset that is not known, or that has not all characters of the text.
    /// </exception>
    public static byte[] Encode(string text, string? mediaType, string parameter)
    {
        string? charset = Charset(mediaType);
        Encoding encoding = Find(charset)
            ?? throw new ArgumentException($"The charset '{charset}' is not known. Encoding.RegisterProvider adds charsets.", parameter);
        try
        {
            return encoding.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException(
                char.IsSurrogate(e.CharUnknown) && !e.IsUnknownSurrogate()
                    ? FormattableString.Invariant($"The text holds half a surrogate pair, at index {e.Index}.")
                    : FormattableString.Invariant($"The charset '{charset}' does not have the character at index {e.Index} of the text."),
                parameter);
        }
    }
}
