using OgGen.Tests.Shared;

namespace OgGen.Package.Tests.Browser;

/// <summary>Serves the files of a page, the service that it calls, and what the page wants to know of the service.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly RawServer _server;
    private readonly RawServer _other;
    private readonly ShopService _shop = new();
    private readonly string[] _folders;
    private readonly TaskCompletionSource<string> _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="folders">The folders with the page's files.</param>
    public PageServer(params string[] folders)
    {
        _folders = folders;
        _server = new RawServer(AnswerAsync);
        _other = new RawServer(exchange => OtherOrigin.AnswerAsync(exchange, _server.Address));
    }

    public Uri Address => _server.Address;

    /// <summary>What the page says at its end.</summary>
    public Task<string> Said => _said.Task;

    /// <summary>Everything that the page asked of the service.</summary>
    public IReadOnlyList<RawRequest> Calls
        => [.. _server.Requests.Where(static request => request.Target.StartsWith("/api/", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _other.DisposeAsync();
    }

    private async Task AnswerAsync(RawExchange exchange)
    {
        string path = exchange.Request.Target.Split('?')[0];
        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            await _shop.AnswerAsync(exchange, path["/api/".Length..]);
        }
        else if (path.StartsWith("/state/", StringComparison.Ordinal))
        {
            string asked = path["/state/".Length..];
            string text = asked == "other" ? _other.Address.ToString() : await _shop.StateAsync(asked);
            await exchange.SendAsync(RawServer.Answer(200, text, "Content-Type: text/plain\r\n"));
        }
        else if (path == "/results")
        {
            await exchange.SendAsync("HTTP/1.1 204 No Content\r\n\r\n");
            _said.TrySetResult(exchange.Request.Text);
        }
        else
        {
            await SendFileAsync(exchange, path == "/" ? "index.html" : path[1..]);
        }
    }

    private async Task SendFileAsync(RawExchange exchange, string path)
    {
        string? file = _folders.Select(folder => Path.GetFullPath(Path.Combine(folder, path))).FirstOrDefault(File.Exists);
        if (file is null)
        {
            await exchange.SendAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            return;
        }

        byte[] bytes = await File.ReadAllBytesAsync(file);
        string cookie = path == "index.html" ? "Set-Cookie: session=of the browser\r\n" : "";
        await exchange.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: {TypeOf(file)}\r\n{cookie}Content-Length: {bytes.Length}\r\n\r\n");
        await exchange.SendAsync(bytes);
    }

    private static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html",
        ".js" => "text/javascript",
        ".json" => "application/json",
        ".wasm" => "application/wasm",
        _ => "application/octet-stream",
    };
}
