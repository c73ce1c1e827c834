using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace OgGen.Generator.Source;

/// <summary>
/// A text of ASCII alone, as nearly all generated files are: the compiler holds it for as long as it holds the syntax tree, in half of the
/// memory of a string.
/// </summary>
internal sealed class AsciiText(byte[] characters, Encoding encoding) : SourceText
{
    public override Encoding Encoding => encoding;

    public override int Length => characters.Length;

    public override char this[int position] => (char)characters[position];

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
        => Encoding.ASCII.GetChars(characters, sourceIndex, count, destination, destinationIndex);

    public override string ToString(TextSpan span) => Encoding.ASCII.GetString(characters, span.Start, span.Length);
}
