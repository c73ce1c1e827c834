using System.Globalization;
using System.Text;

namespace OgGen;

/// <summary>The header of a part of <c>multipart/form-data</c> (RFC 7578).</summary>
internal static class PartText
{
    /// <summary>The lines of a part's header. The media type was checked.</summary>
    /// <exception cref="ArgumentException">A value cannot stand in a header, or a name holds half a surrogate pair.</exception>
    public static string Header(string name, string? fileName, string? mediaType, IEnumerable<KeyValuePair<string, string?>>? headers)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder("Content-Disposition: form-data; name=\"").Append(Escape(name, nameof(name))).Append('"');
        if (fileName is not null)
        {
            text.Append("; filename=\"").Append(Escape(fileName, name)).Append('"');
        }

        text.Append("\r\n");
        if (mediaType is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"Content-Type: {mediaType}\r\n");
        }

        foreach ((string header, string? value) in headers ?? [])
        {
            HeaderText.CheckName(header, nameof(headers));
            if (value is not null && !IsOurs(header))
            {
                HeaderText.CheckValue(value, header);
                text.Append(CultureInfo.InvariantCulture, $"{header}: {value}\r\n");
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// The last segment of a path of any system; a file name says where a file belongs only to those who believe it.
    /// </summary>
    /// <exception cref="ArgumentException">Nothing is left, or only dots.</exception>
    public static string BaseName(string path, string parameter)
    {
        ArgumentNullException.ThrowIfNull(path, parameter);
        string name = path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        UriText.CheckWellFormed(name, parameter);
        return string.IsNullOrWhiteSpace(name) || name is "." or ".."
            ? throw new ArgumentException("A file name is not empty, not white space, and not '.' or '..'.", parameter)
            : name;
    }

    private static bool IsOurs(string header)
        => header.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase)
            || header.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The text between the quotes: UTF-8 as it is, as browsers and RFC 7578, 5.1 have it; what could end the quotes or the line, and the
    /// backslash, which only some readers take for an escape, are percent-encoded.
    /// </summary>
    private static string Escape(string text, string parameter)
    {
        UriText.CheckWellFormed(text, parameter);
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsControl(c) || c is '"' or '\\')
            {
                escaped.Append(Uri.EscapeDataString(c.ToString()));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
