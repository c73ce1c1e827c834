namespace OgGen.Docs.Tests.Markdown;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The word behind the fence.</param>
/// <param name="Text">The lines between the fences.</param>
/// <param name="Line">The line of the page on which the text begins, from 1.</param>
internal sealed record Block(string Language, string Text, int Line);
