using OgGen.Generated;

namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class FormTests
{
    private static async Task<RawRequest> SendAsync(Action<ApiRequest> build)
    {
        await using var server = new RawServer(Given.Pet);
        using var client = new TestClient(server.Address);
        await client.SendAsync("POST", r => { r.AddPathLiteral("/x"); build(r); });
        return server.Requests.Single();
    }

    [TestMethod]
    public async Task Form_fields_are_encoded_like_a_query()
    {
        RawRequest request = await SendAsync(r =>
        {
            ApiForm form = r.SetFormBody();
            form.AddField("a b", "c&d");
            form.AddField("none", (string?)null);
            form.AddField("e", "+ü");
            form.AddField("list", ["1", "2,3"]);
            form.AddField("piped", ["1", "2"], ParameterStyle.PipeDelimited, explode: false);
            form.AddField("empty", ApiText.FormatList<string>([]));
            form.AddField("object", ApiText.FormatMap(new Dictionary<string, int> { ["k"] = 1, ["l"] = 2 }), ParameterStyle.DeepObject);
            form.AddField("flat", ApiText.FormatMap(new Dictionary<string, int> { ["k"] = 1 }), explode: false);
        });
        Assert.AreEqual("a%20b=c%26d&e=%2B%C3%BC&list=1&list=2%2C3&piped=1%7C2&object%5Bk%5D=1&object%5Bl%5D=2&flat=k,1", request.Text);
        Assert.AreEqual("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.AreEqual("94", request.Header("Content-Length"));
    }

    [TestMethod]
    public async Task A_form_without_fields_is_an_empty_body()
    {
        RawRequest request = await SendAsync(r => r.SetFormBody().AddField("none", (string?)null));
        Assert.AreEqual("", request.Text);
        Assert.AreEqual("application/x-www-form-urlencoded", request.Header("Content-Type"));
    }

    [TestMethod]
    public void A_form_refuses_half_a_character()
    {
        ApiForm form = new ApiRequest(Operations.Pet("POST")).SetFormBody();
        Assert.ThrowsExactly<ArgumentException>(() => form.AddField("a", "\ud800"));
        Assert.ThrowsExactly<ArgumentException>(() => form.AddField("a", ["\ud800"]));
        Assert.ThrowsExactly<ArgumentException>(() => form.AddField("\udc00", "a"));
    }

    [TestMethod]
    public async Task The_parts_of_a_multipart_body_arrive_in_order()
    {
        using var stream = new MemoryStream("-content"u8.ToArray()) { Position = 1 };
        RawRequest request = await SendAsync(r =>
        {
            ApiMultipart parts = r.SetMultipartBody();
            parts.AddText("text", "a\r\nü");
            parts.AddText("none", (string?)null);
            parts.AddText("tag", ["1", "2"], "text/csv");
            parts.AddJson<Pet, PetCodec>(
                "pet", new Pet("é"), headers: [new("X-Rate", "1"), new("X-None", null), new("content-type", "evil")]);
            parts.AddJsonItems<Pet, PetCodec>("more", [new Pet("a")], "application/vnd.pet+json");
            parts.AddBytes("bytes", [0, 255]);
            parts.AddFile("file", new ApiFile(stream, "dir/grüße.png", "image/png"));
            parts.AddFile("files", [new ApiFile("x"u8.ToArray(), "x.txt")], "text/plain");
        });
        string type = request.Header("Content-Type")!;
        StringAssert.StartsWith(type, "multipart/form-data; boundary=");
        string boundary = type[(type.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.AreEqual(request.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), request.Header("Content-Length"));
        string expected = """
            --B
            Content-Disposition: form-data; name="text"

            a
            ü
            --B
            Content-Disposition: form-data; name="tag"
            Content-Type: text/csv

            1
            --B
            Content-Disposition: form-data; name="tag"
            Content-Type: text/csv

            2
            --B
            Content-Disposition: form-data; name="pet"
            Content-Type: application/json
            X-Rate: 1

            {"name":"é","mode":"Request"}
            --B
            Content-Disposition: form-data; name="more"
            Content-Type: application/vnd.pet+json

            {"name":"a","mode":"Request"}
            --B
            Content-Disposition: form-data; name="bytes"
            Content-Type: application/octet-stream

            ÿ
            --B
            Content-Disposition: form-data; name="file"; filename="grüße.png"
            Content-Type: image/png

            content
            --B
            Content-Disposition: form-data; name="files"; filename="x.txt"
            Content-Type: text/plain

            x
            --B--

            """;
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(expected.ReplaceLineEndings("\r\n")
            .Replace("B\r\n", boundary + "\r\n", StringComparison.Ordinal)
            .Replace("--B--", $"--{boundary}--", StringComparison.Ordinal));
        int mark = bytes.AsSpan().IndexOf("ÿ"u8);
        byte[] whole = [.. bytes[..mark], 0, 255, .. bytes[(mark + 2)..]];
        Assert.AreEqual(Convert.ToHexString(whole), Convert.ToHexString(request.Body));
    }

    [TestMethod]
    public async Task A_multipart_body_without_parts_ends_at_once()
    {
        RawRequest request = await SendAsync(r => r.SetMultipartBody("multipart/mixed"));
        string boundary = request.Header("Content-Type")!["multipart/mixed; boundary=".Length..];
        Assert.AreEqual($"--{boundary}--\r\n", request.Text);
    }

    [TestMethod]
    public async Task Two_requests_have_different_boundaries()
    {
        RawRequest one = await SendAsync(r => r.SetMultipartBody());
        RawRequest two = await SendAsync(r => r.SetMultipartBody());
        Assert.AreNotEqual(one.Header("Content-Type"), two.Header("Content-Type"));
    }

    [TestMethod]
    [DataRow("/etc/passwd", "passwd")]
    [DataRow(@"C:\x\y.txt", "y.txt")]
    [DataRow("../../x", "x")]
    [DataRow("a.tar.gz", "a.tar.gz")]
    public void A_file_has_a_name_without_directories(string path, string name)
        => Assert.AreEqual(name, new ApiFile([], path).FileName);

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow(".")]
    [DataRow("a/..")]
    [DataRow("a/")]
    public void A_file_needs_a_name(string path)
    {
        Assert.ThrowsExactly<ArgumentException>(() => new ApiFile([], path));
        Assert.ThrowsExactly<ArgumentException>(() => new ApiFile(Stream.Null, path));
    }

    [TestMethod]
    public void A_file_name_refuses_half_a_character()
        => Assert.ThrowsExactly<ArgumentException>(() => new ApiFile([], "\ud800"));

    [TestMethod]
    public void A_request_has_one_body()
    {
        var request = new ApiRequest(Operations.Pet("POST"));
        request.SetFormBody();
        Assert.ThrowsExactly<InvalidOperationException>(() => request.SetMultipartBody());
    }
}
