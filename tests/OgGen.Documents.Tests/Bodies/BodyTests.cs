using System.Text;
using System.Text.Json;
using OgGen.Documents.Bodies;

namespace OgGen.Documents.Tests.Bodies;

/// <summary>Each kind of body as it is sent.</summary>
[TestClass]
public sealed class BodyTests
{
    private static readonly Note s_note = new() { Text = "a b&c", Stars = 5 };

    [TestMethod]
    public async Task Json_is_the_main_body_and_others_have_methods_of_their_own()
    {
        await SendsAsync(c => c.Default.AddNoteAsync(s_note), "application/json", """{"text":"a b&c","stars":5}""");
        await SendsAsync(c => c.Default.AddNoteFromFormAsync(s_note), "application/x-www-form-urlencoded", "text=a%20b%26c&stars=5");
        await SendsAsync(c => c.Default.AddNoteFromTextAsync("é"), "text/plain; charset=utf-8", "é");
        Assert.IsNull(typeof(DefaultClient).GetMethod("AddNoteFromXmlAsync"), "XML says what JSON says already");
    }

    [TestMethod]
    public async Task A_patch_keeps_its_media_type_and_an_optional_body_may_be_left_out()
    {
        await SendsAsync(
            c => c.Default.PatchNoteFromMergePatchAsync(new NoteChange { Text = "x" }), "application/merge-patch+json", """{"text":"x"}""");
        await SendsAsync(c => c.Default.PatchNoteAsync(s_note), "application/json", """{"text":"a b&c","stars":5}""");
        await SendsAsync(c => c.Default.PatchNoteAsync(), null, "");
        await SendsAsync(
            c => c.Default.VendorAsync(s_note), "application/vnd.example.v2+json; charset=utf-8", """{"text":"a b&c","stars":5}""");
    }

    [TestMethod]
    public async Task A_form_follows_its_encoding()
    {
        var form = new FormRequest
        {
            User = "ü",
            Tags = ["a", "b"],
            Csv = ["c", "d"],
            Deep = s_note,
            Json = new Note { Text = "j" },
            List = [1, 2],
            Url = "https://x/?a=b&c",
            Open = true,
        };

        await SendsAsync(
            c => c.Default.FormAsync(form),
            "application/x-www-form-urlencoded",
            "user=%C3%BC&tags=a&tags=b&csv=c,"
                + "d&deep%5Btext%5D=a%20b%26c&deep%5Bstars%5D=5&json=%7B%22text%22%3A%22j%22%7D&list=%5B1%2C2%5D&url=https://x/?a=b%26c&"
                + "open=true");
        await SendsAsync(c => c.Default.OpenFormAsync(new() { ["a"] = 1, ["b"] = 2 }), "application/x-www-form-urlencoded", "a=1&b=2");
        await SendsAsync(c => c.Default.OpenFormAsync(), null, "");
    }

    [TestMethod]
    public async Task A_multipart_body_has_a_parameter_for_each_part()
    {
        RawRequest request = await CallAsync(c => c.Default.UploadAsync(
            7,
            "the title",
            new ApiFile([1, 2], "a.png"),
            idPart: Guid.Empty,
            fileXChecksum: "abc",
            thumbnails: [new ApiFile("t1"u8.ToArray(), "t1"), new ApiFile("t2"u8.ToArray(), "t2", "image/webp")],
            tags: ["x", "y"],
            joined: [1, 2],
            note: new Note { Text = "n" },
            notes: [new Note { Text = "n1" }, new Note { Text = "n2" }],
            scan: new ApiFile("%PDF"u8.ToArray(), "s.pdf"),
            size: new() { Width = 3 },
            notify: true));

        Assert.AreEqual("/uploads/7?notify=true", request.Target);
        string type = request.Header("Content-Type")!;
        Assert.StartsWith("multipart/form-data; boundary=", type);
        string boundary = type["multipart/form-data; boundary=".Length..].Trim('"');
        string[] parts =
        [
            .. Encoding.Latin1.GetString(request.Body)
                .Split("--" + boundary)[1..^1]
                .Select(p => p.Trim('\r', '\n').Replace("\r\n", "|", StringComparison.Ordinal)),
        ];
        string[] expected =
        [
            "Content-Disposition: form-data; name=\"id\"||00000000-0000-0000-0000-000000000000",
            "Content-Disposition: form-data; name=\"title\"||the title",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"|Content-Type: image/png|X-Checksum: abc||\x01\x02",
            "Content-Disposition: form-data; name=\"thumbnails\"; filename=\"t1\"|Content-Type: image/png||t1",
            "Content-Disposition: form-data; name=\"thumbnails\"; filename=\"t2\"|Content-Type: image/webp||t2",
            "Content-Disposition: form-data; name=\"tags\"||x",
            "Content-Disposition: form-data; name=\"tags\"||y",
            "Content-Disposition: form-data; name=\"joined\"||1,2",
            "Content-Disposition: form-data; name=\"note\"|Content-Type: application/vnd.note+json||{\"text\":\"n\"}",
            "Content-Disposition: form-data; name=\"notes\"|Content-Type: application/json||{\"text\":\"n1\"}",
            "Content-Disposition: form-data; name=\"notes\"|Content-Type: application/json||{\"text\":\"n2\"}",
            "Content-Disposition: form-data; name=\"scan\"; filename=\"s.pdf\"|Content-Type: application/pdf||%PDF",
            "Content-Disposition: form-data; name=\"size\"|Content-Type: application/json||{\"width\":3}",
        ];
        CollectionAssert.AreEqual(expected, parts);
    }

    [TestMethod]
    public async Task Parts_that_the_document_does_not_describe_are_added_by_hand()
    {
        RawRequest request = await CallAsync(c => c.Default.AnyPartsAsync(1, parts => parts.AddText("a", "b")));

        Assert.StartsWith("multipart/mixed; boundary=", request.Header("Content-Type")!);
        Assert.Contains("name=\"a\"\r\n\r\nb\r\n", request.Text);
    }

    [TestMethod]
    public async Task Text_and_xml_are_sent_as_they_are()
    {
        await SendsAsync(c => c.Default.PutTextAsync("# ü"), "text/markdown; charset=utf-8", "# ü");
        await SendsAsync(c => c.Default.PutNumberAsync(1.5), "text/plain; charset=utf-8", "1.5");
        await SendsAsync(c => c.Default.PutNumberAsync(), null, "");
        await SendsAsync(c => c.Default.PutXmlAsync("<a/>"), "application/xml", "<a/>");
    }

    [TestMethod]
    public async Task Bytes_are_streamed_with_the_media_type_that_the_caller_chooses_where_it_is_open()
    {
        await SendsAsync(c => c.Default.PutBytesAsync(Bytes("b")), "application/octet-stream", "b");
        await SendsAsync(c => c.Default.PutImageAsync(Bytes("i"), "image/gif"), "image/gif", "i");
        await SendsAsync(c => c.Default.PutOneOfAsync(Bytes("z")), "application/zip", "z");
        await SendsAsync(c => c.Default.PutOneOfAsync(Bytes("g"), "application/gzip"), "application/gzip", "g");
        await SendsAsync(c => c.Default.PutAnyAsync(Bytes("a")), "application/octet-stream", "a");
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => CallAsync(c => c.Default.PutImageAsync(Bytes("i"), "image/gif\r\nX: y")));

        static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
    }

    [TestMethod]
    public async Task Json_values_one_after_another_are_lines_or_records()
    {
        await SendsAsync(
            c => c.Default.PutLinesAsync([new() { Text = "1" }, new() { Text = "2" }]),
            "application/x-ndjson",
            "{\"text\":\"1\"}\n{\"text\":\"2\"}\n");
        await SendsAsync(c => c.Default.PutSequenceAsync([new() { Text = "1" }]), "application/json-seq", "\u001e{\"text\":\"1\"}\n");
        await SendsAsync(c => c.Default.PutSequenceAsync(), null, "");
    }

    [TestMethod]
    public async Task A_body_without_schema_or_media_type_is_json()
    {
        await SendsAsync(c => c.Default.AnythingAsync(JsonElement.Parse("[1]")), "application/json", "[1]");
        await SendsAsync(c => c.Default.WildcardAsync(new Note { Text = "w" }), "application/json", """{"text":"w"}""");
    }

    private static async Task SendsAsync(Func<BodiesClient, Task> call, string? contentType, string body)
    {
        RawRequest request = await CallAsync(call);
        Assert.AreEqual(contentType, request.Header("Content-Type"));
        Assert.AreEqual(body, request.Text);
    }

    private static async Task<RawRequest> CallAsync(Func<BodiesClient, Task> call)
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using var client = new BodiesClient(server.Address, new ApiClientOptions { Retry = { Enabled = false } });
        await call(client);
        return server.Requests.Single();
    }
}
