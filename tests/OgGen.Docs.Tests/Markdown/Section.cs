namespace OgGen.Docs.Tests.Markdown;

/// <summary>A heading and what stands below it, down to the next heading of any level.</summary>
/// <param name="Heading">The text of the heading.</param>
/// <param name="Level">1 for the title of the page.</param>
/// <param name="Line">The line of the heading, from 1.</param>
/// <param name="Blocks">The fenced blocks, in their order.</param>
internal sealed record Section(string Heading, int Level, int Line, IReadOnlyList<Block> Blocks)
{
    /// <summary>The blocks of one language.</summary>
    public IEnumerable<Block> Of(string language) => Blocks.Where(block => block.Language == language);
}
