using OgGen.Package.Tests.Harness;
using OgGen.Package.Tests.Users;
using OgGen.Tests.Shared;

namespace OgGen.Package.Tests.Browser;

/// <summary>How a page is published.</summary>
public enum PageKind
{
    /// <summary>As it is built, on .NET 10.</summary>
    Plain,

    /// <summary>Trimmed, on .NET 10, as it is delivered.</summary>
    Trimmed,

    /// <summary>As it is built, on .NET 8.</summary>
    Net8,
}

/// <summary>The page of Projects/BrowserPage, published with the packed packages, and what it said in the browser.</summary>
/// <param name="Lines">What came of each check, by its name.</param>
/// <param name="Calls">What the service was asked.</param>
/// <param name="Published">How it was published.</param>
internal sealed record ShownPage(IReadOnlyDictionary<string, string> Lines, IReadOnlyList<RawRequest> Calls, DotNet Published)
{
    private static readonly Dictionary<PageKind, Lazy<Task<ShownPage>>> s_pages = new()
    {
        [PageKind.Plain] = new(static () => ShowAsync("plain", "-c", "Debug", "-p:PublishTrimmed=false")),
        [PageKind.Net8] = new(static () => ShowAsync("net8", "-c", "Debug", "-p:PublishTrimmed=false", "-p:PageFramework=net8.0")),

        // The SDK hides the trimmer's warnings from pages, as Blazor itself has some.
        [PageKind.Trimmed] = new(static () => ShowAsync(
            "trimmed", "-c", "Release", "-p:SuppressTrimAnalysisWarnings=false", "-p:TreatWarningsAsErrors=false")),
    };

    /// <summary>Shows a page, once in a run of the tests.</summary>
    public static Task<ShownPage> OfAsync(PageKind kind) => s_pages[kind].Value;

    private static async Task<ShownPage> ShowAsync(string name, params string[] options)
    {
        string folder = UsersBuild.Copy("page-" + name, "BrowserPage");
        string[] publish = ["publish", "BrowserPage", "--verbosity", "quiet", "--output", "out", .. options];
        DotNet published = DotNet.Run(folder, publish).Succeeded();
        await using var server = new PageServer(Path.Combine(folder, "out/wwwroot"));
        string said = await Chromium.ShowAsync(server.Address, server.Said);
        Dictionary<string, string> lines = said.Split('\n')
            .Select(static line => line.Split('\t', 2))
            .ToDictionary(static line => line[0], static line => line[1]);
        return lines.TryGetValue("not started", out string? reason)
            ? throw new InvalidOperationException(reason)
            : new ShownPage(lines, server.Calls, published);
    }
}
