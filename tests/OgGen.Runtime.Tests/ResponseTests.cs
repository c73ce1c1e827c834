using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class ResponseTests
{
    private static async Task<Exception> FailAsync(RawServer server, Action<ApiClientOptions>? configure = null, string method = "GET")
    {
        ApiClientOptions options = Given.NoRetry();
        configure?.Invoke(options);
        using var client = new TestClient(server.Address, options);
        return await Assert.ThrowsAsync<Exception>(() => client.SendAsync(method));
    }

    private static async Task<ApiException> FailAsync(string answer, Action<ApiClientOptions>? configure = null)
    {
        await using var server = new RawServer(async x =>
        {
            await x.SendAsync(answer);
            x.Close();
        });
        return (ApiException)await FailAsync(server, configure);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(99)]
    [DataRow(600)]
    public void A_response_that_a_test_makes_has_a_status_of_HTTP(int status)
    {
        ArgumentOutOfRangeException e = Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => new ApiResponse(status, ApiResponseHeaders.Empty));
        StringAssert.Contains(e.Message, "from 100 to 599");
        Assert.AreEqual("status", e.ParamName);
        Assert.AreEqual(100, new ApiResponse(100, ApiResponseHeaders.Empty).Status);
        Assert.AreEqual(599, new ApiResponse<int>(1, 599, ApiResponseHeaders.Empty).Status);
    }

    [TestMethod]
    public async Task An_answer_has_value_status_headers_and_request_id()
    {
        await using var server = new RawServer(
            RawServer.Answer(201, """{"name":"Rex"}""", "X-Request-ID: r-1\r\nX-Two: a\r\nx-two: b\r\nRetry-After: 60\r\n"));
        using var client = new TestClient(server.Address);
        ApiResponse<Pet> response = await client.GetAsync();
        Assert.AreEqual("Rex", response.Value.Name);
        Assert.AreEqual(201, response.Status);
        Assert.AreEqual("r-1", response.RequestId);
        Assert.AreEqual(TimeSpan.FromSeconds(60), response.RetryAfter);
        Assert.AreEqual("a, b", response.Headers["X-TWO"]);
        CollectionAssert.AreEqual(new[] { "a", "b" }, response.Headers.GetValues("x-two").ToArray());
        Assert.AreEqual("application/json", response.Headers["content-type"]);
        Assert.IsNull(response.Headers["X-Three"]);
        Assert.IsFalse(response.Headers.TryGetValue("X-Three", out _));
        Assert.HasCount(response.Headers.Count, response.Headers.ToArray());
    }

    [TestMethod]
    public async Task The_result_is_a_member_of_the_envelope_where_the_document_says_so()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """{"took":0.1,"data":{"name":"Rex"},"requestId":"x"}"""), RawServer.Answer(200, """{"took":0.1}"""));
        using var client = new TestClient(server.Address);
        var operation = new ApiOperation("X_Y", "GET", "/") { ResultMember = "data" };
        Assert.AreEqual("Rex", (await client.Pipe.SendAsync<Pet, PetCodec>(new ApiRequest(operation))).Value.Name);
        var e = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(
            () => client.Pipe.SendAsync<Pet, PetCodec>(new ApiRequest(operation)));
        StringAssert.Contains(e.Message, "data");
    }

    [TestMethod]
    [DataRow("Content-Type: text/plain; charset=nope\r\n")]
    [DataRow("Content-Type: application/problem+json\r\n")]
    [DataRow("Content-Type: ;;;garbage\r\n")]
    [DataRow("X: no-Content-Type\r\n")]
    public async Task Json_is_read_whatever_the_content_type(string headers)
    {
        await using var server = new RawServer(RawServer.Answer(200, "\uFEFF{\"name\":\"Rex\"}", headers));
        using var client = new TestClient(server.Address);
        Assert.AreEqual("Rex", (await client.GetAsync()).Value.Name);
    }

    [TestMethod]
    [DataRow("{\"name\":")]
    [DataRow("{\"name\":\"Rex\"} x")]
    [DataRow("{\"name\":\"Rex\"}{\"name\":\"Rex\"}")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{\"name\":\"\\ud800\"}")]
    [DataRow("{}")]
    public async Task Json_that_does_not_fit_is_a_format_exception(string body)
    {
        ApiException e = await FailAsync(RawServer.Answer(200, body, "X-Request-ID: r-1\r\n"));
        Assert.IsInstanceOfType<ApiResponseFormatException>(e);
        Assert.IsInstanceOfType<JsonException>(e.InnerException);
        StringAssert.StartsWith(e.WithoutAddress(), "Pets_Do answered 200 (OK) with JSON that does not fit the document");
        Assert.AreEqual(200, e.Status);
        Assert.AreEqual("r-1", e.RequestId);
        Assert.AreEqual(body, e.RawBody);
        Assert.AreEqual("Pets_Do", e.Operation);
    }

    [TestMethod]
    public async Task Json_too_deep_and_text_cut_by_closing_is_a_format_exception()
    {
        Assert.IsInstanceOfType<ApiResponseFormatException>(await FailAsync(RawServer.Answer(200, new string('[', 100_000))));
        Assert.IsInstanceOfType<ApiResponseFormatException>(await FailAsync("HTTP/1.1 200 OK\r\n\r\n{\"name\":\"R"));
    }

    [TestMethod]
    [DataRow("HTTP/1.1 204 No Content\r\n\r\n")]
    [DataRow("HTTP/1.1 205 Reset\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\n\r\n")]
    public async Task An_empty_answer_is_a_format_exception_where_a_value_is_due(string answer)
    {
        ApiException e = await FailAsync(answer);
        Assert.IsInstanceOfType<ApiResponseFormatException>(e);
        StringAssert.Contains(e.Message, "without the body");
        Assert.IsNull(e.RawBody);
    }

    [TestMethod]
    public async Task An_operation_without_result_takes_any_answer_but_a_web_page()
    {
        await using var server = new RawServer(
            "HTTP/1.1 204 No Content\r\nX-Request-ID: a\r\n\r\n",
            RawServer.Answer(200, "{}"),
            RawServer.Answer(200, "<html>login</html>", "Content-Type: text/html\r\n"));
        using var client = new TestClient(server.Address);
        Assert.AreEqual("a", (await client.Pipe.SendAsync(Operations.Request("DELETE"))).RequestId);
        Assert.AreEqual(200, (await client.Pipe.SendAsync(Operations.Request("DELETE"))).Status);
        var e = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.Pipe.SendAsync(Operations.Request("DELETE")));
        StringAssert.Contains(e.Message, "web page");
    }

    [TestMethod]
    public async Task Text_and_bytes_are_returned_as_they_are()
    {
        await using var server = new RawServer(RawServer.Answer(200, "<é>", "Content-Type: text/html\r\n"));
        using var client = new TestClient(server.Address);
        Assert.AreEqual("<é>", (await client.Pipe.SendForTextAsync(Operations.Request("GET"))).Value);
        CollectionAssert.AreEqual("<é>"u8.ToArray(), (await client.Pipe.SendForBytesAsync(Operations.Request("GET"))).Value);
    }

    [TestMethod]
    public async Task A_web_page_is_reported_short_and_escaped()
    {
        string page = "<html>\u001b[31m\r\nERROR forged\u202e" + new string('x', 10_000);
        ApiException e = await FailAsync(RawServer.Answer(200, page, "Content-Type: text/html\r\n"));
        Assert.IsInstanceOfType<ApiResponseFormatException>(e);
        StringAssert.Contains(e.Message, "web page");
        StringAssert.Contains(e.Message, @"<html>\u001b[31m\u000d\u000aERROR forged\u202e");
        Assert.IsFalse(e.Message.Any(char.IsControl));
        Assert.IsLessThan(400, e.Message.Length);
        Assert.IsLessThanOrEqualTo(4096, Encoding.UTF8.GetByteCount(e.RawBody!));
        ApiException gateway = await FailAsync(RawServer.Answer(502, page, "Content-Type: text/html\r\n"));
        Assert.AreEqual(typeof(ApiException), gateway.GetType());
        Assert.AreEqual(502, gateway.Status);
        StringAssert.StartsWith(gateway.WithoutAddress(), "Pets_Do answered 502 (Bad Gateway): <html>");
    }

    [TestMethod]
    public async Task The_raw_body_is_at_most_4_KB_and_ends_with_a_whole_character()
    {
        ApiException e = await FailAsync(RawServer.Answer(500, "a" + string.Concat(Enumerable.Repeat("😀", 300_000))));
        Assert.AreEqual(4093, Encoding.UTF8.GetByteCount(e.RawBody!));
        Assert.DoesNotContain("\uFFFD", e.RawBody!);
    }

    [TestMethod]
    public async Task An_answer_beyond_the_limit_is_not_read_to_its_end()
    {
        static void Limit(ApiClientOptions o) => o.MaxResponseBytes = 1000;
        ApiException announced = await FailAsync("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n{", Limit);
        Assert.IsInstanceOfType<ApiResponseFormatException>(announced);
        StringAssert.Contains(announced.Message, "1000 bytes");

        await using var endless = new RawServer(async x =>
        {
            await x.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true)
            {
                await x.SendAsync("64\r\n" + new string('x', 100) + "\r\n");
            }
        });
        Assert.IsInstanceOfType<ApiResponseFormatException>(await FailAsync(endless, Limit));

        await using var bomb = new RawServer(x => SendCompressedAsync(x, Compress(new byte[50_000_000])));
        Assert.IsInstanceOfType<ApiResponseFormatException>(await FailAsync(bomb));

        // Exactly the limit is within it.
        string body = "{\"name\":\"" + new string('x', 989) + "\"}";
        await using var exact = new RawServer(
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n");
        using var client = new TestClient(exact.Address, new ApiClientOptions { MaxResponseBytes = 1000 });
        Assert.AreEqual(1000, body.Length);
        Assert.AreEqual(989, (await client.GetAsync()).Value.Name.Length);
        await using var over = new RawServer(RawServer.Answer(200, body + " "));
        Assert.IsInstanceOfType<ApiResponseFormatException>(await FailAsync(over, Limit));
    }

    [TestMethod]
    public async Task Compressed_answers_are_read_and_broken_ones_refused()
    {
        byte[] whole = Compress("{\"name\":\"Rex\",\"x\":\"0123456789abcdef\"}"u8.ToArray());
        await using var good = new RawServer(x => SendCompressedAsync(x, whole));
        using var client = new TestClient(good.Address);
        Assert.AreEqual("Rex", (await client.GetAsync()).Value.Name);
        StringAssert.Contains(good.Requests[0].Header("Accept-Encoding"), "gzip");

        await using var truncated = new RawServer(x => SendCompressedAsync(x, whole[..^20]));
        Assert.IsInstanceOfType<ApiResponseFormatException>(await FailAsync(truncated));
        await using var garbage = new RawServer(x => SendCompressedAsync(x, "this is no gzip at all"u8.ToArray()));
        Assert.IsInstanceOfType<ApiResponseFormatException>(await FailAsync(garbage));
        await using var twice = new RawServer(x => SendCompressedAsync(x, Compress(whole), "gzip, gzip"));
        StringAssert.Contains((await FailAsync(twice)).Message, "content encoding 'gzip, gzip'");
        await using var unknown = new RawServer(x => SendCompressedAsync(x, whole, "zstd-x"));
        StringAssert.Contains((await FailAsync(unknown)).Message, "content encoding 'zstd-x'");
    }

    [TestMethod]
    [DataRow("HTTP/1.1 OK 200\r\n\r\n")]
    [DataRow("garbage\r\n\r\n")]
    [DataRow("HTTP/1.1 99999 X\r\n\r\n")]
    public async Task What_is_no_http_is_an_invalid_response(string answer)
    {
        var e = (ApiConnectionException)await FailAsync(answer);
        Assert.AreEqual(ApiConnectionFailure.InvalidResponse, e.Failure);
    }

    [TestMethod]
    public async Task Headers_beyond_the_limit_are_an_invalid_response()
    {
        var e = (ApiConnectionException)await FailAsync("HTTP/1.1 200 OK\r\nX: " + new string('x', 70_000) + "\r\n\r\n");
        Assert.AreEqual(ApiConnectionFailure.InvalidResponse, e.Failure);
    }

    [TestMethod]
    public async Task Surplus_bytes_do_not_reach_the_next_call()
    {
        await using var server = new RawServer(x => x.SendAsync(
            RawServer.Answer(200, $$"""{"name":"{{x.Number}}"}""") + (x.Number == 0 ? RawServer.Answer(200, """{"name":"evil"}""") : "")));
        using var client = new TestClient(server.Address);
        Assert.AreEqual("0", (await client.GetAsync()).Value.Name);
        Assert.AreEqual("1", (await client.GetAsync()).Value.Name);
    }

    [TestMethod]
    public async Task Many_calls_at_once_keep_their_answers_apart()
    {
        await using var server = new RawServer(x => x.SendAsync(
            RawServer.Answer(
                x.Request.Header("X-N") == "7" ? 400 : 200,
                $$"""{"name":"{{x.Request.Target}} {{x.Request.Header("X-N")}} {{x.Request.Text.Length}}","message":"m"}""")));
        using var client = new TestClient(server.Address);
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (n, cancellationToken) =>
        {
            Task<ApiResponse<Pet>> call = client.SendAsync("POST", r =>
            {
                r.AddPathLiteral("/p/");
                r.AddPathSegment("id", ApiText.Format(n));
                r.AddHeader("X-N", ApiText.Format(n % 10));
                r.SetJsonBody<Pet, PetCodec>(new Pet(new string('x', n * 50)));
            }, cancellationToken);
            if (n % 10 == 7)
            {
                await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => call);
            }
            else
            {
                int length = """{"name":"","mode":"Request"}""".Length + n * 50;
                Assert.AreEqual($"/p/{n} {n % 10} {length}", (await call).Value.Name);
            }
        });
    }

    private static byte[] Compress(byte[] bytes)
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }

    private static async Task SendCompressedAsync(RawExchange exchange, byte[] body, string encoding = "gzip")
    {
        await exchange.SendAsync($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {body.Length}\r\n\r\n");
        await exchange.SendAsync(body);
    }
}
