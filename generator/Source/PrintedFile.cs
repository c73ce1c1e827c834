using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OgGen.Generator.Source;

/// <summary>A generated file as the compiler gets it. It is the same text whether other generators see it or not.</summary>
internal sealed record PrintedFile(string HintName, string Text)
{
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The size in bytes, in UTF-8.</summary>
    public int Size => s_encoding.GetByteCount(Text);

    /// <summary>The file, if other generators see it.</summary>
    public static IEnumerable<PrintedFile> Visible((PrintedFile File, bool IsVisible) printed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return printed.IsVisible ? [printed.File] : [];
    }

    /// <summary>The file, if they do not.</summary>
    public static IEnumerable<PrintedFile> Hidden((PrintedFile File, bool IsVisible) printed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return printed.IsVisible ? [] : [printed.File];
    }

    /// <summary>Adds a file to the compilation beside those of all other generators.</summary>
    public static void Add(SourceProductionContext context, PrintedFile file)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        context.AddSource(file.HintName, file.ToSourceText());
    }

    /// <summary>The text as the compiler takes it. It holds the same string, not a copy.</summary>
    public SourceText ToSourceText() => SourceText.From(Text, s_encoding);
}
