using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator.Common;

namespace OgGen.Generator.Source;

/// <summary>A generated file as the compiler gets it. It is the same text whether other generators see it or not.</summary>
internal sealed record PrintedFile
{
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly EquatableArray<byte> _utf8;

    public PrintedFile(string hintName, CodeWriter text)
    {
        HintName = hintName;
        _utf8 = EquatableArray<byte>.Of(text.ToBytes(s_encoding));
    }

    public string HintName { get; }

    /// <summary>The size in bytes, in UTF-8.</summary>
    public int Size => _utf8.Count;

    /// <summary>The file, if other generators see it.</summary>
    public static IEnumerable<PrintedFile> Visible((PrintedFile File, Boxed<bool> IsVisible) printed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return printed.IsVisible.Value ? [printed.File] : [];
    }

    /// <summary>The file, if they do not.</summary>
    public static IEnumerable<PrintedFile> Hidden((PrintedFile File, Boxed<bool> IsVisible) printed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return printed.IsVisible.Value ? [] : [printed.File];
    }

    /// <summary>Adds a file to the compilation beside those of all other generators.</summary>
    public static void Add(SourceProductionContext context, PrintedFile file)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        context.AddSource(file.HintName, file.ToSourceText());
    }

    /// <summary>The text as the compiler takes it. It holds the same bytes, not a copy, where these are its characters.</summary>
    public SourceText ToSourceText()
    {
        byte[] utf8 = _utf8.Items;
        return Array.TrueForAll(utf8, static c => c < 0x80)
            ? new AsciiText(utf8, s_encoding)
            : SourceText.From(s_encoding.GetString(utf8), s_encoding);
    }
}
