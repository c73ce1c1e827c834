using System.Net.ServerSentEvents;
using Microsoft.Extensions.DependencyInjection;
using OgGen;
using Shop;

namespace BrowserPage;

/// <summary>What the page does with the service, each as a line: its name, a tab, and what came of it.</summary>
internal sealed class Checks(IServiceProvider services, HttpClient http)
{
    private static readonly string[] s_codings = ["plain", "gzip", "deflate", "br", "zstd", "twice"];

    private readonly Uri _address = http.BaseAddress!;
    private ShopClient? _client;

    /// <summary>A client with a transport of its own.</summary>
    private ShopClient Own => _client ??= Client();

    public async IAsyncEnumerable<string> RunAsync()
    {
        foreach ((string name, Func<Task<string>> check) in Transports().Concat(Calls()).Concat(Streams()).Concat(Refusals()))
        {
            yield return $"{name}\t{await TryAsync(check)}";
        }
    }

    public async Task ReportAsync(IEnumerable<string> lines)
    {
        using var body = new StringContent(string.Join('\n', lines));
        using HttpResponseMessage response = await http.PostAsync("results", body);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<string> TryAsync(Func<Task<string>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}";
        }
    }

    /// <summary>The same calls through everything that can send.</summary>
    private IEnumerable<(string Name, Func<Task<string>> Check)> Transports()
    {
        (string, Func<ShopClient>)[] clients =
        [
            ("own", () => Own),
            ("registered", services.GetRequiredService<ShopClient>),
            ("HttpClient", () => Client(options => options.HttpClient = http)),
            ("handler", () => Client(options => options.Handler = new Reporting())),
        ];
        foreach ((string transport, Func<ShopClient> client) in clients)
        {
            foreach (string name in (string[])[.. s_codings, "headers", "moved"])
            {
                yield return ($"{transport} {name}", async () => (await client().Things.GetThingAsync(name)).Name);
            }
        }
    }

    private IEnumerable<(string Name, Func<Task<string>> Check)> Calls()
    {
        yield return ("put", async () =>
            (await Own.Things.PutThingAsync("Ü 1", new Thing { Name = "Ünal", Made = DateTimeOffset.UnixEpoch })).ToString()!);
        yield return ("error", () => Error(Own));
        yield return ("cookies", () => Own.Things.GetSessionAsync());
        yield return ("unknown coding", async () => (await Own.Things.GetThingAsync("odd")).Name);
        yield return ("retry", async () => (await Own.Things.GetThingAsync("busy")).Name);
        yield return ("at once", async () =>
        {
            Thing[] things = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Own.Things.GetThingAsync("plain")));
            return string.Concat(things.Select(thing => thing.Name));
        });
        yield return ("token", async () => (await WithToken().Things.GetThingAsync("headers")).Name);
        yield return ("upload bytes", () => Own.Files.UploadAsync("bytes", new ApiFile("some text"u8.ToArray(), "a.txt", "text/plain")));
        yield return ("upload stream", () =>
            Own.Files.UploadAsync("stream", new ApiFile(new AsyncOnlyStream("chosen by the user"u8.ToArray()), "b.bin")));
        yield return ("upload body", () => Body(Own));
        yield return ("cancelled", () => Cancelled(Own));
        yield return ("disposed", Disposed);
        yield return ("attempt limit", async () => (await Impatient().Things.GetThingAsync("hang-limit")).Name);
        yield return ("size limit", async () =>
            (await Client(options => options.MaxResponseBytes = 1000).Things.GetThingAsync("long")).Name);
        yield return ("cut", async () => (await Own.Things.GetThingAsync("cut")).Name);
        yield return ("closed", () => Elsewhere("closed", "plain"));
        yield return ("other origin", () => Elsewhere("other", "gzip"));
        yield return ("kept from the page", () => Elsewhere("other", "kept"));
    }

    private IEnumerable<(string Name, Func<Task<string>> Check)> Streams()
    {
        yield return ("events", () => Collect(Own.Streams.EventsAsync("slow"), item => item.Data));
        yield return ("lines", () => Collect(Own.Streams.LinesAsync(), thing => thing.Name));
        yield return ("events left", () => Leave(Own));
        yield return ("events broken", () => Collect(Own.Streams.EventsAsync("broken"), item => item.Data));
        yield return ("events silent", () => Collect(Impatient().Streams.EventsAsync("silent"), item => item.Data));
        yield return ("download", () => Download(Own));
        yield return ("read at once", async () => (await Own.Files.DownloadAsync("large")).Read(new byte[10], 0, 10).ToString());
    }

    private IEnumerable<(string Name, Func<Task<string>> Check)> Refusals()
    {
        yield return ("cookie", () => Own.Things.GetSessionAsync(session: "1"));
        yield return ("forbidden header", () => Own.Things.GetSessionAsync(date: "today"));
        yield return ("header of a body", () => Own.Things.GetSessionAsync(contentLanguage: "en"));
        yield return ("trace", () => Own.Things.TraceSessionAsync());
        yield return ("no proxy", () => Task.FromResult(Client(options => options.UseProxy = false).ToString()!));
        yield return ("registered without proxy", () =>
        {
            var others = new ServiceCollection();
            others.AddApiClient<ShopClient>(configuration =>
            {
                configuration.BaseAddress = _address;
                configuration.Credential = Key();
                configuration.Options.UseProxy = false;
            });
            return Task.FromResult(others.BuildServiceProvider().GetRequiredService<ShopClient>().ToString()!);
        });
    }

    private ShopClient Client(Action<ApiClientOptions>? configure = null) => ClientOf(_address.ToString(), configure);

    private static ShopClient ClientOf(string address, Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions { Retry = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 2 } };
        configure?.Invoke(options);
        return new ShopClient(Key(), new Uri(address), options);
    }

    private static ApiCredential Key() => ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", "secret");

    private ShopClient Impatient() => Client(options =>
    {
        options.AttemptTimeout = TimeSpan.FromSeconds(3);
        options.Retry.Enabled = false;
    });

    private async Task<string> Elsewhere(string place, string name)
    {
        using ShopClient client = ClientOf(await http.GetStringAsync("state/" + place));
        return (await client.Things.GetThingAsync(name)).Name;
    }

    private ShopClient WithToken() => new(
        ApiCredential.Bearer("key", async cancellationToken =>
        {
            await Task.Delay(1, cancellationToken);
            return await http.GetStringAsync("state/token", cancellationToken);
        }),
        _address);

    private static async Task<string> Error(ShopClient client)
    {
        try
        {
            return (await client.Things.GetThingAsync("missing")).Name;
        }
        catch (ApiException<Fault> e)
        {
            return $"{e.Status} {e.Error.Reason}";
        }
    }

    private static async Task<string> Body(ShopClient client)
    {
        using var content = new MemoryStream([.. Enumerable.Range(0, 1_000_000).Select(i => (byte)i)]) { Position = 10 };
        string first = await client.Files.ReplaceAsync(content);
        return $"{first} {await client.Files.ReplaceAsync(content)} {content.Position}";
    }

    private async Task<string> Cancelled(ShopClient client)
    {
        using var cancellation = new CancellationTokenSource();
        Task<Thing> call = client.Things.GetThingAsync("hang-cancelled", cancellation.Token);
        await http.GetStringAsync("state/arrived/hang-cancelled");
        await cancellation.CancelAsync();
        try
        {
            return (await call).Name;
        }
        catch (OperationCanceledException e)
        {
            return $"{e.CancellationToken == cancellation.Token} {await http.GetStringAsync("state/left/hang-cancelled")}";
        }
    }

    private async Task<string> Disposed()
    {
        ShopClient client = Client();
        Task<Thing> call = client.Things.GetThingAsync("hang-disposed");
        await http.GetStringAsync("state/arrived/hang-disposed");
        client.Dispose();
        try
        {
            return (await call).Name;
        }
        catch (ObjectDisposedException)
        {
            return await http.GetStringAsync("state/left/hang-disposed");
        }
    }

    /// <summary>Tells the service of each value, which sends the next one only then.</summary>
    private async Task<string> Collect<T>(IAsyncEnumerable<T> values, Func<T, string> text)
    {
        string seen = "";
        try
        {
            await foreach (T value in values)
            {
                seen += text(value) + " ";
                await http.GetStringAsync("state/seen/" + text(value));
            }

            return seen;
        }
        catch (ApiException e)
        {
            return $"{seen}{e.GetType().Name}: {e.Message}";
        }
    }

    private async Task<string> Leave(ShopClient client)
    {
        string seen = "";
        await foreach (SseItem<string> item in client.Streams.EventsAsync("hang-left"))
        {
            seen = item.Data;
            break;
        }

        return $"{seen} {await http.GetStringAsync("state/left/hang-left")}";
    }

    private static async Task<string> Download(ShopClient client)
    {
        using Stream stream = await client.Files.DownloadAsync("large");
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return $"{copy.Length} {copy.ToArray().Sum(b => (long)b)}";
    }

    /// <summary>
    /// A handler of the user's before that of the browser, which is told to follow redirects; it tells the service which headers it was
    /// given.
    /// </summary>
    private sealed class Reporting() : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = true })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Given", string.Join(' ', request.Headers.Select(header => header.Key)));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
