namespace OgGen.Faults.Tests;

/// <summary>Lists whose pages lead elsewhere, or nowhere.</summary>
[TestClass]
public sealed class PagingFaults : FaultTest
{
    [TestMethod]
    [DataRow("https://127.0.0.1:{port}/v2/pets?page=2", "scheme")]
    [DataRow("http://127.0.0.1:1/v2/pets?page=2", "port")]
    [DataRow("http://localhost:{port}/v2/pets?page=2", "host")]
    [DataRow("http://127.0.0.1.evil.example:{port}/v2/pets?page=2", "host")]
    [DataRow("//evil.example/v2/pets", "host")]
    [DataRow("http://user@127.0.0.1:{port}/v2/pets", "user name")]
    [DataRow("http://user:password@127.0.0.1:{port}/v2/pets", "user name")]
    [DataRow("http://127.0.0.1:{port}@evil.example/v2/pets", "host")]
    [DataRow("file:///v2/pets", "scheme")]
    [DataRow("javascript:alert(1)", "scheme")]
    [DataRow("\\\\evil.example\\v2\\pets", "not valid")]
    [DataRow("http:\\\\evil.example\\v2\\pets", "not valid")]
    [DataRow("/v2/pets\r\nX:y", "not valid")]
    [DataRow("/v2/\tpets", "not valid")]
    [DataRow("/v2/pets 2", "not valid")]
    [DataRow("http://[", "not valid")]
    [DataRow("/v1/pets", "path")]
    [DataRow("/v22/pets", "path")]
    [DataRow("../../pets", "path")]
    [DataRow("/v2/%2e%2e/pets", "path")]
    public async Task F12_a_next_page_elsewhere_is_refused_before_it_is_asked_for(string next, string reason)
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(new Uri(server.Address, "/v2/"));
        ApiResponse<Pet> first = await client.GetAsync();
        next = next.Replace("{port}", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var e = await FailAsync<ApiException>(first.FollowAsync(next));
        StringAssert.Contains(e.Message, reason);
        Assert.DoesNotContain(next, e.Message, "It may hold a secret.");
        Assert.AreEqual("Pets_Do", e.Operation);
        await FailAsync<ApiException>(ReadAllAsync(ApiPages.EnumerateAsync(client.GetAsync, _ => next)));
        Assert.HasCount(2, server.Requests);
        Assert.AreEqual(1, server.ConnectionCount);
        Canary.See(first);
    }

    [TestMethod]
    [DataRow("http://127.0.0.1:{port}/v2/pets?page=2#top", "/v2/pets?page=2")]
    [DataRow("HTTP://127.0.0.1:{port}/v2/pets?page=2", "/v2/pets?page=2")]
    [DataRow("//127.0.0.1:{port}/v2/pets?page=2", "/v2/pets?page=2")]
    [DataRow("/v2/pets?page=a%2Fb", "/v2/pets?page=a%2Fb")]
    [DataRow("?page=2", "/v2/pets/7?page=2")]
    [DataRow("8?page=2", "/v2/pets/8?page=2")]
    [DataRow("../pets", "/v2/pets")]
    [DataRow("/v2", "/v2")]
    public async Task F12_a_next_page_of_the_service_is_followed_with_the_credential(string next, string target)
    {
        RawServer server = Serve(Given.Pet);
        next = next.Replace("{port}", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        ApiResponse<Pet> first = await Client(new Uri(server.Address, "/v2/")).GetAsync();
        Assert.AreEqual("Rex", (await first.FollowAsync(next)).Value.Name);
        Assert.AreEqual("Rex", (await first.FollowAsync(new Uri(next, UriKind.RelativeOrAbsolute))).Value.Name);
        CollectionAssert.AreEqual(new[] { "/v2/pets/7", target, target }, server.Requests.Select(r => r.Target).ToArray());
        Assert.AreEqual("GenieKey " + TestClient.Key, server.Requests[1].Header("Authorization"));
    }

    [TestMethod]
    [DataRow("/pets/7", 1)]
    [DataRow("7", 1)]
    [DataRow("/pets/7#again", 1)]
    [DataRow("/pets/8", 2)]
    public async Task F57_a_next_page_that_was_read_before_ends_the_list(string next, int pages)
    {
        RawServer server = Serve(Given.Pet);
        int read = 0;
        var e = await FailAsync<ApiException>(ReadAllAsync(ApiPages.EnumerateAsync(Client(server).GetAsync, _ => next), _ => read++));
        StringAssert.Contains(e.Message, "came before");
        Assert.AreEqual(pages, read);
        Assert.HasCount(pages, server.Requests);
    }

    [TestMethod]
    public async Task F57_pages_in_a_circle_are_read_once_each()
    {
        RawServer server = Serve(Given.Pet);
        int read = 0;
        await FailAsync<ApiException>(
            ReadAllAsync(ApiPages.EnumerateAsync(Client(server).GetAsync, _ => $"/pets?page={read % 3}"), _ => read++));
        Assert.HasCount(4, server.Requests);
        Assert.AreEqual(4, read);
    }

    [TestMethod]
    public async Task F57_a_cursor_that_came_before_ends_the_list()
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        var cursors = new List<string?>();
        await FailAsync<ApiException>(ReadAllAsync(ApiPages.EnumerateAsync(
            (cursor, token) =>
            {
                cursors.Add(cursor);
                return client.GetAsync(token);
            },
            _ => cursors.Count switch { 1 => "a", 2 => "b", _ => "a" })));
        CollectionAssert.AreEqual(new[] { null, "a", "b" }, cursors);
    }

    [TestMethod]
    public async Task F57_a_million_pages_end_at_the_limit()
    {
        RawServer server = Serve(
            x => x.SendAsync(RawServer.Answer(200, """{"name":"Rex"}""", $"Link: </pets?page={x.Number + 1}>; rel=\"next\"\r\n")));
        TestClient client = Client(server);
        int read = 0;
        var e = await FailAsync<ApiException>(ReadAllAsync(
            ApiPages.EnumerateAsync(client.GetAsync, static page => page.Headers.GetLink("next"), new ApiPageOptions { MaxPages = 50 }),
            _ => read++));
        StringAssert.Contains(e.Message, "50, the limit of MaxPages");
        Assert.AreEqual(50, read);
        Assert.HasCount(50, server.Requests);

        // The default, without a network.
        ApiResponse<Pet> page = await client.GetAsync();
        read = 0;
        e = await FailAsync<ApiException>(
            ReadAllAsync(ApiPages.EnumerateAsync((_, _) => Task.FromResult(page), _ => $"{read}"), _ => read++));
        StringAssert.Contains(e.Message, "10000, the limit of MaxPages");
        Assert.AreEqual(10_000, read);
    }

    [TestMethod]
    public async Task F57_empty_pages_are_pages()
    {
        RawServer server = Serve(
            RawServer.Answer(200, """{"name":""}""", "Link: <?page=2>; rel=next\r\n"),
            RawServer.Answer(200, """{"name":""}""", "Link: <?page=3>; rel=next\r\n"),
            RawServer.Answer(200, """{"name":"Rex"}""", "Link: <?page=1>; rel=prev\r\n"));
        var names = new List<string>();
        await ReadAllAsync(
            ApiPages.EnumerateAsync(Client(server).GetAsync, static page => page.Headers.GetLink("next")),
            page => names.Add(page.Value.Name));
        CollectionAssert.AreEqual(new[] { "", "", "Rex" }, names);
        CollectionAssert.AreEqual(new[] { "/pets/7", "/pets/7?page=2", "/pets/7?page=3" }, server.Requests.Select(r => r.Target).ToArray());
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public async Task F57_the_caller_ends_a_list_at_any_time(int page)
    {
        RawServer server = Serve(x => x.Number == page - 1 ? x.HangAsync() : x.SendAsync(Given.Pet));
        using var stop = new CancellationTokenSource();
        Task reading = ReadAllAsync(ApiPages.EnumerateAsync(Client(server).GetAsync, _ => "?page=2", cancellationToken: stop.Token));
        await server.WaitForRequestsAsync(page);
        await stop.CancelAsync();
        var e = await FailAnyAsync<OperationCanceledException>(reading);
        Assert.AreEqual(stop.Token, e.CancellationToken);
        Assert.HasCount(page, server.Requests);
    }

    [TestMethod]
    public async Task F57_the_caller_ends_a_list_between_two_pages()
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        using var stop = new CancellationTokenSource();

        // Also where what gets the pages does not look at the token.
        IAsyncEnumerable<ApiResponse<Pet>> pages = ApiPages.EnumerateAsync((_, _) => client.GetAsync(CancellationToken.None), _ => "next");
        await FailAnyAsync<OperationCanceledException>(ReadAllAsync(pages.WithCancellation(stop.Token), _ => stop.Cancel()));
        Assert.HasCount(1, server.Requests);
    }

    private static Task ReadAllAsync(IAsyncEnumerable<ApiResponse<Pet>> pages, Action<ApiResponse<Pet>>? see = null)
        => ReadAllAsync(pages.WithCancellation(CancellationToken.None), see);

    private static async Task ReadAllAsync(
        System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<ApiResponse<Pet>> pages, Action<ApiResponse<Pet>>? see = null)
    {
        await foreach (ApiResponse<Pet> page in pages)
        {
            see?.Invoke(page);
        }
    }
}
