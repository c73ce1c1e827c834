using OgGen.Docs.Tests.Markdown;

namespace OgGen.Docs.Tests.Programs;

/// <summary>The OpenAPI document that a section is about.</summary>
internal static class PageDocument
{
    private const string Header = """
        openapi: 3.1.0
        info: { title: Bookshop, version: '1' }
        servers: [ { url: 'https://bookshop.example' } ]

        """;

    /// <summary>
    /// The document that stands in the section, as a whole or as a part of one; else the last whole one before it on the page; else the
    /// first one after it; else none.
    /// </summary>
    public static string? Of(Page page, Section section)
    {
        Block? part = section.Of("yaml").LastOrDefault();
        if (part is not null)
        {
            string paths = part.Text.Contains("paths:", StringComparison.Ordinal) ? "" : "paths: {}\n";
            return IsWhole(part) ? part.Text : Header + paths + part.Text;
        }

        Block[] whole = [.. page.Sections.SelectMany(static other => other.Of("yaml")).Where(IsWhole)];
        return (whole.LastOrDefault(block => block.Line < section.Line) ?? whole.FirstOrDefault())?.Text;
    }

    private static bool IsWhole(Block block)
        => block.Text.Split('\n').Any(static line =>
            line.StartsWith("openapi:", StringComparison.Ordinal) || line.StartsWith("swagger:", StringComparison.Ordinal));
}
