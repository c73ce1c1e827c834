using System.Net;
using OgGen.Generated;

namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class ClientTests
{
    private static readonly string[] s_badHeaders =
    [
        "Authorization", "host", "Cookie", "Content-Length", "Transfer-Encoding", "X-Key", "a b",
    ];

    [TestMethod]
    [DataRow("http://api.example.com")]
    [DataRow("http://10.0.0.1")]
    [DataRow("http://127.0.0.1.evil.com")]
    [DataRow("ftp://127.0.0.1")]
    [DataRow("file:///x")]
    [DataRow("https://user:s3cret@api.example.com")]
    [DataRow("https://@api.example.com")]
    [DataRow("https://api.example.com/?a=s3cret")]
    [DataRow("https://api.example.com/#s3cret")]
    [DataRow("https://api.example.com?")]
    [DataRow("/relative")]
    public void A_base_address_that_a_key_must_not_be_sent_to_is_refused(string address)
    {
        ArgumentException e = Assert.ThrowsExactly<ArgumentException>(() => new TestClient(new Uri(address, UriKind.RelativeOrAbsolute)));
        Assert.DoesNotContain("s3cret", e.ToString());
        Assert.ThrowsExactly<ArgumentException>(() => new Server(address));
    }

    [TestMethod]
    [DataRow("https://api.example.com")]
    [DataRow("https://api.example.com:8443/v2/")]
    [DataRow("http://localhost:1")]
    [DataRow("http://127.0.0.1:1")]
    [DataRow("http://[::1]:1")]
    public void Https_and_the_loopback_address_are_accepted(string address)
    {
        using var client = new TestClient(new Uri(address));
        Assert.AreEqual(new Uri(address), new Server(address).BaseAddress);
    }

    [TestMethod]
    [DataRow("http://inventory:8080/v1", "inventory")]
    [DataRow("http://INVENTORY/", "Inventory")]
    [DataRow("http://a.b.internal/", "*.internal")]
    [DataRow("http://10.1.2.3/", "10.1.2.3")]
    [DataRow("http://[fd00::1]/", "[fd00::1]")]
    [DataRow("http://[fd00::1]/", "fd00::1")]
    [DataRow("http://localhost.docker/v1", "localhost.docker")]
    public async Task Plain_http_goes_to_the_hosts_that_the_options_name(string address, string host)
    {
        Uri? sent = null;
        using var handler = new DiscoveryHandler(uri => sent = uri);
        using var client = new TestClient(new Uri(address), new ApiClientOptions { InsecureHosts = ["other", host], Handler = handler });

        await client.GetAsync();

        Assert.AreEqual(new Uri(address).Authority, sent!.Authority);
    }

    [TestMethod]
    [DataRow("http://inventory/", "")]
    [DataRow("http://inventory/", "inventor")]
    [DataRow("http://inventory.evil.com/", "inventory")]
    [DataRow("http://internal/", "*.internal")]
    [DataRow("http://xinternal/", "*.internal")]
    [DataRow("http://a.internal.evil.com/", "*.internal")]
    [DataRow("http://10.1.2.34/", "10.1.2.3")]
    public void Plain_http_to_any_other_host_is_refused_with_the_name_of_the_option(string address, string host)
    {
        var options = new ApiClientOptions { InsecureHosts = host.Length == 0 ? [] : [host] };

        ArgumentException refused = Assert.ThrowsExactly<ArgumentException>(() => new TestClient(new Uri(address), options));

        Assert.Contains("ApiClientOptions.InsecureHosts", refused.Message);
    }

    [TestMethod]
    [DataRow("*")]
    [DataRow("*.")]
    [DataRow("a.*")]
    [DataRow("http://inventory")]
    [DataRow("inventory:80")]
    [DataRow("")]
    [DataRow("a b")]
    public void An_entry_that_is_no_host_is_refused(string host)
        => Assert.AreEqual(
            "InsecureHosts",
            Assert.ThrowsExactly<ArgumentException>(
                () => new TestClient(new Uri("https://api.example.com"), new ApiClientOptions { InsecureHosts = [host] })).ParamName);

    [TestMethod]
    [DataRow("https+http://inventory")]
    [DataRow("http+https://inventory/v1")]
    public async Task Service_discovery_is_taken_with_a_handler_and_counts_as_plain_http(string address)
    {
        using var handler = new DiscoveryHandler(static _ => { });
        Assert.Contains("InsecureHosts", Refused(new ApiClientOptions { Handler = handler }));
        Assert.Contains("service discovery", Refused(new ApiClientOptions { InsecureHosts = ["inventory"] }));
        using var http = new HttpClient(handler, disposeHandler: false);
        foreach (ApiClientOptions options in new[]
        {
            new ApiClientOptions { Handler = handler },
            new ApiClientOptions { HttpClient = http },
        })
        {
            options.InsecureHosts = ["inventory"];
            using var client = new TestClient(new Uri(address), options);
            Assert.AreEqual("found", (await client.GetAsync()).Value.Name);
        }

        string Refused(ApiClientOptions options)
            => Assert.ThrowsExactly<ArgumentException>(() => new TestClient(new Uri(address), options)).Message;
    }

    [TestMethod]
    [DataRow("evil.com#")]
    [DataRow("x@e")]
    [DataRow("eu/")]
    [DataRow("eu\\")]
    [DataRow("")]
    [DataRow("eu\r\n")]
    [DataRow("eu?")]
    [DataRow("eu:1")]
    [DataRow("..")]
    [DataRow("-eu")]
    [DataRow("еu")] // the first letter is Cyrillic
    public void A_server_variable_cannot_lead_elsewhere(string value)
    {
        Assert.AreEqual("region", Assert.ThrowsExactly<ArgumentException>(() => Server.Check("region", value)).ParamName);
        Assert.ThrowsExactly<ArgumentException>(() => Server.Check("region", value, "eu", "us"));
        Assert.AreEqual("eu-1", Server.Check("region", "eu-1"));
        Assert.AreEqual("a.b", Server.Check("region", "a.b"));
        Assert.AreEqual("eu", Server.Check("region", "eu", "eu", "us"));
        Assert.ThrowsExactly<ArgumentException>(() => Server.Check("region", "EU", "eu", "us"));
    }

    [TestMethod]
    public async Task A_copy_sends_with_other_options_over_the_same_transport()
    {
        await using var server = new RawServer(x => x.SendAsync(x.Request.Target == "/bad" ? RawServer.Answer(503, "{}") : Given.Pet));
        using var client = new TestClient(server.Address);
        TestClient copy = client.With(new ApiCallOptions
        {
            Retry = new ApiRetryOptions { Enabled = false },
            Headers = new Dictionary<string, string> { ["X-Tenant"] = "one", ["X-Trace"] = "call" },
        });
        TestClient second = copy.With(
            new ApiCallOptions { Timeout = TimeSpan.FromSeconds(1), Headers = new Dictionary<string, string> { ["x-tenant"] = "two" } });
        await client.GetAsync();
        Assert.IsNull(server.Requests[^1].Header("X-Tenant"));
        await copy.SendAsync("GET", r => { r.AddPathLiteral("/"); r.AddHeader("x-trace", "parameter"); });
        Assert.AreEqual("one", server.Requests[^1].Header("X-Tenant"));
        Assert.AreEqual("call", server.Requests[^1].Header("X-Trace"));
        await second.GetAsync();
        Assert.AreEqual("two", server.Requests[^1].Header("X-Tenant"));
        Assert.AreEqual("call", server.Requests[^1].Header("X-Trace"));
        int before = server.Requests.Count;
        await Assert.ThrowsAsync<ApiException>(() => second.SendAsync("GET", r => r.AddPathLiteral("/bad")));
        Assert.AreEqual(before + 1, server.Requests.Count);
        copy.Dispose();
        second.Dispose();
        await client.GetAsync();
        Assert.AreEqual(1, server.ConnectionCount);
        client.Dispose();
        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => copy.GetAsync());
    }

    [TestMethod]
    public void Options_that_are_not_valid_are_refused()
    {
        using var client = new TestClient(new Uri("https://a.invalid"), ApiCredential.ApiKey("key", ApiKeyLocation.Header, "x-key", "abc"));
        foreach (string name in s_badHeaders)
        {
            Assert.ThrowsExactly<ArgumentException>(
                () => client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { [name] = "x" } }));
        }

        Assert.ThrowsExactly<ArgumentException>(
            () => client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["X"] = "a\r\nb" } }));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => client.With(new ApiCallOptions { Timeout = TimeSpan.Zero }));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => client.With(new ApiCallOptions { Retry = new ApiRetryOptions { MaxRetries = -1 } }));
        foreach (Action<ApiClientOptions> spoil in new Action<ApiClientOptions>[]
        {
            o => o.Timeout = TimeSpan.FromSeconds(-5),
            o => o.AttemptTimeout = TimeSpan.FromDays(60),
            o => o.MaxResponseBytes = 0,
            o => o.UserAgent = "a\r\nb",
            o => o.Retry.Budget = -1,
            o => { o.HttpClient = new HttpClient(); o.Handler = new HttpClientHandler(); },
            o => { o.Handler = new HttpClientHandler(); o.UseProxy = false; },
        })
        {
            var options = new ApiClientOptions();
            spoil(options);
            Assert.Throws<ArgumentException>(() => new TestClient(new Uri("https://a.invalid"), options));
        }
    }

    [TestMethod]
    public async Task Options_are_copied()
    {
        await using var server = new RawServer(RawServer.Answer(503, "{}"));
        var options = Given.NoRetry();
        options.UserAgent = "Mine/1";
        using var client = new TestClient(server.Address, options);
        options.Retry.Enabled = true;
        await Assert.ThrowsAsync<ApiException>(() => client.GetAsync());
        Assert.HasCount(1, server.Requests);
        StringAssert.EndsWith(server.Requests[0].Header("User-Agent"), " Mine/1");
    }

    [TestMethod]
    public async Task A_header_of_a_call_replaces_the_clients_own()
    {
        await using var server = new RawServer(RawServer.Answer(200, """{"name":"Rex"}"""));
        using var client = new TestClient(server.Address, Given.NoRetry());

        await client.With(new ApiCallOptions { Headers = new Dictionary<string, string> { ["user-agent"] = "Mine/1" } }).GetAsync();

        Assert.AreEqual("Mine/1", server.Requests[0].Header("User-Agent"));
    }

    [TestMethod]
    public async Task A_client_that_was_passed_in_is_used_and_stays_as_it_is()
    {
        await using var server = new RawServer(Given.Pet);
        using var http = new HttpClient { BaseAddress = new Uri("https://other.invalid"), Timeout = TimeSpan.FromSeconds(50) };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer theirs");
        http.DefaultRequestHeaders.Add("X-Theirs", "1");
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        string before = http.DefaultRequestHeaders.ToString();
        using (var client = new TestClient(server.Address, new ApiClientOptions { HttpClient = http }))
        {
            await client.GetAsync();
        }

        Assert.AreEqual("GenieKey " + TestClient.Key, server.Requests[0].Header("Authorization"));
        Assert.AreEqual("1", server.Requests[0].Header("X-Theirs"));
        Assert.AreEqual("application/json", server.Requests[0].Header("Accept"));
        Assert.AreEqual(before, http.DefaultRequestHeaders.ToString());
        Assert.AreEqual(new Uri("https://other.invalid"), http.BaseAddress);
        Assert.AreEqual(TimeSpan.FromSeconds(50), http.Timeout);
        using HttpResponseMessage still = await http.GetAsync(server.Address);
        Assert.AreEqual(HttpStatusCode.OK, still.StatusCode);
    }

    [TestMethod]
    public async Task A_redirect_that_a_client_of_the_user_followed_is_refused()
    {
        await using var other = new RawServer(Given.Pet);
        await using var server = new RawServer(x => x.SendAsync(
            x.Request.Target == "/pets/8"
                ? Given.Pet
                : RawServer.Answer(302, "", $"Location: {(x.Request.Method == "GET" ? other.Address : "/pets/8")}\r\n")));
        using var handler = new HttpClientHandler();
        using var http = new HttpClient();
        foreach (var options in new[] { new ApiClientOptions { HttpClient = http }, new ApiClientOptions { Handler = handler } })
        {
            using var client = new TestClient(server.Address, options);
            foreach (string method in new[] { "GET", "POST" })
            {
                var e = await Assert.ThrowsExactlyAsync<ApiException>(() => client.SendAsync(method));
                StringAssert.Contains(e.Message, "followed a redirect");
            }
        }

        Assert.IsTrue(other.Requests.All(r => r.Header("Authorization") is null));
    }

    [TestMethod]
    public async Task The_timeout_of_a_client_that_was_passed_in_is_a_timeout()
    {
        await using var server = new RawServer(x => x.HangAsync());
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        var options = Given.NoRetry();
        options.HttpClient = http;
        using var client = new TestClient(server.Address, options);
        await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => client.GetAsync());
    }

    [TestMethod]
    public async Task A_handler_that_was_passed_in_is_not_disposed()
    {
        using var handler = new CountingHandler();
        var client = new TestClient(new Uri("https://a.invalid"), new ApiClientOptions { Handler = handler });
        Assert.AreEqual("Rex", (await client.GetAsync()).Value.Name);
        client.Dispose();
        Assert.AreEqual(0, handler.Disposals);
        Assert.AreEqual(1, handler.DisposedBodies);
    }

    [TestMethod]
    public async Task Every_answer_is_disposed_also_those_that_are_repeated()
    {
        using var handler = new CountingHandler { Status = HttpStatusCode.ServiceUnavailable };
        var time = new ManualTimeProvider();
        ApiClientOptions options = Given.Untimed(time);
        options.Handler = handler;
        using var client = new TestClient(new Uri("https://a.invalid"), options);
        await Assert.ThrowsAsync<ApiException>(() => time.DriveAsync(client.GetAsync()));
        Assert.AreEqual(4, handler.DisposedBodies);
    }

    [TestMethod]
    public async Task A_proxy_sees_no_key_and_its_refusal_is_a_proxy_failure()
    {
        await using var proxy = new RawServer("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
        await using var target = new RawServer(Given.Pet);
        var options = new ApiClientOptions { Proxy = new WebProxy(proxy.Address) };
        using var client = new TestClient(new Uri("https://api.example.invalid"), options);
        var e = await Assert.ThrowsExactlyAsync<ApiConnectionException>(() => client.GetAsync());
        Assert.AreEqual(ApiConnectionFailure.Proxy, e.Failure);
        Assert.AreEqual("CONNECT", proxy.Requests.Single().Method);
        Assert.IsNull(proxy.Requests[0].Header("Authorization"));

        // Plain HTTP stays on this machine.
        using var local = new TestClient(target.Address, options);
        await local.GetAsync();
        Assert.HasCount(1, proxy.Requests);
    }

    [TestMethod]
    public void A_client_for_mocking_cannot_send()
    {
        using var mock = new TestClient();
        Assert.ThrowsExactly<InvalidOperationException>(() => mock.Pipe);
    }

    [TestMethod]
    public void The_runtime_states_its_contract()
    {
        var contract = (RuntimeContractAttribute)Attribute.GetCustomAttribute(
            typeof(ApiClient).Assembly, typeof(RuntimeContractAttribute))!;
        Assert.AreEqual(8, contract.Version);
    }

    private sealed class Server(string url) : ApiServer(url)
    {
        public static string Check(string name, string value, params ReadOnlySpan<string> allowed)
            => CheckVariable(name, value, ApiServerPart.Host, "eu", allowed);
    }

    /// <summary>Gives a request its address while it is sent, as a handler of service discovery does.</summary>
    private sealed class DiscoveryHandler(Action<Uri> sees) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri given = request.RequestUri!;
            sees(given);
            request.RequestUri = new Uri("http://10.0.0.7:8080" + given.AbsolutePath);
            try
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
                {
                    RequestMessage = request,
                    Content = new StringContent("""{"name":"found"}""", null, "application/json"),
                });
            }
            finally
            {
                request.RequestUri = given;
            }
        }
    }

    private sealed class CountingHandler : HttpMessageHandler
    {
        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        public int Disposals { get; private set; }

        public int DisposedBodies { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(Status) { Content = new Body(this) });

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }

        private sealed class Body(CountingHandler owner) : ByteArrayContent("""{"name":"Rex"}"""u8.ToArray())
        {
            protected override void Dispose(bool disposing)
            {
                owner.DisposedBodies++;
                base.Dispose(disposing);
            }
        }
    }
}
