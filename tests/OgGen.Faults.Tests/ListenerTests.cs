using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace OgGen.Faults.Tests;

/// <summary>
/// What SECURITY.md says about the listeners of .NET itself: they see the key, and what keeps it from them. A version of .NET that changes
/// this fails here, and the document has to follow.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class ListenerTests
{
    private const string Key = "CANARY-listener-key-1";

    [TestMethod]
    [DataRow("own", true)]
    [DataRow("handler", true)]
    [DataRow("without propagator", false)]
    public async Task Stranger28_the_diagnostic_listener_of_dotnet_shows_the_key_unless_the_handler_has_no_propagator(
        string transport, bool isShown)
    {
        var heard = new ConcurrentQueue<string>();
        using IDisposable subscription = DiagnosticListener.AllListeners.Subscribe(new Listener(heard.Enqueue));
        await CallAsync(transport);
        Assert.AreEqual(isShown, heard.Any(static text => text.Contains(Key, StringComparison.Ordinal)), string.Join('\n', heard));
    }

    [TestMethod]
    [DataRow("Private.InternalDiagnostics.System.Net.Http", "without propagator")]
    [DataRow("Microsoft-Diagnostics-DiagnosticSource", "own")]
    public async Task Stranger28_an_event_source_of_dotnet_shows_the_key(string name, string transport)
    {
        var heard = new ConcurrentQueue<string>();
        using (new Events(name, heard.Enqueue))
        {
            await CallAsync(transport);
        }

        Assert.IsTrue(heard.Any(static text => text.Contains(Key, StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Stranger28_the_event_source_of_http_repeats_what_a_handler_throws()
    {
        var heard = new ConcurrentQueue<string>();
        using (new Events("System.Net.Http", heard.Enqueue))
        {
            ApiClientOptions options = Given.NoRetry();
            options.Handler = new StubHandler(static _ => throw new InvalidOperationException($"The key {Key} has expired."));
            using var client = new TestClient(new Uri("https://a.invalid"), ApiCredential.Bearer("key", Key), options);
            ApiException e = await Assert.ThrowsAsync<ApiException>(() => client.GetAsync());
            Assert.DoesNotContain(Key, e.ToString());
        }

        Assert.IsTrue(heard.Any(static text => text.Contains(Key, StringComparison.Ordinal)), string.Join('\n', heard));
    }

    private static async Task CallAsync(string transport)
    {
        await using var server = new RawServer(Given.Pet);
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false };
        if (transport == "without propagator")
        {
            handler.ActivityHeadersPropagator = null;
        }

        ApiClientOptions options = Given.NoRetry();
        options.Handler = transport == "own" ? null : handler;
        using var client = new TestClient(server.Address, ApiCredential.Bearer("key", Key), options);
        await client.GetAsync();
    }

    /// <summary>Hears what the listener of HTTP says, as a tool that writes everything down would.</summary>
    private sealed class Listener(Action<string> hear) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "HttpHandlerDiagnosticListener")
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value) => hear($"{value.Key} {value.Value}");

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    /// <summary>Hears an event source of .NET, with what a tool asks the one for diagnostic sources for: the request as text.</summary>
    private sealed class Events(string name, Action<string> hear) : EventListener
    {
        private static readonly Dictionary<string, string?> s_arguments = new()
        {
            ["FilterAndPayloadSpecs"] = "HttpHandlerDiagnosticListener/System.Net.Http.HttpRequestOut.Start:Request",
        };

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == name)
            {
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All, s_arguments);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
            => hear(string.Join(' ', (eventData.Payload ?? (IEnumerable<object?>)[]).Select(Text)));

        // The arguments of an event of a diagnostic source are a list of pairs.
        private static string Text(object? value)
            => value is IEnumerable<object> pairs ? string.Join(' ', pairs.Select(Text))
                : value is IDictionary<string, object> pair ? string.Join(' ', pair.Values)
                : $"{value}";
    }
}
