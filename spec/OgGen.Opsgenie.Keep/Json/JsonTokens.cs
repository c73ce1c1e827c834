using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OgGen.Opsgenie.Keep.Json;

/// <summary>Between the tokens of JSON and texts.</summary>
internal static class JsonTokens
{
    /// <summary>
    /// The text of a string token. One that is no text, because of half a surrogate pair or of bytes that are no UTF-8, is given with its
    /// escapes, the bytes replaced by U+FFFD; the token itself stays the truth.
    /// </summary>
    public static string Text(ReadOnlySpan<byte> token)
    {
        var reader = new Utf8JsonReader(token);
        reader.Read();
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(token[1..^1]);
        }
    }

    /// <summary>The token of a text, with its quotes: only what JSON requires is escaped, so that files can be read.</summary>
    public static ReadOnlyMemory<byte> Of(string text)
        => Encoding.UTF8.GetBytes('"' + JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text) + '"');
}
