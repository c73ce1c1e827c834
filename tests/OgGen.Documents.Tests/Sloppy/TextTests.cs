using System.Text;
using OgGen.Documents.Sloppy;

namespace OgGen.Documents.Tests.Sloppy;

/// <summary>Responses of another content type than JSON, and without a body.</summary>
[TestClass]
public sealed class TextTests
{
    [TestMethod]
    [DataRow("text/plain; charset=utf-8", "hello", "hello", "hello", "hello")]
    [DataRow("TEXT/CSV", "a,b", "a,b", "a,b", "a,b")]
    [DataRow("application/json", "\"hello\"", "hello", "hello", "hello")]
    [DataRow("application/problem+json", "\"hello\"", "hello", "hello", "hello")]
    [DataRow("text/json", "\"hello\"", "hello", "hello", "hello")]
    [DataRow("text/plain", "\"hello\"", "\"hello\"", "\"hello\"", "hello")]
    [DataRow("text/plain", "42", "42", "42", "42")]
    [DataRow("text/plain", "null", "null", "null", "null")]
    [DataRow("application/xml", "<a/>", "<a/>", "<a/>", "<a/>")]
    [DataRow("application/json", "", null, null, null)]
    [DataRow("application/json", "hello", null, null, null)]
    [DataRow("text/html", "<html>log in</html>", null, null, null)]
    [DataRow("image/png", "hello", null, null, null)]
    public async Task The_content_type_of_a_response_says_how_a_string_is_written(
        string type, string body, string? any, string? several, string? json)
    {
        await using var server = new RawServer(RawServer.Answer(200, body, $"Content-Type: {type}\r\n"));
        using var client = new SloppyClient(server.Address);

        await Check(any, client.Texts.AnyAsync());
        await Check(several, client.Texts.SeveralAsync());
        await Check(json, client.Texts.JsonAsync());

        static async Task Check(string? expected, Task<string> call)
        {
            if (expected is not null)
            {
                Assert.AreEqual(expected, await call);
            }
            else
            {
                await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => call);
            }
        }
    }

    [TestMethod]
    public async Task Text_is_any_value_that_JSON_writes_as_a_string_and_no_other_one()
    {
        string body = "0f8fad5b-d9cb-469f-a165-70867728950e";
        await using var server = new RawServer(exchange => exchange.SendAsync(RawServer.Answer(200, body, "Content-Type: text/plain\r\n")));
        using var client = new SloppyClient(server.Address);

        Assert.AreEqual(new Guid(body), await client.Texts.UuidAsync());
        await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.Nothing.RequiredAsync());
        await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.Texts.WhateverAsync());
        body = "two";
        Assert.AreEqual(Kind.Two, await client.Texts.KindAsync());
        await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.Texts.UuidAsync());
        body = "42";
        Assert.AreEqual(42, await client.Texts.NumberAsync());
    }

    [TestMethod]
    public async Task Text_is_asked_for_where_the_document_has_it_for_one_value()
    {
        await using var server = new RawServer(RawServer.Answer(200, "1", "Content-Type: application/json\r\n"));
        using var client = new SloppyClient(server.Address);

        await client.Texts.NumberAsync();
        await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.Texts.SeveralAsync());

        CollectionAssert.AreEqual(
            new[] { "application/json, text/plain", "application/json, text/json, text/plain" },
            server.Requests.Select(static request => request.Header("Accept")).ToArray());
    }

    [TestMethod]
    public async Task An_error_that_is_text_is_the_error_that_the_document_describes()
    {
        await using var server = new RawServer(RawServer.Answer(400, "no such thing", "Content-Type: text/plain\r\n"));
        using var client = new SloppyClient(server.Address);

        var error = await Assert.ThrowsExactlyAsync<ApiException<string>>(() => client.Texts.SeveralAsync());

        Assert.AreEqual("no such thing", error.Error);
    }

    [TestMethod]
    public async Task Text_has_the_charset_and_the_mark_that_it_names()
    {
        byte[] body = [.. Encoding.Latin1.GetBytes("grüße")];
        string type = "text/plain; charset=iso-8859-1";
        await using var server = new RawServer(exchange => exchange.SendAsync(Bytes()));
        using var client = new SloppyClient(server.Address);

        Assert.AreEqual("grüße", await client.Texts.JsonAsync());
        body = [0xEF, 0xBB, 0xBF, .. "grüße"u8];
        type = "text/plain";
        Assert.AreEqual("grüße", await client.Texts.JsonAsync());
        body = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("\"grüße\"")];
        type = "application/json";
        Assert.AreEqual("grüße", await client.Texts.JsonAsync());

        byte[] Bytes()
            => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];
    }

    [TestMethod]
    [DataRow(204, null)]
    [DataRow(205, null)]
    [DataRow(200, "")]
    [DataRow(200, " \r\n")]
    [DataRow(200, "\uFEFF")]
    [DataRow(200, "null")]
    public async Task No_body_is_null_where_null_is_a_value_and_else_an_error_that_says_so(int status, string? body)
    {
        await using var server = new RawServer(body is null
            ? $"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n"
            : RawServer.Answer(status, body, "Content-Type: application/json\r\n"));
        using var client = new SloppyClient(server.Address);

        Assert.IsNull(await client.Nothing.OptionalAsync());
        Assert.IsNull((await client.Nothing.OptionalWithResponseAsync()).Value);
        Assert.IsNull(await client.Nothing.ListAsync());
        Assert.IsNull(await client.Nothing.CountAsync());
        var error = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => client.Nothing.RequiredAsync());
        Assert.Contains(body == "null" ? "found null" : "without the body", error.Message);
    }
}
