using OgGen.Documents.Requests;

namespace OgGen.Documents.Tests.Requests;

/// <summary>Parameters and bodies as documents of frameworks write them.</summary>
[TestClass]
public sealed class RequestTests
{
    [TestMethod]
    public async Task Parameters_have_their_own_names_where_nothing_else_has_them()
    {
        await using var server = new RawServer(RawServer.Answer(204, ""));
        using var client = new RequestsClient(server.Address);

        await client.Calls.CheckAsync(token: "a", value: "b", parts: "c", pollOptions: "d", xApp: "e");

        Assert.AreEqual("/check?token=a&value=b&parts=c&pollOptions=d", server.Requests.Single().Target);
        Assert.AreEqual("e", server.Requests.Single().Header("X-App"), "white space around the name of a header is none of it");
    }

    [TestMethod]
    public async Task A_sequence_takes_a_parameter_called_token()
    {
        await using var server = new RawServer(RawServer.Answer(200, "\"x\"\n", "Content-Type: application/jsonl\r\n"));
        using var client = new RequestsClient(server.Address);
        var values = new List<string>();

        await foreach (string value in client.Calls.EventsAsync(token: "a", value: "b"))
        {
            values.Add(value);
        }

        CollectionAssert.AreEqual(new[] { "x" }, values);
        Assert.AreEqual("/events?token=a&value=b", server.Requests.Single().Target);
    }

    [TestMethod]
    public async Task What_AutoRest_does_not_encode_is_sent_as_it_is()
    {
        await using var server = new RawServer(RawServer.Answer(204, ""));
        using var client = new RequestsClient(server.Address);

        await client.Calls.ProvidersAsync("subscriptions/1/resourceGroups/g", filter: "a/b", plain: "a/b");

        Assert.AreEqual("/subscriptions/1/resourceGroups/g/providers?filter=a/b&plain=a%2Fb", server.Requests.Single().Target);
        foreach (string wrong in new[] { "../x", "x/..", "x/%2e%2E/y", "x//y", "x/ /y", "", "/", "x/../y" })
        {
            Assert.ThrowsExactly<ArgumentException>(() => { client.Calls.ProvidersAsync(wrong); }, wrong);
        }

        await client.Calls.ProvidersAsync("/a b/c?d#e/");
        Assert.AreEqual("/a%20b/c%3Fd%23e/providers", server.Requests[^1].Target);
    }

    [TestMethod]
    public async Task Stranger23_null_for_a_required_argument_is_refused_with_its_name()
    {
        await using var server = new RawServer(RawServer.Answer(204, ""));
        using var client = new RequestsClient(server.Address);
        var meta = new Meta();
        using var file = new MemoryStream([1]);

        Refuse("class", () => client.Calls.NeedsAsync(null!, [1], null, "t", "s", meta));
        Refuse("ids", () => client.Calls.NeedsAsync("c", null!, null, "t", "s", meta));
        Refuse("xTrace", () => client.Calls.NeedsAsync("c", [1], null, null!, "s", meta));
        Refuse("session", () => client.Calls.NeedsAsync("c", [1], null, "t", null!, meta));
        Refuse("body", () => client.Calls.NeedsAsync("c", [1], null, "t", "s", null!));
        Refuse("body", () => client.Calls.StreamAsync(null!));
        Refuse("file", () => client.Calls.UploadAsync(null!, meta, "t"));
        Assert.IsEmpty(server.Requests);

        await client.Calls.NeedsAsync("c", [1], null, "t", "s", meta);

        Assert.AreEqual("/needs?class=c&ids=1", server.Requests.Single().Target);

        static void Refuse(string parameter, Func<Task> call)
            => Assert.AreEqual(parameter, Assert.ThrowsExactly<ArgumentNullException>(() => { call(); }).ParamName);
    }

    [TestMethod]
    public async Task A_part_that_may_be_null_is_left_out_where_it_is()
    {
        await using var server = new RawServer(RawServer.Answer(204, ""));
        using var client = new RequestsClient(server.Address);
        var file = new ApiFile(new byte[] { 65 }, "a.txt");

        await client.Calls.UploadAsync(file, null, null);
        await client.Calls.UploadAsync(file, new Meta { A = "x" }, "t", tags: ["b"]);

        Assert.AreEqual("file", PartsOf(server.Requests[0]));
        Assert.AreEqual("file meta title tags", PartsOf(server.Requests[1]));
    }

    [TestMethod]
    public async Task Parts_without_a_name_in_the_document_are_given_as_a_map()
    {
        await using var server = new RawServer(RawServer.Answer(204, ""));
        using var client = new RequestsClient(server.Address);

        await client.Calls.MoreAsync("n", new() { ["b"] = 2, ["a"] = 1 });
        await client.Calls.MoreAsync(additionalParts: null);
        await client.Calls.MoreFilesAsync(additionalParts: new() { ["f"] = new ApiFile(new byte[] { 65 }, "f.bin") });
        await client.Calls.MoreObjectsAsync(additionalParts: new() { ["o"] = new Meta { A = "x" } });

        Assert.AreEqual("name b a", PartsOf(server.Requests[0]));
        Assert.Contains("\r\n\r\n2\r\n", System.Text.Encoding.UTF8.GetString(server.Requests[0].Body));
        Assert.AreEqual("", PartsOf(server.Requests[1]));
        Assert.AreEqual("f", PartsOf(server.Requests[2]));
        Assert.AreEqual("o", PartsOf(server.Requests[3]));
        Assert.Contains("{\"a\":\"x\"}", System.Text.Encoding.UTF8.GetString(server.Requests[3].Body));
    }

    private static string PartsOf(RawRequest request)
        => string.Join(
            ' ',
            System.Text.RegularExpressions.Regex.Matches(System.Text.Encoding.UTF8.GetString(request.Body), " name=\"([^\"]*)\"")
                .Select(static match => match.Groups[1].Value));
}
