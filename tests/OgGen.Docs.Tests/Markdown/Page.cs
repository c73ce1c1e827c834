using System.Text.RegularExpressions;

namespace OgGen.Docs.Tests.Markdown;

/// <summary>A page of Markdown: its sections, its links, and the anchors that others can link to.</summary>
internal sealed partial class Page
{
    private Page(string path, string[] lines)
    {
        Path = path;
        Lines = lines;
        Sections = Divide(lines);
    }

    /// <summary>The path from the root of the repository, with forward slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<Section> Sections { get; }

    public IEnumerable<Block> Blocks => Sections.SelectMany(static section => section.Blocks);

    /// <summary>The anchors of the headings, as GitHub makes them.</summary>
    public IReadOnlySet<string> Anchors
    {
        get
        {
            var anchors = new HashSet<string>(StringComparer.Ordinal);
            foreach (Section section in Sections)
            {
                string anchor = AnchorOf(section.Heading);
                for (int number = 1; !anchors.Add(anchor); number++)
                {
                    anchor = $"{AnchorOf(section.Heading)}-{number}";
                }
            }

            return anchors;
        }
    }

    /// <summary>The targets of the links in the text, each with its line.</summary>
    public IEnumerable<(string Target, int Line)> Links
    {
        get
        {
            HashSet<int> code = [.. Blocks.SelectMany(static block => Enumerable.Range(block.Line, block.Text.Split('\n').Length))];
            return Lines.Select(static (text, index) => (Text: InlineCode().Replace(text, ""), Line: index + 1))
                .Where(line => !code.Contains(line.Line))
                .SelectMany(static line => Link().Matches(line.Text).Select(match => (match.Groups[1].Value, line.Line)));
        }
    }

    /// <summary>The rows of the first table in a section, without its head, each with its cells.</summary>
    public IEnumerable<string[]> Rows(string heading)
    {
        Section section = Sections.Single(section => section.Heading == heading);
        return Lines.Skip(section.Line)
            .SkipWhile(static line => !line.StartsWith('|'))
            .TakeWhile(static line => line.StartsWith('|'))
            .Skip(2)
            .Select(static line => line.Trim('|', ' ').Split(" | ").Select(static cell => cell.Trim()).ToArray());
    }

    public static Page Read(string path)
        => Parse(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)));

    public static Page Parse(string path, string text) => new(path, text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>The anchor of a heading: lower case, hyphens for spaces, no punctuation.</summary>
    public static string AnchorOf(string heading)
        => NoAnchor().Replace(heading.ToLowerInvariant().Replace(' ', '-'), "");

    private static List<Section> Divide(string[] lines)
    {
        List<Section> sections = [];
        List<Block> blocks = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                int start = i + 1;
                int end = Array.FindIndex(lines, start, static line => line.Trim() == "```");
                Assert.IsGreaterThan(0, end, $"The block in line {i + 1} does not end.");
                blocks.Add(new Block(lines[i].Trim()[3..], string.Join('\n', lines[start..end]), start + 1));
                i = end;
            }
            else if (Heading().Match(lines[i]) is { Success: true } heading)
            {
                blocks = [];
                sections.Add(new Section(heading.Groups[2].Value, heading.Groups[1].Length, i + 1, blocks));
            }
        }

        return sections;
    }

    [GeneratedRegex(@"^(#{1,6}) (.+?)\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"[^\w-]")]
    private static partial Regex NoAnchor();
}
