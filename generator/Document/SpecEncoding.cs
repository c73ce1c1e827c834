using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace OgGen.Generator.Document;

/// <summary>
/// Tells whether a file is Unicode. The compiler decodes every file: one that is no UTF-8 by the code page of the machine, or with U+FFFD for each byte
/// that is no character.
/// </summary>
internal static class SpecEncoding
{
    private const char Replacement = '\uFFFD';

    /// <summary>UTF-8, UTF-16 and UTF-32, in both orders of bytes.</summary>
    private static readonly int[] s_codePages = [65001, 1200, 1201, 12000, 12001];

    public static bool IsUnicode(SourceText text)
        => text.Encoding is not { } encoding || s_codePages.Contains(encoding.CodePage) && (!HasReplacement(text) || IsWritten(text));

    private static bool HasReplacement(SourceText text) => text.ToString().IndexOf(Replacement) >= 0;

    /// <summary>Whether the file itself has U+FFFD: then the bytes of the text are those of the file, which the checksum is made of.</summary>
    private static bool IsWritten(SourceText text)
    {
        ImmutableArray<byte> checksum = text.GetChecksum();
        Encoding[] encodings = [new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), text.Encoding!];
        return encodings.Any(encoding => SourceText.From(text.ToString(), encoding, text.ChecksumAlgorithm).GetChecksum().SequenceEqual(checksum));
    }

    /// <summary>The zero-based line and column of the first character that the file may not have.</summary>
    public static (int Line, int Column) FirstFault(string text)
    {
        int at = text.IndexOf(Replacement);
        if (at < 0)
        {
            at = text.TakeWhile(static c => c < 0x80).Count();
        }

        string before = text.Substring(0, at);
        return (before.Count(static c => c == '\n'), at - (before.LastIndexOf('\n') + 1));
    }
}
