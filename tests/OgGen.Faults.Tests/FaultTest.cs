using OgGen.Generated;

namespace OgGen.Faults.Tests;

/// <summary>
/// The base of all faults. While a test runs, a canary listens for the client's key: in exceptions, the log at Trace, activities, metrics
/// and .NET's own events. Afterwards it looks into the clients and their settings, as a debugger and a serializer do. It must have found
/// nothing, although every server that was called has got the key.
/// </summary>
public abstract class FaultTest : IAsyncDisposable
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(20);

    private readonly KeyCanary _canary;
    private readonly List<RawServer> _servers = [];
    private readonly List<IDisposable> _clients = [];
    private readonly List<ApiClientOptions> _options = [];

    protected FaultTest()
        : this(TestClient.Key)
    {
    }

    private protected FaultTest(string key)
    {
        Key = key;
        _canary = new KeyCanary(key);
    }

    /// <summary>The key that every request has, and nobody hears of.</summary>
    private protected string Key { get; }

    private protected ManualTimeProvider Time { get; } = new();

    private protected KeyCanary Canary => _canary;

    [TestCleanup]
    public void The_key_was_sent_and_is_nowhere_else()
    {
        foreach (ApiClient client in _clients.OfType<ApiClient>())
        {
            _canary.See(client);
        }

        foreach (ApiClientOptions options in _options)
        {
            _canary.See(new ApiClientConfiguration { Credential = ApiCredential.Bearer("key", Key), Options = options });
        }

        _canary.AssertSilent(IsDocumented);
        foreach (RawServer server in _servers)
        {
            foreach (RawRequest request in server.Requests.Where(r => r.Method != "CONNECT"))
            {
                string head = request.Target + string.Concat(request.Headers.Select(h => h.Value));
                StringAssert.Contains(head, Key);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (IDisposable client in _clients)
        {
            client.Dispose();
        }

        foreach (RawServer server in _servers)
        {
            await server.DisposeAsync();
        }

        _canary.Dispose();
    }

    /// <summary>Whether a leak is one that the documentation tells of, because .NET leaves no way round it.</summary>
    private protected virtual bool IsDocumented(string leak) => false;

    private protected RawServer Serve(params string[] answers) => Keep(new RawServer(answers));

    private protected RawServer Serve(Func<RawExchange, Task> answer) => Keep(new RawServer(answer));

    /// <summary>A server that sends some bytes and ends the connection.</summary>
    private protected RawServer ServeAndClose(string answer) => Serve(async x =>
    {
        await x.SendAsync(answer);
        x.Close();
    });

    /// <summary>Nothing is repeated, and time is real.</summary>
    private protected ApiClientOptions Once() => Watched(Given.NoRetry());

    /// <summary>Everything is as by default, but time stands still, and nothing is limited.</summary>
    private protected ApiClientOptions Untimed() => Watched(Given.Untimed(Time));

    private protected ApiClientOptions Watched(ApiClientOptions options)
    {
        options.Observers = _canary.Observers;
        _options.Add(options);
        return options;
    }

    private protected TestClient Client(RawServer server, ApiClientOptions? options = null)
        => Keep(new TestClient(server.Address, options ?? Once()));

    private protected TestClient Client(Uri address, ApiClientOptions? options = null) => Keep(new TestClient(address, options ?? Once()));

    /// <summary>A client as a user might make it, but for the proxy of the environment, which has tests of its own.</summary>
    private protected HttpClient UserClient() => Keep(new HttpClient(new SocketsHttpHandler { UseProxy = false }));

    private protected T Keep<T>(T client)
        where T : IDisposable
    {
        _clients.Add(client);
        return client;
    }

    /// <summary>Waits for an exception of just this type, and shows it to the canary.</summary>
    private protected async Task<T> FailAsync<T>(Task call)
        where T : Exception
    {
        T e = await Assert.ThrowsExactlyAsync<T>(() => call.WaitAsync(s_soon));
        _canary.See(e);
        return e;
    }

    /// <summary>Waits for an exception of this type or a derived one, and shows it to the canary.</summary>
    private protected async Task<T> FailAnyAsync<T>(Task call)
        where T : Exception
    {
        T e = await Assert.ThrowsAsync<T>(() => call.WaitAsync(s_soon));
        _canary.See(e);
        return e;
    }

    /// <summary>One attempt that must fail so.</summary>
    private protected Task<T> FailAsync<T>(
        RawServer server, string method = "GET", ApiClientOptions? options = null, Action<ApiRequest>? build = null)
        where T : Exception
        => FailAsync<T>(Client(server, options).SendAsync(method, build));

    /// <summary>A call with the retries of the defaults that must fail so; every wait passes at once.</summary>
    private protected async Task<T> FailAfterRetriesAsync<T>(
        RawServer server, string method = "GET", ApiClientOptions? options = null, Action<ApiRequest>? build = null)
        where T : Exception
    {
        Task<ApiResponse<Pet>> call = Client(server, options ?? Untimed()).SendAsync(method, build);
        return await FailAsync<T>(Time.DriveAsync(call));
    }

    /// <summary>A call must be refused before it is made.</summary>
    private protected T Refuse<T>(Action action)
        where T : Exception
    {
        T e = Assert.Throws<T>(action);
        _canary.See(e);
        return e;
    }

    /// <summary>The headers of a request, but for the trace's, which is another one for each request.</summary>
    private protected static string HeadersOf(RawRequest request)
        => string.Join('\n', request.Headers.Where(h => h.Key != "traceparent").Select(h => $"{h.Key}: {h.Value}"));

    private RawServer Keep(RawServer server)
    {
        _servers.Add(server);
        return server;
    }
}
