using System.Net;

namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class PagingTests
{
    [TestMethod]
    [DataRow("</pets?page=2>; rel=\"next\"", "/pets?page=2")]
    [DataRow("<https://a/b>; rel=next", "https://a/b")]
    [DataRow("<a>; rel=\"prev\", <b>; rel=\"next\"", "b")]
    [DataRow("<a>;rel=prev,<b>;title=\"x, y; rel=next \\\" >\";rel=\"last NEXT\"", "b")]
    [DataRow("<a,b>; REL = next", "a,b")]
    [DataRow("<a>; rel=prev; rel=next, <b>; rel=next", "b")]
    [DataRow("<a>; rel=next; anchor=\"/other\", <b>; rel=next", "b")]
    [DataRow("<a>; title=\"; rel=next\", <b>; x; rel=next", "b")]
    [DataRow(", <a> junk, <b>; rel=next", "b")]
    [DataRow("<>; rel=next", "")]
    [DataRow("<a>; rel=nextdoor", null)]
    [DataRow("<a>; rel=\"next", "a")]
    [DataRow("<a>", null)]
    [DataRow("<a; rel=next", null)]
    [DataRow("a; rel=next", null)]
    [DataRow("", null)]
    [DataRow("<a>; rel=", null)]
    [DataRow("<a>; title=\"x\\", null)]
    public void A_link_is_found_by_its_relation(string header, string? target)
        => Assert.AreEqual(target, new ApiResponseHeaders([new("Link", header)]).GetLink("next"));

    [TestMethod]
    public void Links_on_several_lines_are_one_list()
    {
        var headers = new ApiResponseHeaders([new("Link", "<a>; rel=prev"), new("link", "<b>; rel=next")]);
        Assert.AreEqual("b", headers.GetLink("Next"));
        Assert.AreEqual("a", headers.GetLink("prev"));
        Assert.IsNull(ApiResponseHeaders.Empty.GetLink("next"));
    }

    [TestMethod]
    public async Task What_is_followed_has_the_headers_cookies_and_options_of_the_call()
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address);
        TestClient copy = client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["X-Copy"] = "c" } });
        ApiResponse<Pet> first = await copy.SendAsync("POST", r =>
        {
            r.AddPathLiteral("/pets/search");
            r.AddHeader("X-Version", "1");
            r.AddCookie("c", "d");
            r.SetJsonBody<Pet, PetCodec>(new Pet("x"));
        });
        Assert.AreEqual("Rex", (await first.FollowAsync("search?page=2")).Value.Name);
        RawRequest second = server.Requests[1];
        Assert.AreEqual("GET", second.Method);
        Assert.AreEqual("/pets/search?page=2", second.Target);
        Assert.AreEqual("1", second.Header("X-Version"));
        Assert.AreEqual("c", second.Header("X-Copy"));
        Assert.AreEqual("c=d", second.Header("Cookie"));
        Assert.IsEmpty(second.Body);
    }

    [TestMethod]
    public async Task What_is_followed_is_followed_again()
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address);
        ApiResponse<Pet> page = await client.GetAsync();
        page = await page.FollowAsync("/a/b");
        await page.FollowAsync("c");
        Assert.AreEqual("/a/c", server.Requests[2].Target);
    }

    [TestMethod]
    public async Task Texts_and_bytes_are_followed_too()
    {
        await using var server = new RawServer(RawServer.Answer(200, "one"), RawServer.Answer(200, "two"));
        using var client = new TestClient(server.Address);
        ApiResponse<string> first = await client.Pipe.SendForTextAsync(Operations.Request("GET"));
        Assert.AreEqual("two", (await first.FollowAsync("/next")).Value);
    }

    [TestMethod]
    public async Task An_answer_that_a_test_made_cannot_be_followed_but_be_the_only_page()
    {
        var made = new ApiResponse<Pet>(new Pet("Rex"), 200, ApiResponseHeaders.Empty);
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => made.FollowAsync("/x"));
        int pages = 0;
        await foreach (ApiResponse<Pet> page in ApiPages.EnumerateAsync(
            _ => Task.FromResult(made), static page => page.Headers.GetLink("next")))
        {
            Assert.AreSame(made, page);
            pages++;
        }

        Assert.AreEqual(1, pages);
    }

    [TestMethod]
    public async Task The_first_page_is_asked_for_when_the_pages_are_enumerated()
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address);
        IAsyncEnumerable<ApiResponse<Pet>> pages = ApiPages.EnumerateAsync(client.GetAsync, static _ => null);
        Assert.IsEmpty(server.Requests);
        for (int i = 0; i < 2; i++)
        {
            await foreach (ApiResponse<Pet> _ in pages)
            {
            }
        }

        Assert.HasCount(2, server.Requests);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => ApiPages.EnumerateAsync(client.GetAsync, static _ => null, new ApiPageOptions { MaxPages = 0 }));
    }
}
