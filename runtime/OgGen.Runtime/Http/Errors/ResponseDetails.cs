using System.Text;

namespace OgGen;

/// <summary>The details of a response that its exception shows.</summary>
/// <param name="Operation">The id of the operation.</param>
/// <param name="Call">The operation with its method and address.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="RequestId">The id that the service gave the request, masked.</param>
/// <param name="RawBody">The beginning of the body, as it came.</param>
/// <param name="ShownBody">The same, masked, for texts.</param>
/// <param name="Headers">The headers, masked.</param>
internal readonly record struct ResponseDetails(
    string Operation, string Call, int Status, string? RequestId, string? RawBody, string? ShownBody, ApiResponseHeaders Headers)
{
    /// <summary>How much of a body <see cref="ApiException.RawBody"/> has.</summary>
    public const int RawBodyBytes = 4096;

    private const int LongestCharacter = 4;
    private const int SnippetLength = 200;

    /// <summary>The beginning of a body, as <see cref="ApiException.RawBody"/> has it.</summary>
    public static string BeginningOf(ReadOnlySpan<byte> body)
        => Trim(Encoding.UTF8.GetString(body[..Math.Min(body.Length, RawBodyBytes + LongestCharacter)]));

    /// <summary>The beginning of a text, as long as that of a body.</summary>
    public static string Trim(string body)
    {
        // A char is at least one byte in UTF-8, so this bounds the loop.
        int bytes = 0;
        int length = 0;
        foreach (Rune rune in body.AsSpan(0, Math.Min(body.Length, RawBodyBytes)).EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > RawBodyBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return body[..length];
    }

    /// <summary>
    /// <c>Policies_Create (POST https://…/v1/policies) answered 422 (Unprocessable Content): {"message":…}; request id 7</c>.
    /// </summary>
    public string Describe(string? problem = null)
    {
        var text = new StringBuilder(Call).Append(" answered ").Append(Status);
        if (StatusText.Of(Status) is { } reason)
        {
            text.Append(" (").Append(reason).Append(')');
        }

        text.Append(problem);
        if (!string.IsNullOrWhiteSpace(ShownBody))
        {
            text.Append(": ");
            AppendSnippet(text, ShownBody);
        }

        if (RequestId is not null)
        {
            text.Append("; request id ");
            AppendSnippet(text, RequestId);
        }

        return text.ToString();
    }

    /// <inheritdoc cref="AppendSnippet"/>
    public static string Snippet(string text)
    {
        var snippet = new StringBuilder();
        AppendSnippet(snippet, text);
        return snippet.ToString();
    }

    /// <summary>One short line: what could forge a log line or colour a terminal is escaped.</summary>
    private static void AppendSnippet(StringBuilder target, string text)
    {
        int count = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (count++ == SnippetLength)
            {
                target.Append('…');
                return;
            }

            bool plain = Rune.GetUnicodeCategory(rune) is not (
                System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator
                or System.Globalization.UnicodeCategory.PrivateUse
                or System.Globalization.UnicodeCategory.OtherNotAssigned);
            if (plain)
            {
                target.Append(rune.ToString());
            }
            else
            {
                target.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            }
        }
    }
}
