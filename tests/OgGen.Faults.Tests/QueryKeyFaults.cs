namespace OgGen.Faults.Tests;

/// <summary>
/// Keys that a document wants in the query. <c>HttpClient</c> of .NET 8 tells every listener in the process the whole query of a request,
/// so each test has a key of its own: the canaries of the tests beside it stay as strict as ever.
/// </summary>
[TestClass]
public sealed class QueryKeyFaults() : FaultTest("q" + Guid.NewGuid())
{
    private bool _isTold;

    private static bool DotnetTellsTheQuery => Environment.Version.Major < 9;

    [TestMethod]
    public async Task F02_a_lost_connection_tells_neither_key_nor_query()
    {
        RawServer server = Serve(x =>
        {
            x.Reset();
            return Task.CompletedTask;
        });
        await FailAsync<ApiConnectionException>(QueryClient(server).GetAsync());
    }

    [TestMethod]
    [DataRow("own")]
    [DataRow("handler")]
    [DataRow("HttpClient")]
    public async Task F03_listeners_hear_the_key_from_an_HttpClient_before_version_9_and_else_never(string transport)
    {
        string path = "p" + Guid.NewGuid();
        using var listener = new KeyCanary(path);
        RawServer server = Serve(Given.Pet);
        ApiClientOptions options = Once();
        options.HttpClient = transport == "HttpClient" ? UserClient() : null;
        options.Handler = transport == "handler" ? Keep(new SocketsHttpHandler { UseProxy = false }) : null;
        await QueryClient(server, options).SendAsync("GET", r =>
        {
            r.AddPathLiteral("/" + path);
            r.AddQuery("page", "2");
        });

        // The twin: the request is heard of, by its path.
        _isTold = transport == "HttpClient" && DotnetTellsTheQuery;
        string start = listener.Leaks.Single(static l => l.StartsWith("event RequestStart: ", StringComparison.Ordinal));
        StringAssert.Contains(start, $"/{path}?{(_isTold ? "page=2&api_key=" + Key : DotnetTellsTheQuery ? "page=2" : "*")} ");
        Assert.HasCount(_isTold ? 1 : 0, Canary.Leaks);
        Assert.AreEqual($"/{path}?page=2&api_key={Key}", server.Requests.Single().Target);
    }

    [TestMethod]
    public async Task F12_a_key_that_the_next_page_repeats_is_sent_once()
    {
        RawServer server = Serve(Given.Pet);
        ApiResponse<Pet> first = await QueryClient(server).GetAsync();
        await first.FollowAsync("/pets?api_key=old&page=2");
        await first.FollowAsync($"/pets?page=2&api_key={Key}");
        await first.FollowAsync("/pets?api_key=old");
        CollectionAssert.AreEqual(
            new[] { $"/pets/7?api_key={Key}", $"/pets?page=2&api_key={Key}", $"/pets?page=2&api_key={Key}", $"/pets?api_key={Key}" },
            server.Requests.Select(r => r.Target).ToArray());
        await FailAsync<ApiException>(first.FollowAsync($"http://evil.example/?api_key={Key}"));
    }

    private protected override bool IsDocumented(string leak)
        => _isTold && leak.StartsWith("event RequestStart: ", StringComparison.Ordinal);

    private TestClient QueryClient(RawServer server, ApiClientOptions? options = null)
        => Keep(new TestClient(server.Address, ApiCredential.ApiKey("key", ApiKeyLocation.Query, "api_key", Key), options ?? Once()));
}
