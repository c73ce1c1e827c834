using OgGen.Docs.Tests.Markdown;
using OgGen.Docs.Tests.Programs;
using OgGen.Docs.Tests.Services;

namespace OgGen.Docs.Tests;

/// <summary>What the README and the pages show compiles without a warning, runs, and prints what they say.</summary>
[TestClass]
public sealed class PageTests
{
    /// <summary>The sections that have C# besides the usings of their page, which are part of every other section.</summary>
    public static IEnumerable<object[]> Sections
        => Repository.Pages.Select(Repository.Read)
            .SelectMany(static page => page.Sections
                .Where(static section => section.Of("csharp").Any(PageProgram.HasCode))
                .Select(section => new object[] { page.Path, section.Heading }));

    [ClassCleanup]
    public static Task StopAsync() => Fixture.StopAsync();

    [TestMethod]
    [DynamicData(nameof(Sections))]
    public async Task The_code_of_a_section_compiles_runs_and_prints_what_it_says(string path, string heading)
    {
        Page page = Repository.Read(path);
        await RunAsync(page, page.Sections.Single(section => section.Heading == heading));
    }

    [TestMethod]
    [DataRow("var book = new Book();", "CS0246")] // A using is missing.
    [DataRow("Console.WriteLine(\"Emma\"); // → Persuasion", "Persuasion")]
    [DataRow("int unused = 1;", "CS0219")]
    [DataRow("throw new TimeoutException(\"late\");", "late")]
    public async Task A_block_that_does_not_do_what_it_says_is_found(string code, string reason)
    {
        Page page = Page.Parse("page.md", $"# Page\n\n## Section\n\n```csharp\n{code}\n```\n");

        Exception error = await Assert.ThrowsAsync<Exception>(() => RunAsync(page, page.Sections[1]));

        Assert.Contains(reason, error.Message);
    }

    [TestMethod]
    public async Task A_document_in_a_section_has_its_client_there()
    {
        Page page = Page.Parse("page.md", """
            # Page

            ```csharp
            using Bookshop;
            ```

            ## Section

            ```yaml
            components:
              schemas:
                Book: { type: object, properties: { title: { type: string } } }
            ```

            ```csharp
            Console.WriteLine(new Book { Title = "Emma" }.Title); // → Em…
            ```
            """);

        await RunAsync(page, page.Sections[1]);
    }

    [TestMethod]
    public void Every_block_of_the_pages_has_a_language_that_the_tests_know()
    {
        foreach (Page page in Repository.Pages.Select(Repository.Read))
        {
            foreach (Block block in page.Blocks)
            {
                string[] known = page.Path == "docs/moving.md" ? [.. s_languages, OtherTools] : s_languages;
                Assert.Contains(block.Language, known, $"{page.Path}, line {block.Line}: C# is `csharp`, which is compiled and run.");
            }
        }
    }

    private static readonly string[] s_languages = ["csharp", "yaml", "json", "xml", "shell", "text"];

    /// <summary>Code that other tools generate, beside ours: it cannot be compiled here, and its page says so.</summary>
    private const string OtherTools = "cs";

    private static async Task RunAsync(Page page, Section section)
    {
        await Fixture.ResetAsync();
        Fixture.Configuration = [.. section.Of("json").Select(static block => Local(block.Text))];
        string? document = PageDocument.Of(page, section) is { } text ? Local(text) : null;
        PageProgram program = PageProgram.Of(page, section, Local);

        IReadOnlyList<string> printed = await PageRun.RunAsync(CompiledPage.Compile(document, program, Given.Of(page.Path)));

        if (program.Expected.Count > 0)
        {
            Assert.HasCount(program.Expected.Count, printed, string.Join('\n', printed));
            foreach ((string line, string expected) in printed.Zip(program.Expected))
            {
                Assert.IsTrue(PageRun.Fits(line, expected), $"The page says\n{expected}\nand this was printed:\n{line}");
            }
        }
    }

    /// <summary>The addresses of the services on the pages become those of the services here.</summary>
    private static string Local(string text)
    {
        const string emulator = "OgGen.Docs.Tests.Services.Fixture.Emulator";
        return text.Replace("https://bookshop.example", Fixture.Bookshop.Address, StringComparison.Ordinal)
            .Replace(
                "new OpsgenieClient(\"api-key\", OpsgenieRegion.Eu",
                $"new OpsgenieClient({emulator}.ApiKey, {emulator}.Address",
                StringComparison.Ordinal);
    }
}
