using System.IO.Compression;
using System.Text;

namespace OgGen.Runtime.Tests;

/// <summary>The body as it came: beside the value where a call asks for it, and in the exception for a body that does not fit.</summary>
[TestClass]
public sealed class RawBodyTests
{
    private static readonly ApiCallOptions s_keep = new() { KeepRawBody = true };

    private static async Task<ApiResponseFormatException> MismatchAsync(byte[] body, Action<ApiClientOptions>? configure = null)
    {
        await using var server = new RawServer(x => SendAsync(x, body));
        var options = Given.NoRetry();
        configure?.Invoke(options);
        using var client = new TestClient(server.Address, options);
        return await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.GetAsync());
    }

    private static async Task SendAsync(RawExchange exchange, byte[] body, string headers = "")
    {
        await exchange.SendAsync($"HTTP/1.1 200 OK\r\n{headers}Content-Length: {body.Length}\r\n\r\n");
        await exchange.SendAsync(body);
    }

    private static string Text(ReadOnlyMemory<byte>? body) => Encoding.UTF8.GetString(body!.Value.Span);

    [TestMethod]
    public async Task A_response_has_the_body_as_it_came_where_the_call_asks_for_it()
    {
        const string body = " {\"name\" : \"Rex\", \"more\":[1.0, 1e1] }\n";
        await using var server = new RawServer(RawServer.Answer(200, body));
        using var client = new TestClient(server.Address);
        TestClient keeping = client.With(s_keep);
        ApiResponse<Pet> response = await keeping.GetAsync();
        Assert.AreEqual("Rex", response.Value.Name);
        Assert.AreEqual(body, Text(response.RawBody));
        Assert.AreEqual(body, Text((await keeping.Pipe.SendAsync(Operations.Request("DELETE"))).RawBody));
        Assert.AreEqual(body, Text((await keeping.Pipe.SendForTextAsync(Operations.Request("GET"))).RawBody));
        Assert.AreEqual(
            body, Text((await (await keeping.GetAsync()).FollowAsync("/next")).RawBody), "The call that follows is the same copy's.");
        Assert.IsNull((await client.GetAsync()).RawBody, "Nobody asked.");
        Assert.IsNotNull(
            (await keeping.With(new ApiCallOptions { Timeout = TimeSpan.FromSeconds(9) }).GetAsync()).RawBody,
            "A copy of a copy keeps it.");
        Assert.IsNull((await keeping.With(new ApiCallOptions { KeepRawBody = false }).GetAsync()).RawBody);
    }

    [TestMethod]
    public async Task The_body_of_a_response_outlives_the_buffers_of_later_calls()
    {
        await using var server = new RawServer(x => x.SendAsync(RawServer.Answer(200, $$"""{"name":"{{x.Number}}"}""")));
        using var client = new TestClient(server.Address);
        TestClient keeping = client.With(s_keep);
        ApiResponse<Pet> first = await keeping.GetAsync();
        for (int i = 0; i < 20; i++)
        {
            await keeping.GetAsync();
        }

        Assert.AreEqual("""{"name":"0"}""", Text(first.RawBody));
    }

    [TestMethod]
    public async Task It_is_decompressed_and_empty_where_there_is_none_and_absent_where_it_is_read_later()
    {
        var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write("{\"name\":\"Rex\"}"u8);
        }

        await using var server = new RawServer(x => x.Number switch
        {
            0 => SendAsync(x, compressed.ToArray(), "Content-Encoding: gzip\r\n"),
            1 => x.SendAsync("HTTP/1.1 204 No Content\r\n\r\n"),
            _ => SendAsync(x, "text"u8.ToArray()),
        });
        using var client = new TestClient(server.Address);
        TestClient keeping = client.With(s_keep);
        Assert.AreEqual("""{"name":"Rex"}""", Text((await keeping.GetAsync()).RawBody));
        Assert.AreEqual(0, (await keeping.Pipe.SendAsync(Operations.Request("DELETE"))).RawBody!.Value.Length);
        ApiResponse<Stream> streamed = await keeping.Pipe.SendForStreamAsync(Operations.Request("GET"));
        await using Stream stream = streamed.Value;
        Assert.IsNull(streamed.RawBody);
    }

    [TestMethod]
    [DataRow(20)]
    [DataRow(4096)]
    [DataRow(5000)]
    [DataRow(3_000_000)]
    public async Task A_body_that_does_not_fit_is_whole_in_the_exception_and_in_none_of_its_texts(int length)
    {
        string body = """{"surname":" """ + new string('é', length) + "TAIL\"}";
        ApiResponseFormatException e = await MismatchAsync(Encoding.UTF8.GetBytes(body));
        Assert.AreEqual(body, Text(e.Body));
        Assert.IsLessThanOrEqualTo(4096, Encoding.UTF8.GetByteCount(e.RawBody!));
        Assert.IsLessThan(500, e.Message.Length);
        if (length > 4096)
        {
            Assert.DoesNotContain("TAIL", e.ToString());
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("<html>")]
    [DataRow("{\"name\":\"")]
    public async Task A_body_that_is_no_json_is_whole_too(string body)
    {
        Assert.AreEqual(body, Text((await MismatchAsync(Encoding.UTF8.GetBytes(body))).Body));
    }

    [TestMethod]
    public async Task Bytes_that_are_no_text_stay_as_they_are()
    {
        byte[] body = [0x7B, 0x22, 0xFF, 0x00, 0xC3, 0x28, 0x7D];
        CollectionAssert.AreEqual(body, (await MismatchAsync(body)).Body.ToArray());
    }

    [TestMethod]
    public async Task A_body_beyond_the_limit_is_kept_as_far_as_it_was_read()
    {
        await using var server = new RawServer(
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7d0\r\n{new string('x', 2000)}\r\n0\r\n\r\n");
        using var client = new TestClient(server.Address, new ApiClientOptions { MaxResponseBytes = 1000 });
        var e = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.GetAsync());
        Assert.AreEqual(new string('x', 1000), Text(e.Body));
    }

    [TestMethod]
    public async Task The_body_of_the_exception_is_as_it_came_also_where_it_repeats_a_secret()
    {
        string body = new string('x', 100_000) + TestClient.Key + "end";
        ApiResponseFormatException e = await MismatchAsync(Encoding.UTF8.GetBytes(body));
        Assert.AreEqual(body, Text(e.Body));
        Assert.DoesNotContain(TestClient.Key, e.ToString());
    }
}
