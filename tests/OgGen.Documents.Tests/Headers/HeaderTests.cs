using System.Net;
using System.Net.ServerSentEvents;
using OgGen.Documents.Headers;

namespace OgGen.Documents.Tests.Headers;

/// <summary>The headers that the document describes are properties of the answer's headers.</summary>
[TestClass]
public sealed class HeaderTests
{
    [TestMethod]
    public async Task Values_have_their_types()
    {
        ValuesAllHeaders headers = await AllAsync(
            "X-Text: a b\r\nX-Count: 7\r\nX-Share: 0.25\r\nX-Final: true\r\nX-Expires-After: 2027-04-05T00:00:00+02:00\r\nX-Id: "
                + "6f9619ff-8b86-d011-b42d-00cf4fc964ff\r\nX-Mood: good\r\nX-Level: 2\r\nCount: 12\r\n");

        Assert.AreEqual("a b", headers.XText);
#pragma warning disable CS0612 // The document calls it deprecated.
        Assert.AreEqual(7, headers.XCount);
#pragma warning restore CS0612
        Assert.AreEqual(0.25, headers.XShare);
        Assert.IsTrue(headers.XFinal);
        Assert.AreEqual(new DateTimeOffset(2027, 4, 5, 0, 0, 0, TimeSpan.FromHours(2)), headers.XExpiresAfter);
        Assert.AreEqual(new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), headers.XId);
        Assert.AreEqual(ValuesAllXMood.Good, headers.XMood);
        Assert.AreEqual(ValuesAllXLevel._2, headers.XLevel);
        Assert.AreEqual(12, headers.CountHeader, "Count itself is how many headers there are");
        Assert.AreEqual("7", headers["x-count"], "by name, as before");
    }

    [TestMethod]
    public async Task A_date_may_be_in_the_form_of_http()
        => Assert.AreEqual(
            new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero),
            (await AllAsync("Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n")).LastModified);

    [TestMethod]
    public async Task Lists_stand_in_one_line_or_in_several()
    {
        ValuesAllHeaders headers = await AllAsync(
            "X-Numbers: 1, 2,3\r\nX-Numbers: 4\r\nX-Moods: bad,fine\r\nSet-Cookie: a=1; Expires=Sun, 06 Nov 1994 08:49:37 "
                + "GMT\r\nSet-Cookie: b=2\r\n");

        CollectionAssert.AreEqual(new long[] { 1, 2, 3, 4 }, headers.XNumbers?.ToArray());
        CollectionAssert.AreEqual(new ValuesAllXMood[] { ValuesAllXMood.Bad, "fine" }, headers.XMoods?.ToArray());
        CollectionAssert.AreEqual(new[] { "a=1; Expires=Sun, 06 Nov 1994 08:49:37 GMT", "b=2" }, headers.SetCookie?.ToArray());
        Assert.IsEmpty((await AllAsync("X-Numbers: \r\n")).XNumbers!);
    }

    [TestMethod]
    public async Task Objects_and_json_are_models()
    {
        ValuesAllHeaders headers = await AllAsync(
            "X-Point: x,1,y,-2\r\nX-Place: x=3, y=4\r\nX-Meta: { \"tags\": [\"a,b\", \"c\"] }\r\nX-Either: 5\r\nX-Anything: [\r\n");

        Assert.AreEqual((1, -2), (headers.XPoint?.X, headers.XPoint?.Y));
        Assert.AreEqual((3, 4), (headers.XPlace?.X, headers.XPlace?.Y));
        CollectionAssert.AreEqual(new[] { "a,b", "c" }, headers.XMeta?.Tags);
        Assert.AreEqual("5", headers.XEither, "which of several types it is, a text does not tell");
        Assert.AreEqual("[", headers.XAnything);
    }

    [TestMethod]
    public async Task A_missing_header_is_null()
    {
        ValuesAllHeaders headers = await AllAsync("");

        Assert.IsNull(headers.XText);
        Assert.IsNull(headers.XShare);
        Assert.IsNull(headers.XNumbers);
        Assert.IsNull(headers.XPoint);
        Assert.IsNull(headers.XMeta);
    }

    [TestMethod]
    [DataRow("X-Share: 1,5")]
    [DataRow("X-Share: \u001b[31mmuch")]
    public async Task A_header_that_does_not_fit_is_said_when_it_is_read(string header)
    {
        ValuesAllHeaders headers = await AllAsync(header + "\r\nX-Text: t\r\n");

        Assert.AreEqual("t", headers.XText, "the others are not touched by it");
        var fault = Assert.ThrowsExactly<ApiResponseFormatException>(() => headers.XShare);
        Assert.Contains("X-Share", fault.Message);
        Assert.Contains(header[9..].Replace("\u001b", "\\u001b"), fault.Message);
        Assert.AreEqual(header[9..], headers["X-Share"]);
        Assert.AreEqual(header[9..], fault.Headers["X-Share"]);
    }

    [TestMethod]
    public async Task Every_kind_of_answer_has_them()
    {
        const string headers = "X-Count: 3\r\n";
        await using var server = new RawServer(
            RawServer.Answer(200, "t", headers + "Content-Type: text/plain\r\n"),
            RawServer.Answer(200, "b", headers + "Content-Type: image/png\r\n"),
            RawServer.Answer(200, "1\n2\n", headers + "Content-Type: application/jsonl\r\n"),
            RawServer.Answer(200, "data: e\n\n", headers + "Content-Type: text/event-stream\r\n"));
        using HeadersClient client = Client(server);

        ApiResponseWithHeaders<string, XCountHeaders> text = await client.Kinds.TextWithResponseAsync();
        Assert.AreEqual(("t", 3), (text.Value, text.Headers.XCount));
        ApiResponseWithHeaders<Stream, XCountHeaders> bytes = await client.Kinds.BytesWithResponseAsync();
        using (var reader = new StreamReader(bytes.Value))
        {
            Assert.AreEqual(("b", 3), (await reader.ReadToEndAsync(), bytes.Headers.XCount));
        }

        ApiResponseWithHeaders<ApiSequence<long>, XCountHeaders> lines = await client.Kinds.LinesWithResponseAsync();
        Assert.AreEqual(3, lines.Headers.XCount);
        CollectionAssert.AreEqual(new long[] { 1, 2 }, await ListAsync(lines.Value));
        ApiResponseWithHeaders<ApiSequence<SseItem<string>>, XCountHeaders> events = await client.Kinds.EventsWithResponseAsync();
        Assert.AreEqual(3, events.Headers.XCount);
        Assert.AreEqual("e", (await ListAsync(events.Value)).Single().Data);
    }

    [TestMethod]
    public async Task Answers_without_a_body_have_them()
    {
        await using var server = new RawServer(
            "HTTP/1.1 201 Created\r\nLocation: /items/1\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nX-Limit: 10\r\nContent-Length: 0\r\n\r\n");
        using HeadersClient client = Client(server);

        Assert.AreEqual("/items/1", (await client.Items.CreateWithResponseAsync()).Headers.Location?.OriginalString);
        Assert.AreEqual("https://elsewhere.example/", (await client.Kinds.RedirectWithResponseAsync()).Headers.Location?.OriginalString);
        ApiResponseWithHeaders<LimitedHeaders> head = await client.Items.CountWithResponseAsync();
        Assert.AreEqual(10, head.Headers.XLimit);
        Assert.AreEqual(200, head.Status);
    }

    [TestMethod]
    public async Task Statuses_that_mean_different_things_by_a_header_leave_it_a_text()
    {
        await using var server = new RawServer(
            "HTTP/1.1 203 Whatever\r\nX-Seconds: 2027-04-05T00:00:00Z\r\nX-Limit: 5\r\nContent-Length: 0\r\n\r\n");
        using HeadersClient client = Client(server);

        OthersChangeHeaders headers = (await client.Others.ChangeWithResponseAsync()).Headers;

        Assert.AreEqual("2027-04-05T00:00:00Z", headers.XSeconds);
        Assert.AreEqual(5, headers.XLimit);
    }

    [TestMethod]
    public async Task Pages_keep_their_headers_and_one_set_of_headers_is_one_type()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """["a"]""", "Link: </items?page=2>; rel=next\r\n"),
            RawServer.Answer(200, """["b"]"""),
            RawServer.Answer(200, "[1]"));
        using HeadersClient client = Client(server);
        var seen = new List<string>();

        await foreach (ApiResponseWithHeaders<IReadOnlyList<string>, LinkHeaders> page in ApiPages.EnumerateAsync(
            client.Items.ListWithResponseAsync, page => page.Headers.GetLink("next")))
        {
            seen.Add(page.Value.Single() + " " + page.Headers.Link);
        }

        CollectionAssert.AreEqual(new[] { "a </items?page=2>; rel=next", "b " }, seen);
        ApiResponse<IReadOnlyList<long>> others = await client.Others.OthersWithResponseAsync();
        Assert.IsInstanceOfType<ApiResponseWithHeaders<IReadOnlyList<long>, LinkHeaders>>(others);
        Assert.IsInstanceOfType<LinkHeaders>(others.Headers);
    }

    [TestMethod]
    public async Task A_cursor_leads_to_pages_with_headers()
    {
        await using var server = new RawServer(RawServer.Answer(200, """["a"]""", "Link: 2\r\n"), RawServer.Answer(200, """["b"]"""));
        using HeadersClient client = Client(server);
        var cursors = new List<string?>();

        await foreach (ApiResponseWithHeaders<IReadOnlyList<string>, LinkHeaders> page in ApiPages.EnumerateAsync(
            (cursor, token) =>
            {
                cursors.Add(cursor);
                return client.Items.ListWithResponseAsync(token);
            },
            page => page.Headers.Link))
        {
            Assert.HasCount(1, page.Value);
        }

        CollectionAssert.AreEqual(new[] { null, "2" }, cursors);
    }

    private static HeadersClient Client(RawServer server) => new(server.Address, new ApiClientOptions { Retry = { Enabled = false } });

    private static async Task<ValuesAllHeaders> AllAsync(string headers)
    {
        await using var server = new RawServer(RawServer.Answer(200, "1", headers));
        using HeadersClient client = Client(server);
        return (await client.Values.AllWithResponseAsync()).Headers;
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> values)
    {
        var list = new List<T>();
        await foreach (T value in values)
        {
            list.Add(value);
        }

        return list;
    }
}
