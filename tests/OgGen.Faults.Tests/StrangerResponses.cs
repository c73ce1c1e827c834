using System.Net.ServerSentEvents;
using System.Text;
using OgGen.Generated;

namespace OgGen.Faults.Tests;

/// <summary>Responses that are right in HTTP, and unusual: without a body, in another charset, of another kind, or read too late.</summary>
[TestClass]
public sealed class StrangerResponses : FaultTest
{
    private const string Events = "Content-Type: text/event-stream\r\n";

    [TestMethod]
    [DataRow(50_000_000, "")]
    [DataRow(10_000_001, "")]
    [DataRow(5_000_000_000, "")]
    [DataRow(50_000_000, "Content-Encoding: gzip\r\n")]
    [DataRow(50_000_000, "Content-Encoding: zstd\r\n")]
    [DataRow(50_000_000, "Content-Type: text/html\r\n")]
    public async Task Stranger11_a_response_to_head_has_no_body_whatever_length_it_names(long length, string headers)
    {
        RawServer server = Serve($"HTTP/1.1 200 OK\r\n{headers}Content-Length: {length}\r\n\r\n");
        TestClient client = Client(server);
        for (int i = 0; i < 2; i++)
        {
            ApiResponse response = await client.Pipe.SendAsync(Operations.Request("HEAD"));
            Assert.AreEqual(length.ToString(System.Globalization.CultureInfo.InvariantCulture), response.Headers["Content-Length"]);
        }

        Assert.AreEqual(1, server.ConnectionCount);
    }

    [TestMethod]
    [DataRow("stream")]
    [DataRow("bytes")]
    [DataRow("text")]
    public async Task Stranger11_a_response_to_head_is_empty_in_every_form(string form)
    {
        TestClient client = Client(Serve("HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n"));
        ApiRequest request = Operations.Request("HEAD");
        int length = form switch
        {
            "stream" => await (await client.Pipe.SendForStreamAsync(request)).Value.ReadAsync(new byte[10]),
            "bytes" => (await client.Pipe.SendForBytesAsync(request)).Value.Length,
            _ => (await client.Pipe.SendForTextAsync(request)).Value.Length,
        };
        Assert.AreEqual(0, length);
    }

    [TestMethod]
    public async Task Stranger11_an_error_to_head_is_that_error()
    {
        TestClient client = Client(Serve("HTTP/1.1 404 N\r\nContent-Length: 50000000\r\n\r\n"));
        var e = await FailAsync<ApiException>(client.Pipe.SendAsync(Operations.Request("HEAD")));
        Assert.AreEqual(404, e.Status);
    }

    [TestMethod]
    [DataRow("iso-8859-1")]
    [DataRow("\"ISO-8859-1\"")]
    [DataRow("latin1")]
    [DataRow("utf-16")]
    [DataRow("utf-16le")]
    [DataRow("utf-16be")]
    [DataRow("utf-32")]
    [DataRow("utf-8")]
    [DataRow("UTF8")]
    [DataRow(null)]
    public async Task Stranger13_text_and_json_are_read_in_the_charset_that_the_response_names(string? charset)
    {
        Encoding encoding = charset?.Trim('"').ToUpperInvariant() switch
        {
            null or "UTF8" => Encoding.UTF8,
            var name => Encoding.GetEncoding(name),
        };
        string type = charset is null ? "" : $"; charset={charset}";
        TestClient client = Client(Serve(x => SendAsync(x, "text/plain" + type, encoding.GetBytes("héllo ß"))));
        Assert.AreEqual("héllo ß", (await client.Pipe.SendForTextAsync(Operations.Request("GET"))).Value);

        client = Client(Serve(x => SendAsync(x, "application/json" + type, encoding.GetBytes("""{"name":"Réx ß"}"""))));
        Assert.AreEqual("Réx ß", (await client.GetAsync()).Value.Name);

        client = Client(Serve(x => SendAsync(x, "application/json" + type, encoding.GetBytes("""{"message":"Réx ß"}"""), 400)));
        var e = await FailAsync<ApiException<Problem>>(client.GetAsync());
        Assert.AreEqual("Réx ß", e.Error.Message);
    }

    [TestMethod]
    [DataRow("utf-8", "utf-8")]
    [DataRow("utf-8", "utf-16")]
    [DataRow("utf-16", "utf-16")]
    [DataRow("utf-16", "utf-16BE")]
    [DataRow("utf-16be", "utf-16")]
    [DataRow("utf-32", "utf-32")]
    [DataRow(null, "utf-8")]
    [DataRow(null, "utf-16")]
    [DataRow(null, "utf-16BE")]
    [DataRow(null, "utf-32")]
    public async Task Stranger13_a_byte_order_mark_is_no_text_and_says_more_than_the_charset(string? charset, string marked)
    {
        Encoding encoding = Encoding.GetEncoding(marked);
        byte[] text = [.. encoding.GetPreamble(), .. encoding.GetBytes("héllo")];
        byte[] json = [.. encoding.GetPreamble(), .. encoding.GetBytes("""{"name":"Réx"}""")];
        string type = charset is null ? "" : $"; charset={charset}";
        TestClient client = Client(Serve(x => SendAsync(x, "text/plain" + type, text)));
        Assert.AreEqual("héllo", (await client.Pipe.SendForTextAsync(Operations.Request("GET"))).Value);
        if (charset is not null || marked == "utf-8")
        {
            Assert.AreEqual("Réx", (await Client(Serve(x => SendAsync(x, "application/json" + type, json))).GetAsync()).Value.Name);
        }
    }

    [TestMethod]
    public async Task Stranger13_a_charset_that_is_not_known_is_an_error_that_names_it()
    {
        TestClient client = Client(Serve(x => SendAsync(x, "text/plain; charset=x-strange", "abc"u8.ToArray())));
        var e = await FailAsync<ApiResponseFormatException>(client.Pipe.SendForTextAsync(Operations.Request("GET")));
        StringAssert.Contains(e.Message, "the charset 'x-strange', which is not known");
        CollectionAssert.AreEqual("abc"u8.ToArray(), e.Body.ToArray());

        // JSON that is UTF-8 needs no charset to be read.
        client = Client(Serve(x => SendAsync(x, "application/json; charset=x-strange", """{"name":"Réx"}"""u8.ToArray())));
        Assert.AreEqual("Réx", (await client.GetAsync()).Value.Name);
        client = Client(Serve(x => SendAsync(x, "application/json; charset=x-strange", [.. "{\"name\":\""u8, 0xE9, .. "\"}"u8])));
        e = await FailAsync<ApiResponseFormatException>(client.GetAsync());
        StringAssert.Contains(e.Message, "the charset 'x-strange', which is not known");
    }

    [TestMethod]
    [DataRow("iso-8859-1", "grüße")]
    [DataRow("utf-16", "grüße 😀")]
    [DataRow("utf-8", "grüße 😀")]
    public async Task Stranger13_text_is_sent_in_the_charset_that_its_media_type_names(string charset, string text)
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        await client.SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetTextBody(text, $"text/plain; charset={charset}"); });
        CollectionAssert.AreEqual(Encoding.GetEncoding(charset).GetBytes(text), server.Requests[0].Body);
        await client.SendAsync(
            "POST", r => { r.AddPathLiteral("/x"); r.SetMultipartBody().AddText("a", text, $"text/plain; charset={charset}"); });
        byte[] expected = Encoding.GetEncoding(charset).GetBytes(text);
        Assert.IsGreaterThan(0, server.Requests[1].Body.AsSpan().IndexOf(expected));
    }

    [TestMethod]
    [DataRow("iso-8859-1", "€")]
    [DataRow("us-ascii", "ü")]
    [DataRow("iso-8859-1", "😀")]
    [DataRow("x-strange", "a")]
    public void Stranger13_text_that_its_charset_cannot_carry_is_refused(string charset, string text)
    {
        ApiRequest request = Operations.Request("POST");
        StringAssert.Contains(
            Refuse<ArgumentException>(() => request.SetTextBody(text, $"text/plain; charset={charset}")).Message, charset);
        Refuse<ArgumentException>(() => request.SetMultipartBody().AddText("a", text, $"text/plain; charset={charset}"));
    }

    [TestMethod]
    [DataRow(new byte[] { 0xC0, 0x80 })]
    [DataRow(new byte[] { 0xFF })]
    [DataRow(new byte[] { 0xE2, 0x82 })]
    [DataRow(new byte[] { 0xED, 0xA0, 0x80 })]
    [DataRow(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    public async Task Stranger14_bytes_that_are_no_utf_8_are_an_error_and_not_other_text(byte[] bytes)
    {
        byte[] json = [.. """{"name":"Rex","other":" """u8, .. bytes, .. "\"}"u8];
        RawServer server = Serve(x => SendAsync(x, "application/json", json));
        var e = await FailAsync<ApiResponseFormatException>(Client(server).GetAsync());
        StringAssert.Contains(e.Message, "not text in utf-8, at byte 24");
        CollectionAssert.AreEqual(json, e.Body.ToArray());

        byte[] text = [.. "abc"u8, .. bytes];
        TestClient ofText = Client(Serve(x => SendAsync(x, "text/plain", text)));
        await FailAsync<ApiResponseFormatException>(ofText.Pipe.SendForTextAsync(Operations.Request("GET")));
        byte[] line = [.. json, .. "\n"u8];
        await FailAsync<ApiResponseFormatException>(Client(Serve(x => SendAsync(x, "application/jsonl", line))).ReadValuesAsync());
        byte[] data = [.. "data: "u8, .. text, .. "\n\n"u8];
        await FailAsync<ApiResponseFormatException>(Client(Serve(x => SendAsync(x, "text/event-stream", data))).ReadEventsAsync());

        // What is no text at all is not looked at.
        CollectionAssert.AreEqual(text, (await ofText.Pipe.SendForBytesAsync(Operations.Request("GET"))).Value);
    }

    [TestMethod]
    [DataRow("text/html", "<html>please log in</html>")]
    [DataRow("text/html; charset=utf-8", "")]
    [DataRow("application/json", "{\"error\":\"log in\"}")]
    [DataRow("text/plain", "log in")]
    [DataRow("application/x-ndjson", "{}")]
    public async Task Stranger15_events_of_another_content_type_are_an_error_that_says_which_came(string type, string body)
    {
        RawServer server = Serve(RawServer.Answer(200, body, $"Content-Type: {type}\r\n"));
        TestClient client = Client(server);
        var e = await FailAsync<ApiResponseFormatException>(client.ReadEventsAsync());
        StringAssert.Contains(e.Message, $"with the content type '{type.Split(';')[0]}', which has no events");
        await FailAsync<ApiResponseFormatException>(client.Pipe.SendForEventsAsync<Pet, PetCodec>(Operations.Request("GET")));
    }

    [TestMethod]
    [DataRow("text/html")]
    [DataRow("application/xhtml+xml")]
    [DataRow("text/event-stream")]
    [DataRow("image/png")]
    public async Task Stranger15_values_of_another_content_type_are_an_error_that_says_which_came(string type)
    {
        TestClient client = Client(Serve(RawServer.Answer(200, "\n", $"Content-Type: {type}\r\n")));
        var e = await FailAsync<ApiResponseFormatException>(client.ReadValuesAsync());
        StringAssert.Contains(e.Message, $"with the content type '{type}', which has no JSON values");
    }

    [TestMethod]
    [DataRow("Content-Type: TEXT/Event-Stream; charset=utf-8\r\n")]
    [DataRow("X-None: 1\r\n")]
    public async Task Stranger15_events_are_read_where_their_content_type_is_right_or_missing(string header)
    {
        TestClient client = Client(Serve($"HTTP/1.1 200 OK\r\n{header}Content-Length: 9\r\n\r\ndata: a\n\n"));
        Assert.AreEqual(1, await CountAsync((await client.Pipe.SendForEventsAsync(Operations.Request("GET"))).Value));
    }

    [TestMethod]
    [DataRow("application/json")]
    [DataRow("application/x-ndjson")]
    [DataRow("application/jsonl; charset=utf-8")]
    [DataRow("text/plain")]
    public async Task Stranger15_values_are_read_where_their_content_type_may_be_json(string type)
    {
        int count = 0;
        await Client(Serve(RawServer.Answer(200, "{\"name\":\"a\"}\n", $"Content-Type: {type}\r\n"))).ReadValuesAsync(_ => count++);
        Assert.AreEqual(1, count);
    }

    [TestMethod]
    [DataRow(": keep-alive\n\n")]
    [DataRow(": keep-alive\r\n\r\n")]
    [DataRow(":\n")]
    [DataRow(": a\r")]
    [DataRow("\n")]
    [DataRow("\r\n\r\n")]
    [DataRow("retry: 1000\n\n")]
    [DataRow("event: ping\n\n")]
    public async Task Stranger16_comments_and_lines_without_an_event_do_not_count(string line)
    {
        byte[] lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(line, 200_000 / line.Length)));
        byte[] events = "data: {\"name\":\"a\"}\n\n"u8.ToArray();
        ApiClientOptions options = Once();
        options.MaxResponseBytes = 50_000;
        TestClient client = Client(Serve(x => SendAsync(x, "text/event-stream", [.. lines, .. events, .. lines, .. events])), options);
        Assert.AreEqual(2, await CountAsync((await client.Pipe.SendForEventsAsync<Pet, PetCodec>(Operations.Request("GET"))).Value));
    }

    [TestMethod]
    [DataRow("data: ", "x")]
    [DataRow(": ", "x")]
    [DataRow("", "data: xxxxxxxxxxxxxxx\n")]
    [DataRow("", "data: xxxxxxxxxxxxxxx\n: comment\n")]
    [DataRow("event: ", "x")]
    [DataRow("", "id: xxxxxxxxxxxxxxxxx\r\n")]
    public async Task Stranger16_an_event_or_a_line_without_end_is_still_limited(string start, string repeated)
    {
        byte[] endless = Encoding.ASCII.GetBytes(start + string.Concat(Enumerable.Repeat(repeated, 400_000 / repeated.Length)));
        ApiClientOptions options = Once();
        options.MaxResponseBytes = 50_000;
        TestClient client = Client(Serve(x => SendAsync(x, "text/event-stream", endless)), options);
        var e = await FailAsync<ApiResponseFormatException>(client.ReadEventsAsync());
        StringAssert.Contains(e.Message, "more than 50000 bytes");
    }

    [TestMethod]
    public async Task Stranger19_a_stream_that_was_disposed_throws()
    {
        TestClient client = Client(Serve(RawServer.Answer(200, "0123456789", "Content-Type: application/octet-stream\r\n")));
        Stream stream = (await client.Pipe.SendForStreamAsync(Operations.Request("GET"))).Value;
        byte[] buffer = new byte[4];
        Assert.AreEqual(4, await stream.ReadAsync(buffer));
        await stream.DisposeAsync();
        await stream.DisposeAsync();
        Assert.IsFalse(stream.CanRead);
        await FailAnyAsync<ObjectDisposedException>(stream.ReadAsync(buffer).AsTask());
        await FailAnyAsync<ObjectDisposedException>(stream.ReadAsync(buffer, 0, 4));
        await FailAnyAsync<ObjectDisposedException>(stream.ReadExactlyAsync(buffer).AsTask());
        await FailAnyAsync<ObjectDisposedException>(Task.Run(() => stream.CopyToAsync(Stream.Null)));
        Refuse<ObjectDisposedException>(() => stream.ReadExactly(buffer));
        Refuse<ObjectDisposedException>(() => _ = stream.ReadByte());
    }

    [TestMethod]
    [DataRow("values")]
    [DataRow("events")]
    public async Task Stranger19_a_sequence_that_was_disposed_throws_and_is_not_empty(string kind)
    {
        TestClient client = Client(Serve(
            RawServer.Answer(200, "{\"name\":\"a\"}\n", kind == "events" ? Events : "Content-Type: application/jsonl\r\n")));
        if (kind == "events")
        {
            ApiSequence<SseItem<string>> events = (await client.Pipe.SendForEventsAsync(Operations.Request("GET"))).Value;
            await events.DisposeAsync();
            await FailAnyAsync<ObjectDisposedException>(CountAsync(events));
        }
        else
        {
            ApiSequence<Pet> values = (await client.Pipe.SendForSequenceAsync<Pet, PetCodec>(Operations.Request("GET"))).Value;
            await values.DisposeAsync();
            await FailAnyAsync<ObjectDisposedException>(CountAsync(values));
        }
    }

    [TestMethod]
    public async Task Stranger19_a_read_that_disposing_interrupts_throws()
    {
        TestClient client = Client(Serve(async x =>
        {
            await x.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
            await x.HangAsync();
        }));
        Stream stream = (await client.Pipe.SendForStreamAsync(Operations.Request("GET"))).Value;
        Task<int> read = stream.ReadAsync(new byte[4]).AsTask();
        await stream.DisposeAsync();
        await FailAnyAsync<ObjectDisposedException>(read);
    }

    [TestMethod]
    [DataRow("If-None-Match", "\"x\"")]
    [DataRow("if-modified-since", "Sun, 06 Nov 1994 08:49:37 GMT")]
    public async Task Stranger29_a_304_to_a_request_with_a_condition_is_a_response_without_a_value(string header, string value)
    {
        RawServer server = Serve("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\nContent-Length: 50000000\r\n\r\n");
        TestClient client = Client(server).With(new ApiCallOptions { Headers = new Dictionary<string, string> { [header] = value } });
        ApiResponse<Pet> response = await client.GetAsync();
        Assert.AreEqual(304, response.Status);
        Assert.AreEqual("\"x\"", response.Headers["ETag"]);
        ApiException e = Refuse<ApiException>(() => _ = response.Value);
        Assert.AreEqual(304, e.Status);
        StringAssert.Contains(e.Message, "the resource has not changed");

        Assert.AreEqual(304, (int)(await client.Pipe.SendAsync(Operations.Request("GET"))).Status);
        Assert.AreEqual(304, (int)(await client.Pipe.SendForTextAsync(Operations.Request("GET"))).Status);
        Assert.AreEqual(304, (int)(await client.Pipe.SendForStreamAsync(Operations.Request("GET"))).Status);
        Assert.AreEqual(304, (int)(await client.Pipe.SendForEventsAsync(Operations.Request("GET"))).Status);
        Assert.AreEqual(304, (int)(await client.Pipe.SendForSequenceAsync<Pet, PetCodec>(Operations.Request("GET"))).Status);
        await client.SendAsync("GET", r => { r.AddPathLiteral("/x"); r.AddHeader(header, value); });
        Assert.AreEqual(1, server.ConnectionCount);
    }

    [TestMethod]
    public async Task Stranger29_a_304_to_a_request_without_a_condition_is_an_error_and_no_redirect()
    {
        var e = await FailAsync<ApiException>(Client(Serve("HTTP/1.1 304 Not Modified\r\n\r\n")).GetAsync());
        Assert.AreEqual(304, e.Status);
        Assert.DoesNotContain("redirect", e.Message);
        StringAssert.Contains(e.Message, "304 (Not Modified) to a request without a condition");
    }

    [TestMethod]
    public async Task Stranger29_a_304_that_the_document_describes_is_a_response_without_a_condition()
    {
        RawServer server = Serve("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\nContent-Length: 50000000\r\n\r\n");
        TestClient client = Client(server);
        ApiRequest Request()
        {
            var request = new ApiRequest(
                new ApiOperation("Pets_Do", "GET", "/pets/{petId}") { ReturnsNotModified = true, Security = [["key"]] });
            request.AddPathLiteral("/pets/7");
            return request;
        }

        ApiResponse<Pet> response = await client.Pipe.SendAsync<Pet, PetCodec>(Request());

        Assert.AreEqual(304, response.Status);
        Assert.AreEqual("\"x\"", response.Headers["ETag"]);
        Assert.AreEqual(304, Refuse<ApiException>(() => _ = response.Value).Status);
        Assert.AreEqual(304, (int)(await client.Pipe.SendForTextAsync(Request())).Status);
        Assert.AreEqual(304, (int)(await client.Pipe.SendAsync(Request())).Status);
        Assert.AreEqual(1, server.ConnectionCount);
    }

    [TestMethod]
    public async Task Stranger29_a_redirect_is_still_called_one()
    {
        var e = await FailAsync<ApiException>(Client(Serve("HTTP/1.1 302 Found\r\nLocation: /y\r\nContent-Length: 0\r\n\r\n")).GetAsync());
        StringAssert.Contains(e.Message, "a redirect, which is not followed");
    }

    [TestMethod]
    [DataRow("values")]
    [DataRow("stream")]
    [DataRow("nothing")]
    [DataRow("json")]
    public async Task Stranger30_a_change_of_the_protocol_ends_at_once(string kind)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        RawServer server = Serve(async x =>
        {
            await x.SendAsync("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n");
            await x.HangAsync();
            closed.TrySetResult();
        });

        // Time stands still: a wait for its end would not come back.
        TestClient client = Client(server, Untimed());
        Task call = kind switch
        {
            "values" => client.ReadValuesAsync(),
            "stream" => client.ReadAllAsync(),
            "nothing" => client.Pipe.SendAsync(Operations.Request("GET")),
            _ => client.GetAsync(),
        };
        var e = await FailAsync<ApiException>(call);
        Assert.AreEqual(101, e.Status);
        StringAssert.Contains(e.Message, "answered 101 (Switching Protocols), a change to another protocol");
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.HasCount(1, server.Requests);
    }

    private static Task SendAsync(RawExchange exchange, string type, byte[] body, int status = 200)
    {
        string head = $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n";
        return exchange.SendAsync([.. Encoding.ASCII.GetBytes(head), .. body]);
    }

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> values)
    {
        int count = 0;
        await foreach (T _ in values)
        {
            count++;
        }

        return count;
    }
}
