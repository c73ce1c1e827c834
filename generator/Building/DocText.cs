using System.Text;
using Microsoft.OpenApi;
using OgGen.Generator.Common;
using OgGen.Generator.Model;

namespace OgGen.Generator.Building;

/// <summary>Descriptions of a document as documentation comments, in Markdown.</summary>
internal static class DocText
{
    /// <summary>The first paragraph, and the rest.</summary>
    public static (string Summary, string Remarks) Split(string text)
    {
        text = text.Replace("\r\n", "\n").Replace('\r', '\n').Trim();
        if (text.Length > Limits.Documentation)
        {
            text = text.Substring(0, Limits.Documentation) + " [...]";
        }

        text = HtmlBlocks.ToMarkdown(text).Trim();
        int end = EndOfFirst(text);
        return end < 0 ? (text, "") : (text.AsSpan(0, end).Trim().ToString(), text.AsSpan(end).Trim('\n').ToString());
    }

    /// <summary>The comment, or a default summary where it has none.</summary>
    public static DocModel Or(this DocModel doc, string text) => doc.Summary.Length > 0 ? doc : new DocModel(text);

    /// <summary>The comment with one more paragraph among its remarks.</summary>
    public static DocModel And(this DocModel doc, string paragraph)
        => doc with { Remarks = doc.Remarks.Length == 0 ? paragraph : doc.Remarks + "\n\n" + paragraph };

    /// <summary>The comment with the address of more documentation.</summary>
    public static DocModel And(this DocModel doc, OpenApiExternalDocs? more)
    {
        if (Address(more?.Url) is not { } address)
        {
            return doc;
        }

        string text = Line(more!.Description);
        return doc.And((text.Length > 0 ? text.TrimEnd('.', ':') : "See also") + $": <{address}>");
    }

    /// <summary>
    /// An address that a reader may follow from a documentation comment: no script, no path of a machine; null for any other.
    /// </summary>
    public static string? Address(Uri? url) => url is { IsAbsoluteUri: true, Scheme: "https" or "http" } ? url.OriginalString : null;

    /// <summary>The first paragraph of a description, as one line.</summary>
    public static string Line(string? text)
    {
        string paragraph = Split(text ?? "").Summary;
        return paragraph.IndexOf('\n') < 0 && paragraph.IndexOf("  ", StringComparison.Ordinal) < 0
            ? paragraph
            : string.Join(" ", paragraph.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
    }

    public static DocModel Of(string? summary, string? description = null)
    {
        (string first, string rest) = Split(summary is { Length: > 0 } ? summary + "\n\n" + description : description ?? "");
        return new DocModel(first, rest);
    }

    /// <summary>A text that is no Markdown: what it has of markup stands for itself.</summary>
    public static string Literal(string text)
    {
        var markdown = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            bool isPunctuation = c is > ' ' and < (char)127 && !char.IsLetterOrDigit(c);
            markdown.Append(isPunctuation ? "\\" : "").Append(c);
        }

        return markdown.ToString();
    }

    /// <summary>A value as code, on one line.</summary>
    public static string Code(string value) => CodeSpans.Quote(value.Replace('\n', ' ').Replace('\r', ' '));

    /// <summary>The blank line after the first paragraph, which is none of a block of code; -1 where there is none.</summary>
    private static int EndOfFirst(string text)
    {
        if (text.IndexOf('\n') < 0)
        {
            return -1;
        }

        bool isCode = false;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            ReadOnlySpan<char> line = text.AsSpan(start, end - start).Trim();
            if (line.Length == 0 && !isCode)
            {
                return start;
            }

            isCode ^= line.StartsWith("```".AsSpan()) || line.StartsWith("~~~".AsSpan());
            start = end + 1;
        }

        return -1;
    }
}
