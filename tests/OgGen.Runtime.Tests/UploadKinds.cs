using System.Text;
using OgGen.Generated;

namespace OgGen.Runtime.Tests;

/// <summary>A kind of body: how a call gets it, and the bytes that must arrive.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="CanRepeat">Whether it can be sent twice.</param>
/// <param name="Build">Gives a request the body; the same one for every call.</param>
/// <param name="Expected">The bytes, for the boundary that the request has.</param>
internal sealed record UploadKind(string Name, bool CanRepeat, Action<ApiRequest> Build, Func<string, byte[]> Expected)
{
    /// <summary>All kinds, each with content of its own.</summary>
    public static IReadOnlyList<UploadKind> All(Random random)
    {
        byte[] bytes = new byte[random.Next(1, 40_000)];
        random.NextBytes(bytes);
        int start = random.Next(bytes.Length);
        byte[] rest = bytes[start..];
        string text = string.Concat(Enumerable.Repeat("grüße 😀 ", random.Next(1, 500)));
        MemoryStream Standing() => new(bytes) { Position = start };
        var file = new ApiFile(Standing(), "a.bin");
        var one = new ApiFile(new ForwardStream(bytes), "one.bin");
        MemoryStream seekable = Standing();
        MemoryStream shared = Standing();
        var forward = new ForwardStream(bytes);
        return
        [
            new("json", true, r => r.SetJsonBody<Pet, PetCodec>(new Pet("Rex")), _ => Utf8("""{"name":"Rex","mode":"Request"}""")),
            new("json lines", true, r => r.SetJsonSequenceBody<Pet, PetCodec>([new Pet("a"), new Pet("b")]), _ => Utf8(
                "{\"name\":\"a\",\"mode\":\"Request\"}\n{\"name\":\"b\",\"mode\":\"Request\"}\n")),
            new("text", true, r => r.SetTextBody(text), _ => Utf8(text)),
            new("bytes", true, r => r.SetBytesBody(bytes), _ => bytes),
            new("form", true, r => r.SetFormBody().AddField("a", text), _ => Utf8("a=" + Uri.EscapeDataString(text))),
            new("stream", true, r => r.SetStreamBody(seekable), _ => rest),
            new("stream that cannot seek", false, r => r.SetStreamBody(forward), _ => bytes),
            new(
                "file of bytes",
                true,
                r => r.SetMultipartBody().AddFile("f", new ApiFile(bytes, "b.bin")),
                b => Parts(b, ("b.bin", bytes))),
            new("file of a stream", true, r => r.SetMultipartBody().AddFile("f", file), b => Parts(b, ("a.bin", rest))),
            new("file that cannot seek", false, r => r.SetMultipartBody().AddFile("f", one), b => Parts(b, ("one.bin", bytes))),
            new("two files of one stream", true, r =>
            {
                ApiMultipart parts = r.SetMultipartBody();
                parts.AddFile("f", new ApiFile(shared, "x.bin"));
                parts.AddFile("f", new ApiFile(shared, "y.bin"));
            }, b => Parts(b, ("x.bin", rest), ("y.bin", rest))),
            new("parts of all kinds", true, r =>
            {
                ApiMultipart parts = r.SetMultipartBody();
                parts.AddFile("f", file);
                parts.AddFile("f", new ApiFile(bytes, "b.bin"));
                parts.AddFile("f", file);
            }, b => Parts(b, ("a.bin", rest), ("b.bin", bytes), ("a.bin", rest))),
        ];
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Parts(string boundary, params (string FileName, byte[] Content)[] files)
    {
        var body = new MemoryStream();
        foreach ((string fileName, byte[] content) in files)
        {
            body.Write(Utf8($"--{boundary}\r\nContent-Disposition: form-data; name=\"f\"; filename=\"{fileName}\"\r\n"));
            body.Write(Utf8("Content-Type: application/octet-stream\r\n\r\n"));
            body.Write(content);
            body.Write(Utf8("\r\n"));
        }

        body.Write(Utf8($"--{boundary}--\r\n"));
        return body.ToArray();
    }
}
