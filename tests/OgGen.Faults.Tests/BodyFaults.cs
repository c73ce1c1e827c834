using System.Text;
using System.Text.Json;
using OgGen.Generated;
using OgGen.Json;

namespace OgGen.Faults.Tests;

[TestClass]
public sealed class BodyFaults : FaultTest
{
    [TestMethod]
    [DataRow("HTTP/1.1 204 No Content\r\nContent-Length: 14\r\n\r\n{\"name\":\"Rex\"}")]
    [DataRow("HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/1.1 200 OK\r\n\r\n")]
    public async Task F35_a_success_without_the_body_that_is_due_is_empty(string answer)
    {
        var e = await FailAsync<ApiResponseFormatException>(ServeAndClose(answer));
        StringAssert.Contains(e.Message, "without the body");
        Assert.IsNull(e.RawBody);
    }

    [TestMethod]
    public async Task F35_the_body_of_304_and_204_is_not_read_nor_taken_for_the_next_answer()
    {
        RawServer server = Serve(x => x.SendAsync(x.Number switch
        {
            0 => "HTTP/1.1 304 Not Modified\r\nContent-Length: 15\r\n\r\n{\"name\":\"evil\"}",
            1 => "HTTP/1.1 204 No Content\r\nContent-Length: 15\r\n\r\n" + RawServer.Answer(200, """{"name":"evil"}"""),
            _ => Given.Pet,
        }));
        TestClient client = Client(server);
        var e = await FailAsync<ApiException>(client.GetAsync());
        Assert.AreEqual(304, e.Status);
        Assert.IsNull(e.RawBody);
        Assert.AreEqual(204, (await client.Pipe.SendAsync(Operations.Request("DELETE"))).Status);
        Assert.AreEqual("Rex", (await client.GetAsync()).Value.Name);
    }

    [TestMethod]
    [DataRow(200)]
    [DataRow(502)]
    public async Task F37_a_web_page_is_reported_short_and_escaped(int status)
    {
        string page = "<html>\u001b[31m\r\nERROR forged\u202e" + string.Concat(Enumerable.Repeat("é", 10_000));
        var e = await FailAnyAsync<ApiException>(Client(Serve(RawServer.Answer(status, page, "Content-Type: text/html\r\n"))).GetAsync());
        Assert.AreEqual(status == 200 ? typeof(ApiResponseFormatException) : typeof(ApiException), e.GetType());
        Assert.AreEqual(status, e.Status);
        StringAssert.Contains(e.Message, @"<html>\u001b[31m\u000d\u000aERROR forged\u202e");
        Assert.IsFalse(e.Message.Any(char.IsControl));
        Assert.IsLessThanOrEqualTo(4096, Encoding.UTF8.GetByteCount(e.RawBody!));
    }

    [TestMethod]
    public async Task F37_a_captive_portal_is_no_result_of_an_operation_without_one()
    {
        TestClient client = Client(Serve(RawServer.Answer(200, "<html>please log in</html>", "Content-Type: text/html\r\n")));
        var e = await FailAsync<ApiResponseFormatException>(client.Pipe.SendAsync(Operations.Request("DELETE")));
        StringAssert.Contains(e.Message, "with a web page");
    }

    [TestMethod]
    [DataRow("X: no-Content-Type")]
    [DataRow("Content-Type: text/plain")]
    [DataRow("Content-Type: ;;;garbage")]
    [DataRow("Content-Type: application/json; charset=nope")]
    [DataRow("Content-Type: application/json; charset=utf-16")]
    public async Task F38_json_is_read_as_utf8_whatever_the_content_type(string header)
    {
        foreach (string mark in new[] { "", "\uFEFF" })
        {
            Assert.AreEqual(
                "Réx", (await Client(Serve(RawServer.Answer(200, mark + """{"name":"Réx"}""", header + "\r\n"))).GetAsync()).Value.Name);
        }

        byte[] utf16 = Encoding.Unicode.GetBytes("""{"name":"Rex"}""");
        await FailAsync<ApiResponseFormatException>(Serve(x => SendAsync(x, utf16)));
        Assert.AreEqual(
            "Rex",
            (await Client(Serve(x => SendAsync(x, [0xFF, 0xFE, .. utf16]))).GetAsync()).Value.Name,
            "a byte order mark says more than a header");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow("\r\n\t")]
    public async Task F46_no_document_is_an_error_that_says_so(string body)
    {
        var e = await FailAsync<ApiResponseFormatException>(Serve(RawServer.Answer(200, body)));
        Assert.Contains("without the body that the document describes", e.Message);
    }

    [TestMethod]
    public async Task F39_text_that_is_no_unicode_is_malformed()
    {
        byte[][] bodies =
        [
            [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8],
            [.. "{\"name\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8],
            [.. "{\"name\":\""u8, 0xC0, 0x80, .. "\"}"u8],
            "{\"name\":\"\\ud800\"}"u8.ToArray(),
            "{\"name\":\"a\\udc00\\ud800\"}"u8.ToArray(),
        ];
        foreach (byte[] body in bodies)
        {
            await FailAsync<ApiResponseFormatException>(Serve(x => SendAsync(x, body)));
        }

        Assert.AreEqual("😀", (await Client(Serve(RawServer.Answer(200, "{\"name\":\"\\ud83d\\ude00\"}"))).GetAsync()).Value.Name);
    }

    [TestMethod]
    public async Task F40_json_that_is_too_deep_is_refused()
    {
        static string Deep(int levels) => $$"""{"name":"Rex","x":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";
        Assert.AreEqual("Rex", (await Client(Serve(RawServer.Answer(200, Deep(64)))).GetAsync()).Value.Name);
        await FailAsync<ApiResponseFormatException>(Serve(RawServer.Answer(200, Deep(65))));
        await FailAsync<ApiResponseFormatException>(Serve(RawServer.Answer(200, Deep(100_000))));
        await FailAsync<ApiResponseFormatException>(Serve(RawServer.Answer(200, new string('[', 100_000))));
    }

    [TestMethod]
    [DataRow("{\"name\":\"Rex\"} x")]
    [DataRow("{\"name\":\"Rex\"}{\"name\":\"Rex\"}")]
    [DataRow("{\"name\":\"Rex\"}]")]
    [DataRow("null")]
    [DataRow("\"Rex\"")]
    public async Task F46_more_or_less_than_one_document_is_malformed(string body)
    {
        var e = await FailAsync<ApiResponseFormatException>(Serve(RawServer.Answer(200, body)));
        Assert.IsInstanceOfType<JsonException>(e.InnerException);
        Assert.AreEqual(body, e.RawBody);
        Assert.AreEqual("Rex", (await Client(Serve(RawServer.Answer(200, " {\"name\":\"Rex\"} \r\n"))).GetAsync()).Value.Name);
    }

    [TestMethod]
    [DataRow("2024-13-45T00:00:00Z")]
    [DataRow("2024-02-30T00:00:00Z")]
    [DataRow("10000-01-01T00:00:00Z")]
    [DataRow("9999-12-31T23:59:59-01:00")]
    [DataRow("0001-01-01T00:00:00+01:00")]
    [DataRow("yesterday")]
    public async Task F47_a_date_that_is_none_is_refused_with_its_place(string date)
    {
        TestClient client = Client(Serve(RawServer.Answer(200, $$"""["2024-02-29T00:00:00Z","{{date}}"]""")));
        var e = await FailAsync<ApiResponseFormatException>(
            client.Pipe.SendAsync<List<DateTimeOffset>, ListCodec<DateTimeOffset, DateTimeCodec>>(Operations.Request("GET")));
        Assert.AreEqual("$[1]", ((JsonException)e.InnerException!).Path);
        StringAssert.Contains(e.Message, "$[1]");
    }

    [TestMethod]
    public async Task F47_a_date_without_offset_is_utc()
    {
        TestClient client = Client(Serve(RawServer.Answer(200, """["2024-02-29T01:02:03","2024-02-29T01:02:03Z"]""")));
        List<DateTimeOffset> dates = (await client.Pipe.SendAsync<List<DateTimeOffset>, ListCodec<DateTimeOffset, DateTimeCodec>>(
            Operations.Request("GET"))).Value;
        Assert.AreEqual(new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero), dates[0]);
        Assert.AreEqual(dates[1], dates[0]);
    }

    [TestMethod]
    [DataRow("""{"message":"m"}""", true)]
    [DataRow("""{"message":5}""", false)]
    [DataRow("[]", false)]
    [DataRow("", false)]
    [DataRow("{\"mess", false)]
    [DataRow("<html>", false)]
    public async Task F48_an_error_has_status_and_request_id_whatever_its_body_is(string body, bool isTyped)
    {
        var e = await FailAnyAsync<ApiException>(Client(Serve(RawServer.Answer(422, body, "X-Request-ID: r-1\r\n"))).GetAsync());
        Assert.AreEqual(422, e.Status);
        Assert.AreEqual("r-1", e.RequestId);
        Assert.AreEqual(isTyped, e is ApiException<Problem>);
        Assert.AreEqual(body.Length == 0 ? null : body, e.RawBody);
    }

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(1, false)]
    public async Task F48_an_error_of_one_mebibyte_is_read_and_no_more_of_a_larger_one(int more, bool isTyped)
    {
        const string Error = """{"message":"m"}""";
        string body = Error + new string(' ', (1 << 20) - Error.Length + more);
        var e = await FailAnyAsync<ApiException>(Client(Serve(RawServer.Answer(422, body))).GetAsync());
        Assert.AreEqual(422, e.Status);
        Assert.AreEqual(isTyped, e is ApiException<Problem>);
    }

    [TestMethod]
    public async Task F48_a_large_error_is_trimmed()
    {
        RawServer server = Serve(
            RawServer.Answer(500, $$"""{"message":"m","x":"{{new string('x', 3_000_000)}}"}""", "X-Request-ID: r-1\r\n"));
        var e = await FailAsync<ApiException>(server);
        Assert.AreEqual(500, e.Status);
        Assert.AreEqual("r-1", e.RequestId);
        Assert.AreEqual(4096, e.RawBody!.Length);
        Assert.IsLessThan(400, e.Message.Length);
    }

    private static async Task SendAsync(RawExchange exchange, byte[] body)
    {
        await exchange.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        await exchange.SendAsync(body);
    }
}
