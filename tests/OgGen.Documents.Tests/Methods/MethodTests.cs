using OgGen.Documents.Methods;

namespace OgGen.Documents.Tests.Methods;

/// <summary>Operations of every method are sent with it, those that only OpenAPI 3.2 can name included.</summary>
[TestClass]
public sealed class MethodTests
{
    [TestMethod]
    public async Task Every_method_is_sent_as_it_is_written()
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using MethodsClient client = Client(server);

        await client.Things.ReadAsync();
        await client.Things.ReplaceAsync();
        await client.Things.AddAsync();
        await client.Things.RemoveAsync();
        await client.Things.AskAsync();
        await client.Things.LookAsync();
        await client.Things.ChangeAsync();
        await client.Things.CopyAsync("/elsewhere");
        await client.New.PurgeAsync();

        CollectionAssert.AreEqual(
            new[] { "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "COPY", "Purge" },
            server.Requests.Select(static r => r.Method).ToArray());
        Assert.IsTrue(server.Requests.All(static r => r is { Target: "/things" } && r.Header("X-Key") == "k"));
        Assert.AreEqual("/elsewhere", server.Requests[7].Header("Destination"));
    }

    [TestMethod]
    public async Task Query_has_a_body_and_is_repeated_like_other_safe_methods()
    {
        await using var server = new RawServer(RawServer.Answer(503, "{}"), RawServer.Answer(200, """["a"]"""));
        using var client = new MethodsClient(
            "k", server.Address, new ApiClientOptions { Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) } });

        IReadOnlyList<string> found = await client.Tiny.SearchAsync(new TinySearchRequest { Text = "a" });

        CollectionAssert.AreEqual(new[] { "a" }, found.ToArray());
        CollectionAssert.AreEqual(
            new[] { """QUERY /things {"text":"a"}""", """QUERY /things {"text":"a"}""" },
            server.Requests.Select(static r => $"{r.Method} {r.Target} {r.Text}").ToArray());
    }

    [TestMethod]
    public async Task A_trace_carries_no_credential_as_its_answer_repeats_it()
    {
        await using var server = new RawServer(RawServer.Answer(200, "TRACE /things HTTP/1.1", "Content-Type: message/http\r\n"));
        using MethodsClient client = Client(server);

        using var reader = new StreamReader(await client.Things.FollowAsync());

        Assert.AreEqual("TRACE /things HTTP/1.1", await reader.ReadToEndAsync());
        Assert.AreEqual("TRACE", server.Requests.Single().Method);
        Assert.IsNull(server.Requests.Single().Header("X-Key"));
    }

    [TestMethod]
    public async Task A_certificate_is_the_transport_s_and_a_key_beside_it_is_sent()
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using MethodsClient client = Client(server);

        await client.Things.CertifiedAsync();
        await client.Things.CertifiedAndKeyAsync();

        CollectionAssert.AreEqual(new[] { null, "k" }, server.Requests.Select(static r => r.Header("X-Key")).ToArray());
    }

    private static MethodsClient Client(RawServer server) => new("k", server.Address, new ApiClientOptions { Retry = { Enabled = false } });
}
