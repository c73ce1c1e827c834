using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OgGen.Tests.Shared;

/// <summary>
/// An HTTP/1.1 server on the loopback address whose answers a test writes byte by byte; it knows no rule that it could
/// enforce on them. It records what it received.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawExchange, Task> _answer;
    private readonly List<RawRequest> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _connectionCount;
    private int _disposed;

    /// <param name="answer">Answers one request. When it returns, the next request on the connection is read.</param>
    public RawServer(Func<RawExchange, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>A server whose answers are these texts, one for each request; the last one is repeated.</summary>
    public RawServer(params string[] answers)
        : this(exchange => exchange.SendAsync(answers[Math.Min(exchange.Number, answers.Length - 1)]))
    {
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public int ConnectionCount => Volatile.Read(ref _connectionCount);

    public IReadOnlyList<RawRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>An answer with a length, and JSON unless the headers say otherwise.</summary>
    public static string Answer(int status, string body, string headers = "")
        => $"HTTP/1.1 {status} Whatever\r\n"
            + (headers.Contains("Content-Type", StringComparison.OrdinalIgnoreCase) ? "" : "Content-Type: application/json\r\n")
            + $"{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    /// <summary>Waits until so many requests were read whole.</summary>
    public async Task WaitForRequestsAsync(int count)
    {
        while (true)
        {
            Task received;
            lock (_requests)
            {
                if (_requests.Count >= count)
                {
                    return;
                }

                received = _received.Task;
            }

            await received.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        Task[] connections;
        lock (_connections)
        {
            connections = [.. _connections];
        }

        await Task.WhenAll(connections);
        _stop.Dispose();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connectionCount);
                lock (_connections)
                {
                    _connections.Add(ServeAsync(client));
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient _ = client;
        try
        {
            client.NoDelay = true;
            NetworkStream stream = client.GetStream();
            while (await RawRequest.ReadAsync(stream, _stop.Token) is { } request)
            {
                int number;
                lock (_requests)
                {
                    number = _requests.Count;
                    _requests.Add(request);
                    TaskCompletionSource received = _received;
                    _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
                    received.SetResult();
                }

                var exchange = new RawExchange(client, request, number, _stop.Token);
                await _answer(exchange);
                if (exchange.IsClosed)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client went away, or the server was stopped.
        }
    }
}

/// <summary>One request as it came over the wire.</summary>
internal sealed record RawRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The value of a header that stands there once; <see langword="null"/> when it is missing.</summary>
    public string? Header(string name)
    {
        string[] values = [.. Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)];
        return values.Length <= 1 ? values.FirstOrDefault() : throw new InvalidOperationException($"{name} stands {values.Length} times.");
    }

    public static async Task<RawRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        byte[] one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        string[] lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] first = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(l => l.Split(':', 2)).Select(p => KeyValuePair.Create(p[0], p[1].TrimStart(' '))).ToList();
        var request = new RawRequest(first[0], first[1], headers, []);
        if (request.Header("Transfer-Encoding") == "chunked")
        {
            return request with { Body = await ReadChunksAsync(stream, cancellationToken) };
        }

        byte[] body = new byte[int.Parse(request.Header("Content-Length") ?? "0", System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return request with { Body = body };
    }

    private static async Task<byte[]> ReadChunksAsync(Stream stream, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        while (true)
        {
            string line = "";
            byte[] one = new byte[1];
            while (!line.EndsWith("\r\n", StringComparison.Ordinal))
            {
                await stream.ReadExactlyAsync(one, cancellationToken);
                line += (char)one[0];
            }

            int size = Convert.ToInt32(line.Trim(), 16);
            byte[] chunk = new byte[size + 2];
            await stream.ReadExactlyAsync(chunk, cancellationToken);
            if (size == 0)
            {
                return body.ToArray();
            }

            body.Write(chunk, 0, size);
        }
    }

    private static bool EndsHead(List<byte> head)
        => head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';
}

/// <summary>A request and the connection to answer it on.</summary>
internal sealed class RawExchange(TcpClient client, RawRequest request, int number, CancellationToken stopped)
{
    public RawRequest Request => request;

    /// <summary>How many requests the server had received before this one.</summary>
    public int Number => number;

    /// <summary>Cancelled when the server stops.</summary>
    public CancellationToken Stopped => stopped;

    public bool IsClosed { get; private set; }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        await client.GetStream().WriteAsync(bytes, stopped);
        await client.GetStream().FlushAsync(stopped);
    }

    /// <summary>Ends the connection in an orderly way.</summary>
    public void Close()
    {
        IsClosed = true;
        client.Close();
    }

    /// <summary>Ends the connection with RST.</summary>
    public void Reset()
    {
        client.Client.LingerState = new LingerOption(true, 0);
        Close();
    }

    /// <summary>Says nothing more until the client goes away or the server stops.</summary>
    public async Task HangAsync()
    {
        _ = await client.GetStream().ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, stopped);
        IsClosed = true;
    }
}
