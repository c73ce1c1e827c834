using OgGen.Docs.Tests.Markdown;

namespace OgGen.Docs.Tests;

/// <summary>Links between the pages lead somewhere, and long pages begin with their contents.</summary>
[TestClass]
public sealed class LinkTests
{
    public static IEnumerable<object[]> Readable
        => Repository.Pages.Where(static path => path != "spec/README.md").Select(static path => new object[] { path });

    public static IEnumerable<object[]> Pages
        => Repository.Pages.Concat(Repository.OtherPages).Select(static path => new object[] { path });

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void Every_relative_link_of_a_page_leads_to_a_file_and_to_a_heading(string path)
    {
        List<string> dead = Dead(Repository.Read(path));

        Assert.IsEmpty(dead, string.Join('\n', dead));
    }

    [TestMethod]
    [DataRow("[a](no-such.md)")]
    [DataRow("[a](hosts.md#no-such-heading)")]
    [DataRow("[a](#no-such-heading)")]
    [DataRow("[a](/docs/hosts.md)")]
    public void A_link_that_leads_nowhere_is_found(string link)
        => Assert.HasCount(1, Dead(Page.Parse("docs/page.md", $"# Page\n\n{link}\n")));

    [TestMethod]
    [DataRow("[a](hosts.md#the-client)")]
    [DataRow("[a](../SECURITY.md)")]
    [DataRow("[a](#page)")]
    [DataRow("[a](https://example.com/)")]
    [DataRow("`[a](no-such.md)`")]
    [DataRow("```text\n[a](no-such.md)\n```")]
    public void A_link_that_leads_somewhere_is_not(string link)
        => Assert.IsEmpty(Dead(Page.Parse("docs/page.md", $"# Page\n\n{link}\n")));

    /// <summary>A screenful is some 50 lines.</summary>
    [TestMethod]
    [DynamicData(nameof(Readable))]
    public void A_page_of_more_than_a_screenful_begins_with_its_contents(string path)
    {
        Page page = Repository.Read(path);
        Section[] sections = [.. page.Sections.Where(static section => section.Level == 2)];
        if (page.Lines.Count <= 50 || sections.Length < 2)
        {
            return;
        }

        string[] listed = [.. page.Links.Where(link => link.Line < sections[0].Line).Select(static link => link.Target)];
        foreach (Section section in sections)
        {
            Assert.Contains("#" + Page.AnchorOf(section.Heading), listed, $"{path} begins with links to its sections.");
        }
    }

    /// <summary>At 260 words a minute.</summary>
    [TestMethod]
    public void The_README_is_read_in_five_minutes()
        => Assert.IsLessThanOrEqualTo(
            1_300, Repository.Read("README.md").Lines.Sum(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));

    [TestMethod]
    public void The_README_leads_to_every_page()
    {
        string[] targets = [.. Repository.Read("README.md").Links.Select(static link => link.Target.Split('#')[0])];

        Assert.IsEmpty(Repository.Pages.Where(static page => page.StartsWith("docs/", StringComparison.Ordinal)).Except(targets));
    }

    private static List<string> Dead(Page page)
    {
        List<string> dead = [];
        foreach ((string target, int line) in page.Links)
        {
            if (!target.StartsWith("https://", StringComparison.Ordinal) && !Leads(page, target))
            {
                dead.Add($"{page.Path}, line {line}: {target} leads nowhere.");
            }
        }

        return dead;
    }

    private static bool Leads(Page page, string target)
    {
        string[] parts = target.Split('#');
        string file = parts[0].Length == 0 ? page.Path : Path.GetRelativePath(
            Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, parts[0])).Replace('\\', '/');
        if (target.StartsWith('/') || !(parts[0].Length == 0 || Path.Exists(Path.Combine(Repository.Root, file))))
        {
            return false;
        }

        return parts.Length == 1 || (parts[0].Length == 0 ? page : Repository.Read(file)).Anchors.Contains(parts[1]);
    }
}
