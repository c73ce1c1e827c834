using System.Text.RegularExpressions;
using OgGen.Package.Tests.Browser;

namespace OgGen.Package.Tests.Users;

/// <summary>
/// A Blazor WebAssembly page with the packed packages in headless Chromium: as it is built, trimmed, and on .NET 8. Where Chromium is
/// absent, that is all that the tests say.
/// </summary>
[TestClass]
public sealed class BrowserTests
{
    private static readonly string[] s_transports = ["own", "registered", "HttpClient", "handler"];

    /// <summary>Gets or sets where a test writes.</summary>
    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow(PageKind.Plain)]
    [DataRow(PageKind.Trimmed)]
    [DataRow(PageKind.Net8)]
    public Task Every_transport_calls_and_no_response_is_decompressed_twice(PageKind kind) => CheckAsync(kind, static page =>
    {
        foreach (string transport in s_transports)
        {
            // What a browser unpacks, and more than one coding in a row.
            foreach (string coding in new[] { "plain", "gzip", "deflate", "br", "zstd", "twice" })
            {
                Assert.AreEqual(coding, page.Lines[$"{transport} {coding}"]);
            }
        }

        Assert.Contains("content encoding 'odd', which is not supported", page.Lines["unknown coding"]);
    });

    [TestMethod]
    [DataRow(PageKind.Plain)]
    [DataRow(PageKind.Trimmed)]
    [DataRow(PageKind.Net8)]
    public Task The_agent_and_the_cookies_are_those_of_the_browser(PageKind kind) => CheckAsync(kind, static page =>
    {
        foreach (string transport in s_transports)
        {
            // Chromium drops an agent that a page sets, other browsers send it: none is set, and no coding.
            string given = transport == "handler" ? "Accept X-Key" : "nothing";
            Assert.AreEqual($"key secret, given {given}, our agent False", page.Lines[$"{transport} headers"]);
        }

        Assert.AreEqual("GET session=of the browser", page.Lines["cookies"]);

        // The service at the other origin allows no header but that of the key.
        Assert.AreEqual("gzip", page.Lines["other origin"]);
    });

    [TestMethod]
    [DataRow(PageKind.Plain)]
    [DataRow(PageKind.Trimmed)]
    [DataRow(PageKind.Net8)]
    public Task A_redirect_is_not_followed(PageKind kind) => CheckAsync(kind, static page =>
    {
        foreach (string transport in s_transports)
        {
            Assert.StartsWith("ApiException: getThing ", page.Lines[$"{transport} moved"]);
            Assert.Contains("redirect, which is not followed", page.Lines[$"{transport} moved"]);
        }

        Assert.IsFalse(page.Calls.Any(static call => call.Target.EndsWith("/elsewhere", StringComparison.Ordinal)));
    });

    [TestMethod]
    [DataRow(PageKind.Plain)]
    [DataRow(PageKind.Trimmed)]
    [DataRow(PageKind.Net8)]
    public Task Bodies_errors_tokens_and_retries_are_as_elsewhere(PageKind kind) => CheckAsync(kind, static page =>
    {
        Assert.AreEqual("""{"name":"Ünal","made":"1970-01-01T00:00:00Z"}""", page.Lines["put"]);
        Assert.AreEqual("404 sold", page.Lines["error"]);
        Assert.AreEqual("key Bearer token-1, given nothing, our agent False", page.Lines["token"]);
        Assert.AreEqual(string.Concat(Enumerable.Repeat("plain", 20)), page.Lines["at once"]);
        Assert.AreEqual("busy", page.Lines["retry"]);
        Assert.AreEqual(3, page.Calls.Count(static call => call.Target.EndsWith("/busy", StringComparison.Ordinal)));
    });

    [TestMethod]
    [DataRow(PageKind.Plain)]
    [DataRow(PageKind.Trimmed)]
    [DataRow(PageKind.Net8)]
    public Task Bytes_and_streams_are_uploaded(PageKind kind) => CheckAsync(kind, static page =>
    {
        const string Title = "--B|Content-Disposition: form-data; name=\"title\"||";
        const string File = "|--B|Content-Disposition: form-data; name=\"file\"; filename=";
        Assert.AreEqual($"{Title}bytes{File}\"a.txt\"|Content-Type: text/plain||some text|--B--|", page.Lines["upload bytes"]);

        // As that of a file which the user chose: it cannot seek, and not be read at once.
        Assert.AreEqual(
            $"{Title}stream{File}\"b.bin\"|Content-Type: application/octet-stream||chosen by the user|--B--|", page.Lines["upload stream"]);

        // Twice from where the stream stood, and it stands there again.
        Assert.AreEqual("999990+10 999990+10 10", page.Lines["upload body"]);
    });

    [TestMethod]
    [DataRow(PageKind.Plain)]
    [DataRow(PageKind.Trimmed)]
    [DataRow(PageKind.Net8)]
    public Task Streams_are_read_while_they_arrive(PageKind kind) => CheckAsync(kind, static page =>
    {
        // The service sends the second value when the page has told it that it has the first.
        Assert.AreEqual("one two ", page.Lines["events"]);
        Assert.AreEqual("first second ", page.Lines["lines"]);
        Assert.AreEqual("one left/hang-left", page.Lines["events left"], "Leaving the loop ends the request.");
        Assert.StartsWith("before ApiConnectionException: events ", page.Lines["events broken"]);
        Assert.StartsWith("one ApiTimeoutException: ", page.Lines["events silent"]);
        Assert.AreEqual("300000 38246416", page.Lines["download"]);
        Assert.AreEqual(
            "PlatformNotSupportedException: A browser cannot wait for a response: read it with ReadAsync or CopyToAsync.",
            page.Lines["read at once"]);
    });

    [TestMethod]
    [DataRow(PageKind.Plain)]
    [DataRow(PageKind.Trimmed)]
    [DataRow(PageKind.Net8)]
    public Task Calls_end_by_cancellation_disposal_and_limits(PageKind kind) => CheckAsync(kind, static page =>
    {
        Assert.AreEqual("True left/hang-cancelled", page.Lines["cancelled"]);
        Assert.AreEqual("left/hang-disposed", page.Lines["disposed"]);
        Assert.Contains("took longer than 3 s.", page.Lines["attempt limit"]);
        Assert.Contains("with more than 1000 bytes, the limit of MaxResponseBytes", page.Lines["size limit"]);
    });

    [TestMethod]
    [DataRow(PageKind.Plain)]
    [DataRow(PageKind.Trimmed)]
    [DataRow(PageKind.Net8)]
    public Task A_connection_that_fails_is_said_to_fail_for_what_a_browser_can_mean(PageKind kind) => CheckAsync(kind, static page =>
    {
        foreach (string name in new[] { "cut", "closed", "kept from the page" })
        {
            Assert.StartsWith("ApiConnectionException: getThing ", page.Lines[name]);
            Assert.Contains("the browser keeps the response from the page (CORS, mixed content)", page.Lines[name]);
        }
    });

    [TestMethod]
    [DataRow(PageKind.Plain)]
    [DataRow(PageKind.Trimmed)]
    [DataRow(PageKind.Net8)]
    public Task What_a_browser_would_drop_or_cannot_do_is_refused(PageKind kind) => CheckAsync(kind, static page =>
    {
        const string Session = "PlatformNotSupportedException: getSession was not sent: a browser ";
        Assert.StartsWith(Session + "sends the cookies that it keeps", page.Lines["cookie"]);
        Assert.AreEqual(Session + "lets no page set the header Date.", page.Lines["forbidden header"]);
        Assert.StartsWith(Session + "sends no body with GET, and none of the headers", page.Lines["header of a body"]);
        Assert.AreEqual("PlatformNotSupportedException: traceSession was not sent: a browser sends no TRACE.", page.Lines["trace"]);

        // That without parameters.
        Assert.HasCount(1, page.Calls.Where(static call => call.Target.EndsWith("/session", StringComparison.Ordinal)));
        const string Proxy = "A browser has a proxy of its own";
        Assert.StartsWith("ArgumentException: " + Proxy, page.Lines["no proxy"]);
        Assert.StartsWith("OptionsValidationException: ShopClient: " + Proxy, page.Lines["registered without proxy"]);
    });

    [TestMethod]
    public Task The_trimmer_warns_of_nothing_in_the_client() => CheckAsync(PageKind.Trimmed, static page =>
    {
        string[] warnings = [.. page.Published.Output.Split('\n').Where(static line => Regex.IsMatch(line, "warning IL[0-9]+:"))];

        // Those of Blazor show that warnings are seen.
        Assert.IsNotEmpty(warnings);
        Assert.IsEmpty(warnings.Where(static line => !line.Contains(": Microsoft.", StringComparison.Ordinal)));
    });

    private async Task CheckAsync(PageKind kind, Action<ShownPage> check)
    {
        if (!Chromium.Exists)
        {
            TestContext.WriteLine($"skipped: {Chromium.Program} is not here");
            return;
        }

        check(await ShownPage.OfAsync(kind));
    }
}
