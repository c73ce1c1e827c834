using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using OgGen.Tests.Shared;

namespace OgGen.Package.Tests.Browser;

/// <summary>The service of <c>shop.yaml</c>, with what a page must cope with.</summary>
internal sealed class ShopService
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _events = new();
    private int _busy;

    /// <summary>Answers a call.</summary>
    /// <param name="exchange">The call.</param>
    /// <param name="path">Its path below the service.</param>
    public async Task AnswerAsync(RawExchange exchange, string path)
    {
        string name = Uri.UnescapeDataString(path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        string text = exchange.Request.Text;
        switch (path.Split('/')[0])
        {
            case "things" when exchange.Request.Method == "PUT":
                await exchange.SendAsync(RawServer.Answer(200, text));
                break;
            case "things":
                await SendThingAsync(exchange, name);
                break;
            case "files" when exchange.Request.Method == "POST":
                await SendTextAsync(exchange, Shown(exchange.Request));
                break;
            case "files" when exchange.Request.Method == "PUT":
                byte[] body = exchange.Request.Body;
                await SendTextAsync(exchange, FormattableString.Invariant($"{body.Length}+{body[0]}"));
                break;
            case "files":
                await exchange.SendAsync(
                    $"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: {Large.Length}\r\n\r\n");
                await exchange.SendAsync(Large);
                break;
            case "events":
                await SendEventsAsync(exchange, name);
                break;
            case "lines":
                await BeginAsync(exchange, "application/jsonl");
                await SendChunkAsync(exchange, "{\"name\":\"first\"}\n");
                await Event("seen/first").Task.WaitAsync(exchange.Stopped);
                await SendChunkAsync(exchange, "{\"name\":\"second\"}\n");
                await exchange.SendAsync("0\r\n\r\n");
                break;
            default:
                await SendTextAsync(exchange, $"{exchange.Request.Method} {exchange.Request.Header("Cookie")}");
                break;
        }
    }

    /// <summary>Tells the page what has happened to a call, or takes what the page says about one.</summary>
    public async Task<string> StateAsync(string name)
    {
        switch (name.Split('/')[0])
        {
            case "seen":
                Event(name).TrySetResult();
                return "";
            case "arrived" or "left":
                await Event(name).Task;
                return name;
            case "closed":
                return $"http://127.0.0.1:{ClosedPort()}/";
            default:
                return "token-1";
        }
    }

    /// <summary>Sends a thing with its coding as its name, and in that coding.</summary>
    public static async Task SendCompressedAsync(RawExchange exchange, string coding, string headers = "")
    {
        byte[] plain = Encoding.UTF8.GetBytes($$"""{"name":"{{coding}}"}""");
        (string? name, byte[] body) = coding switch
        {
            "gzip" => ("gzip", Gzip(plain)),
            "deflate" => ("deflate", Deflate(plain)),
            "br" => ("br", Compress(plain, static stream => new BrotliStream(stream, CompressionLevel.Optimal))),
            "zstd" => ("zstd", Zstandard(plain)),
            "twice" => ("deflate, gzip", Gzip(Deflate(plain))),
            _ => ((string?)null, plain),
        };
        string encoding = name is null ? "" : $"Content-Encoding: {name}\r\n";
        await exchange.SendAsync(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}{encoding}Content-Length: {body.Length}\r\n\r\n");
        await exchange.SendAsync(body);
    }

    private static byte[] Large { get; } = [.. Enumerable.Range(0, 300_000).Select(static i => (byte)i)];

    private async Task SendThingAsync(RawExchange exchange, string name)
    {
        if (name.StartsWith("hang-", StringComparison.Ordinal))
        {
            await HangAsync(exchange, name);
            return;
        }

        switch (name)
        {
            case "headers":
                RawRequest request = exchange.Request;
                string key = request.Header("X-Key") ?? request.Header("Authorization") ?? "none";
                bool ours = request.Header("User-Agent")!.Contains("OgGen", StringComparison.Ordinal);
                string given = request.Header("X-Given") ?? "nothing";
                await exchange.SendAsync(RawServer.Answer(200, $$"""{"name":"key {{key}}, given {{given}}, our agent {{ours}}"}"""));
                break;
            case "missing":
                await exchange.SendAsync(RawServer.Answer(404, """{"reason":"sold"}"""));
                break;
            case "moved":
                await exchange.SendAsync("HTTP/1.1 302 Found\r\nLocation: /api/things/elsewhere\r\nContent-Length: 0\r\n\r\n");
                break;
            case "busy" when Interlocked.Increment(ref _busy) < 3:
                await exchange.SendAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
                break;
            case "odd":
                await exchange.SendAsync(RawServer.Answer(200, "odd bytes", "Content-Type: application/json\r\nContent-Encoding: odd\r\n"));
                break;
            case "cut":
                await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"name\":\"");
                exchange.Close();
                break;
            case "long":
                await BeginAsync(exchange, "application/json");
                await SendChunkAsync(exchange, $$"""{"name":"{{new string('a', 100_000)}}"}""");
                await exchange.SendAsync("0\r\n\r\n");
                break;
            default:
                await SendCompressedAsync(exchange, name);
                break;
        }
    }

    private async Task SendEventsAsync(RawExchange exchange, string name)
    {
        await BeginAsync(exchange, "text/event-stream");
        await SendChunkAsync(exchange, name == "broken" ? "data: before\n\n" : "data: one\n\n");
        switch (name)
        {
            case "slow":
                await Event("seen/one").Task.WaitAsync(exchange.Stopped);
                await SendChunkAsync(exchange, "data: two\n\n");
                await exchange.SendAsync("0\r\n\r\n");
                break;
            case "broken":
                await Event("seen/before").Task.WaitAsync(exchange.Stopped);
                exchange.Reset();
                break;
            default:
                await HangAsync(exchange, name);
                break;
        }
    }

    /// <summary>Says nothing more, and notes when the page goes away.</summary>
    private async Task HangAsync(RawExchange exchange, string name)
    {
        Event("arrived/" + name).TrySetResult();
        try
        {
            await exchange.HangAsync();
        }
        finally
        {
            Event("left/" + name).TrySetResult();
        }
    }

    private TaskCompletionSource Event(string name)
        => _events.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private static Task BeginAsync(RawExchange exchange, string type)
        => exchange.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n");

    private static Task SendChunkAsync(RawExchange exchange, string text)
        => exchange.SendAsync(FormattableString.Invariant($"{Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n"));

    /// <summary>A body of several parts on one line, without its random boundary.</summary>
    private static string Shown(RawRequest request)
    {
        string boundary = request.Header("Content-Type")!.Split("boundary=")[1];
        return request.Text.Replace(boundary, "B", StringComparison.Ordinal).Replace("\r\n", "|", StringComparison.Ordinal);
    }

    private static Task SendTextAsync(RawExchange exchange, string text)
        => exchange.SendAsync(RawServer.Answer(200, text, "Content-Type: text/plain\r\n"));

    private static byte[] Gzip(byte[] plain) => Compress(plain, static stream => new GZipStream(stream, CompressionLevel.Optimal));

    private static byte[] Deflate(byte[] plain) => Compress(plain, static stream => new ZLibStream(stream, CompressionLevel.Optimal));

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (Stream stream = open(target))
        {
            stream.Write(plain);
        }

        return target.ToArray();
    }

    /// <summary>A frame of one raw block (RFC 8878, 3.1): .NET has no Zstandard.</summary>
    private static byte[] Zstandard(byte[] plain)
        => [0x28, 0xB5, 0x2F, 0xFD, 0x20, (byte)plain.Length, (byte)((plain.Length << 3) | 1), (byte)(plain.Length >> 5), 0, .. plain];

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
