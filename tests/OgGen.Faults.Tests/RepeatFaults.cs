using System.Net;
using OgGen.Generated;

namespace OgGen.Faults.Tests;

/// <summary>Handlers that repeat requests as well, such as those of libraries for resilience.</summary>
[TestClass]
public sealed class RepeatFaults : FaultTest
{
    [TestMethod]
    [DataRow("POST", true, 429)]
    [DataRow("POST", false, 429)]
    [DataRow("PATCH", true, 429)]
    [DataRow("DELETE", false, 429)]
    [DataRow("POST", true, 503)]
    [DataRow("DELETE", false, 500)]
    public async Task Stranger24_what_a_handler_has_repeated_is_not_repeated_by_us(string method, bool hasBody, int last)
    {
        // The first one may have taken effect; what comes last says nothing about it.
        foreach (string way in new[] { "handler", "HttpClient" })
        {
            RawServer server = Serve(RawServer.Answer(503, "{}"), RawServer.Answer(503, "{}"), RawServer.Answer(last, "{}"));
            TestClient client = Client(server, Through(way, new RepeatingHandler(3)));
            ApiException e = await FailAnyAsync<ApiException>(Time.DriveAsync(client.SendAsync(method, Request(hasBody))));
            Assert.AreEqual(last, e.Status);
            Assert.HasCount(3, server.Requests, way);
        }
    }

    [TestMethod]
    [DataRow("POST", true)]
    [DataRow("POST", false)]
    [DataRow("DELETE", false)]
    public async Task Stranger24_a_service_that_is_gone_after_a_handler_has_sent_may_have_seen_the_request(string method, bool hasBody)
    {
        RawServer server = Serve(RawServer.Answer(503, "{}"));
        TestClient client = Client(
            server,
            Through(
                "handler",
                new RepeatingHandler(2, static n => n == 1 ? new HttpRequestException(HttpRequestError.ConnectionError, "gone") : null)));
        var e = await FailAsync<ApiConnectionException>(Time.DriveAsync(client.SendAsync(method, Request(hasBody))));
        Assert.IsFalse(e.NothingWasSent);
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    public async Task Stranger24_a_handler_that_sends_once_changes_nothing()
    {
        // The twins: our own repetitions go on, and a failure before anything is sent stays one.
        foreach ((string method, int status, int count) in new[] { ("POST", 429, 4), ("POST", 503, 1), ("GET", 503, 4), ("PUT", 429, 4) })
        {
            RawServer server = Serve(RawServer.Answer(status, "{}"));
            TestClient client = Client(server, Through("handler", new RepeatingHandler(1)));
            await FailAnyAsync<ApiException>(Time.DriveAsync(client.SendAsync(method, Request(method != "GET"))));
            Assert.HasCount(count, server.Requests, method);
        }

        RawServer unused = Serve(RawServer.Answer(200, "{}"));
        var gone = new RepeatingHandler(1, static _ => new HttpRequestException(HttpRequestError.ConnectionError, "gone"));
        var e = await FailAsync<ApiConnectionException>(
            Time.DriveAsync(Client(unused, Through("handler", gone)).SendAsync("POST", Request(true))));
        Assert.IsTrue(e.NothingWasSent);
        Assert.AreEqual(4, gone.Calls);
    }

    [TestMethod]
    public async Task Stranger24_who_asks_for_it_gets_both()
    {
        RawServer server = Serve(RawServer.Answer(429, "{}"));
        ApiClientOptions options = Through("handler", new RepeatingHandler(2));
        options.Retry.RetryUnsafeMethods = true;
        options.Retry.MaxRetries = 1;
        await FailAnyAsync<ApiException>(Time.DriveAsync(Client(server, options).SendAsync("POST", Request(true))));
        Assert.HasCount(4, server.Requests);
    }

    private static Action<ApiRequest> Request(bool hasBody) => r =>
    {
        r.AddPathLiteral("/x");
        if (hasBody)
        {
            r.SetJsonBody<Pet, PetCodec>(new Pet("Rex"));
        }
    };

    private ApiClientOptions Through(string way, RepeatingHandler handler)
    {
        ApiClientOptions options = Untimed();
        handler.InnerHandler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        options.Handler = way == "handler" ? Keep(handler) : null;
        options.HttpClient = way == "HttpClient" ? Keep(new HttpClient(handler)) : null;
        return options;
    }

    /// <summary>Sends a request a number of times, until one succeeds; or fails before it sends.</summary>
    private sealed class RepeatingHandler(int times, Func<int, Exception?>? fail = null) : DelegatingHandler
    {
        public int Calls { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            for (int n = 0; ; n++)
            {
                if (fail?.Invoke(n) is { } exception)
                {
                    throw exception;
                }

                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK || n + 1 == times)
                {
                    return response;
                }

                response.Dispose();
            }
        }
    }
}
