using System.IO.Compression;

namespace OgGen.Faults.Tests;

/// <summary>Compressed bodies.</summary>
internal static class Coded
{
    /// <param name="bytes">What is compressed.</param>
    /// <param name="kind">The content coding, and which form of it.</param>
    public static byte[] Compress(byte[] bytes, string kind)
    {
        var target = new MemoryStream();
        using (Stream stream = kind.Split(' ')[0] switch
        {
            "gzip" or "x-gzip" => new GZipStream(target, CompressionLevel.Optimal),
            "br" => new BrotliStream(target, CompressionLevel.Optimal),
            _ when kind == "deflate without frame" => new DeflateStream(target, CompressionLevel.Optimal),
            _ when kind == "deflate without frame, stored" => new DeflateStream(target, CompressionLevel.NoCompression),
            _ => new ZLibStream(target, CompressionLevel.Optimal),
        })
        {
            stream.Write(bytes);
        }

        return target.ToArray();
    }

    /// <summary>200 MB of spaces, in gzip.</summary>
    public static byte[] Bomb()
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] spaces = new byte[1_000_000];
            Array.Fill(spaces, (byte)' ');
            for (int i = 0; i < 200; i++)
            {
                gzip.Write(spaces);
            }
        }

        return target.ToArray();
    }

    public static async Task SendAsync(RawExchange exchange, byte[] body, string coding)
    {
        await exchange.SendAsync($"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {body.Length}\r\n\r\n");
        await exchange.SendAsync(body);
    }
}
