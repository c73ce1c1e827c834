using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace OgGen.Generator.Document;

/// <summary>
/// Detects whether a file is Unicode. The compiler decodes every file: one that is not UTF-8 with the code page of the machine, or with
/// U+FFFD for each invalid byte.
/// </summary>
internal static class SpecEncoding
{
    private const char Replacement = '\uFFFD';

    /// <summary>UTF-8, UTF-16 and UTF-32, in both orders of bytes.</summary>
    private static readonly int[] s_codePages = [65001, 1200, 1201, 12000, 12001];

    public static bool IsUnicode(SourceText text)
        => text.Encoding is not { } encoding || s_codePages.Contains(encoding.CodePage) && (!HasReplacement(text) || IsWritten(text));

    private static bool HasReplacement(SourceText text) => text.ToString().IndexOf(Replacement) >= 0;

    /// <summary>Whether U+FFFD is in the file itself: then the encoded text has the checksum of the file.</summary>
    private static bool IsWritten(SourceText text)
    {
        ImmutableArray<byte> checksum = text.GetChecksum();
        Encoding[] encodings =
        [
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            text.Encoding!,
        ];
        return encodings.Any(
            encoding => SourceText.From(text.ToString(), encoding, text.ChecksumAlgorithm).GetChecksum().SequenceEqual(checksum));
    }

    /// <summary>The zero-based line and column of the first invalid character.</summary>
    public static (int Line, int Column) FirstInvalidCharacter(string text)
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
