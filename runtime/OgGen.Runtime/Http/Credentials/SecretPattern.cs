using System.Diagnostics;
using System.Text;

namespace OgGen;

/// <summary>
/// A sequence of characters that gives a secret away: the secret itself, or its base64. Escapes are no matter of a pattern: texts are
/// searched in all their <see cref="DecodedText"/>s.
/// </summary>
[DebuggerDisplay("***")]
internal sealed class SecretPattern
{
    /// <summary>A shorter secret, or base64, is in ordinary words by chance.</summary>
    private const int ShortestAnywhere = 8;

    /// <summary>How much of the beginning of a secret gives something away, where a text ends in the middle of one.</summary>
    private const int ShortestBeginning = 6;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    private readonly StringComparison _comparison;
    private readonly int _before;
    private readonly int _after;

    /// <param name="text">The characters.</param>
    /// <param name="isBase64">Whether they are base64, where capitals differ from small letters.</param>
    /// <param name="before">How many characters before them are partly the secret's.</param>
    /// <param name="after">How many characters after them are partly the secret's.</param>
    private SecretPattern(string text, bool isBase64, int before = 0, int after = 0)
    {
        _text = text;
        _comparison = isBase64 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        _before = before;
        _after = after;
    }

    /// <summary>The patterns of a secret.</summary>
    /// <param name="secret">The key, the token or the password.</param>
    /// <param name="wire">What is sent.</param>
    /// <param name="headerValue">The whole value of the header that carries it.</param>
    public static IEnumerable<SecretPattern> Of(string secret, string wire, string headerValue)
    {
        foreach (string text in new HashSet<string>(StringComparer.Ordinal) { secret, wire })
        {
            yield return new SecretPattern(text, isBase64: false);
            if (text.Length >= ShortestAnywhere)
            {
                foreach (SecretPattern pattern in Inside(text))
                {
                    yield return pattern;
                }
            }
        }

        // A part of the base64 of a short secret proves nothing.
        foreach (string text in new HashSet<string>(StringComparer.Ordinal) { secret, wire, headerValue })
        {
            if (secret.Length < ShortestAnywhere)
            {
                string whole = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=');
                foreach (string spelling in Alphabets(whole))
                {
                    yield return new SecretPattern(spelling, isBase64: true);
                }
            }
        }
    }

    /// <summary>Adds the ranges of a text where the pattern is.</summary>
    /// <param name="reading">The text.</param>
    /// <param name="isCut">Whether the text goes on in truth, so that a beginning at its end counts.</param>
    /// <param name="found">Where the places are added.</param>
    public void FindIn(DecodedText reading, bool isCut, List<(int Start, int End)> found)
    {
        string text = reading.Text;
        for (int i = text.IndexOf(_text, _comparison); i >= 0; i = i + 1 < text.Length ? text.IndexOf(_text, i + 1, _comparison) : -1)
        {
            int end = i + _text.Length;
            if (_text.Length >= ShortestAnywhere || IsAlone(text, i, end))
            {
                found.Add((reading.PlaceOf(Math.Max(0, i - _before)), reading.PlaceOf(Math.Min(text.Length, end + _after))));
            }
        }

        if (isCut && BeginningAtEnd(text) is { } start)
        {
            found.Add((reading.PlaceOf(start), reading.PlaceOf(text.Length)));
        }
    }

    /// <summary>
    /// The three ways in which the bytes of a text stand in the base64 of a larger one, by the place of the first of them.
    /// </summary>
    private static IEnumerable<SecretPattern> Inside(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int offset = 0; offset < 3; offset++)
        {
            string all = Convert.ToBase64String([.. new byte[offset], .. bytes]);
            int bits = (offset + bytes.Length) * 8;
            int first = ((offset * 8) + 5) / 6;
            foreach (string spelling in Alphabets(all[first..(bits / 6)]))
            {
                yield return new SecretPattern(spelling, isBase64: true, before: offset == 0 ? 0 : 1, after: bits % 6 == 0 ? 0 : 1);
            }
        }
    }

    /// <summary>The standard alphabet and the one for addresses (RFC 4648, 4 and 5).</summary>
    private static IEnumerable<string> Alphabets(string base64)
        => base64.AsSpan().ContainsAny('+', '/') ? [base64, base64.Replace('+', '-').Replace('/', '_')] : [base64];

    private static bool IsAlone(string text, int start, int end)
        => (start == 0 || !IsWord(text[start - 1])) && (end == text.Length || !IsWord(text[end]));

    // A half of a surrogate pair is taken for a letter: most of them are.
    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c);

    private int? BeginningAtEnd(string text)
    {
        for (int start = Math.Max(0, text.Length - _text.Length + 1); start <= text.Length - ShortestBeginning; start++)
        {
            if (_text.AsSpan().StartsWith(text.AsSpan(start), _comparison))
            {
                return start;
            }
        }

        return null;
    }
}
