namespace OgGen.Runtime.Tests;

/// <summary>A header that the options of a call accept is sent; one that cannot be sent is refused.</summary>
[TestClass]
public sealed class OptionHeaderTests
{
    private static readonly string[] s_names =
    [
        "Allow", "Expires", "Last-Modified", "Date", "X-A", "ETag", "Age", "Vary", "Link", "Location", "Retry-After", "Server", "Via",
        "Warning", "Pragma",
        "Cache-Control", "If-Match", "If-None-Match", "If-Modified-Since", "If-Range", "If-Unmodified-Since", "Range",
        "Accept-Charset", "Accept-Encoding",
        "Accept-Language", "Accept-Ranges", "From", "Max-Forwards", "Referer", "User-Agent", "Origin",
        "Prefer", "Priority", "DNT", "Set-Cookie", "Trailer",
        "Transfer-Encoding", "TE", "Upgrade", "Connection", "Keep-Alive",
        "Proxy-Connection", "Proxy-Authorization", "Proxy-Authenticate", "WWW-Authenticate",
        "Authorization", "Cookie", "Host", "Expect",
        "Accept", "Content-Type", "Content-Length", "Content-Language", "Content-Encoding", "Content-MD5", "traceparent",
    ];

    public static IEnumerable<object[]> Names => s_names.Select(static name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task Stranger18_a_header_is_sent_or_refused(string name)
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address);
        var options = new ApiCallOptions { Headers = new Dictionary<string, string> { [name] = "1" } };
        TestClient with;
        try
        {
            with = client.With(options);
        }
        catch (ArgumentException e)
        {
            Assert.AreEqual(name, e.ParamName);
            return;
        }

        foreach (string method in new[] { "GET", "HEAD", "POST", "PUT", "DELETE" })
        {
            foreach (bool hasBody in method is "POST" or "PUT" ? new[] { true, false } : [false])
            {
                await with.Pipe.SendAsync(Operations.Request(method, r =>
                {
                    r.AddPathLiteral("/x");
                    if (hasBody)
                    {
                        r.SetJsonBody<Pet, PetCodec>(new Pet("Rex"));
                    }
                }));
                Assert.AreEqual("1", server.Requests[^1].Header(name), $"{method} {hasBody}");
            }
        }
    }

    [TestMethod]
    public async Task Stranger18_an_option_replaces_a_parameter_that_describes_a_body()
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address);
        TestClient with = client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["expires"] = "1" } });
        await with.SendAsync("GET", r => { r.AddPathLiteral("/x"); r.AddHeader("Expires", "2"); });
        Assert.AreEqual("1", server.Requests.Single().Header("Expires"));
    }
}
