using System.Text;

namespace OgGen;

/// <summary>
/// A text as somebody reads it who takes escapes for what they stand for, and where each character of it is in the text as it came.
/// Services write keys in escapes of JSON, URLs and HTML, also one in another.
/// </summary>
internal sealed class DecodedText
{
    /// <summary>How many escapes may be inside of each other.</summary>
    private const int Layers = 3;

    private static readonly Decoding[] s_decodings = [TextEscapes.Json, TextEscapes.Percent, TextEscapes.Html, TextEscapes.Form];

    private readonly int[]? _places;

    private DecodedText(string text, int[]? places)
    {
        Text = text;
        _places = places;
    }

    /// <summary>Reads one escape at the beginning of a text.</summary>
    /// <param name="text">The text from there to its end.</param>
    /// <param name="decoded">Gets what the escape stands for.</param>
    /// <returns>The length of the escape; 0 where none begins. An escape that the end of the text cuts is read as nothing.</returns>
    public delegate int Decoding(ReadOnlySpan<char> text, StringBuilder decoded);

    /// <summary>The text without escapes.</summary>
    public string Text { get; }

    /// <summary>All readings of a text, the text as it came among them.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="withForm">Whether a <c>+</c> may be a space.</param>
    public static IReadOnlyList<DecodedText> Of(string text, bool withForm)
    {
        List<DecodedText> readings = [new(text, null)];
        var known = new HashSet<string>(StringComparer.Ordinal) { text };
        int begin = 0;
        for (int layer = 0; layer < Layers; layer++)
        {
            int end = readings.Count;
            for (; begin < end; begin++)
            {
                foreach (Decoding decoding in s_decodings.AsSpan(0, withForm ? s_decodings.Length : s_decodings.Length - 1))
                {
                    if (readings[begin].Decode(decoding) is { } decoded && known.Add(decoded.Text))
                    {
                        readings.Add(decoded);
                    }
                }
            }
        }

        return readings;
    }

    /// <summary>Where a character begins in the text as it came; for the length of <see cref="Text"/>, that text's length.</summary>
    public int PlaceOf(int index) => _places is null ? index : _places[index];

    /// <summary>The text with one kind of escapes less; <see langword="null"/> where it has none.</summary>
    private DecodedText? Decode(Decoding decoding)
    {
        if (Text.AsSpan().IndexOfAny(TextEscapes.Starts) < 0)
        {
            return null;
        }

        var decoded = new StringBuilder(Text.Length);
        var places = new List<int>(Text.Length + 1);
        bool hasEscapes = false;
        for (int i = 0; i < Text.Length;)
        {
            int length = decoding(Text.AsSpan(i), decoded);
            hasEscapes |= length > 0;
            if (length == 0)
            {
                decoded.Append(Text[i]);
                length = 1;
            }

            while (places.Count < decoded.Length)
            {
                places.Add(PlaceOf(i));
            }

            i += length;
        }

        places.Add(PlaceOf(Text.Length));
        return hasEscapes ? new DecodedText(decoded.ToString(), [.. places]) : null;
    }
}
