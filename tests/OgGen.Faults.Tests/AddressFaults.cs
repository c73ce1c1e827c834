using System.Net;
using OgGen.Generated;
using Opsgenie;

namespace OgGen.Faults.Tests;

[TestClass]
public sealed class AddressFaults : FaultTest
{
    [TestMethod]
    [DataRow(301)]
    [DataRow(302)]
    [DataRow(303)]
    [DataRow(307)]
    [DataRow(308)]
    public async Task F05_a_redirect_to_another_place_is_not_followed(int status)
    {
        RawServer other = Serve(Given.Pet);
        foreach (string location in new[]
        {
            $"{other.Address}pets",
            $"http://localhost:{other.Port}/",
            $"http://sub.localhost:{other.Port}/",
            $"https://127.0.0.1:{other.Port}/",
            $"//127.0.0.1:{other.Port}/",
        })
        {
            foreach (string method in new[] { "GET", "POST" })
            {
                RawServer server = Serve(RawServer.Answer(status, "", $"Location: {location}\r\n"));
                var e = await FailAsync<ApiException>(server, method, Untimed());
                Assert.AreEqual(status, e.Status);
                StringAssert.Contains(e.Message, "a redirect, which is not followed");
                Assert.HasCount(1, server.Requests);
            }
        }

        Assert.AreEqual(0, other.ConnectionCount);
    }

    [TestMethod]
    public async Task F05_a_client_of_the_user_that_follows_is_found_out_and_does_not_carry_the_key()
    {
        await using var other = new RawServer(Given.Pet);
        RawServer server = Serve(RawServer.Answer(307, "", $"Location: {other.Address}pets\r\n"));
        HttpClient http = UserClient();
        ApiClientOptions options = Once();
        options.HttpClient = http;
        var e = await FailAsync<ApiException>(server, "GET", options);
        StringAssert.Contains(e.Message, "followed a redirect");
        Assert.IsNull(other.Requests.Single().Header("Authorization"));
    }

    [TestMethod]
    public async Task F06_a_redirect_to_the_same_host_is_not_followed_either()
    {
        RawServer server = Serve(
            x => x.SendAsync(x.Request.Target == "/pets/8" ? Given.Pet : RawServer.Answer(308, "", "Location: /pets/8\r\n")));
        var e = await FailAsync<ApiException>(server, "GET", Untimed());
        Assert.AreEqual(308, e.Status);
        Assert.AreEqual("/pets/8", e.Headers["Location"]);
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [DataRow("Location: file:///etc/passwd\r\n")]
    [DataRow("Location: :::\r\n")]
    [DataRow("Location: http://[\r\n")]
    [DataRow("Location: \r\n")]
    [DataRow("Location: /pets/7\r\n")] // a loop
    [DataRow("")]
    public async Task F07_a_location_that_leads_nowhere_is_an_api_exception(string header)
    {
        RawServer server = Serve(RawServer.Answer(302, "", header));
        Assert.AreEqual(302, (await FailAsync<ApiException>(server)).Status);

        // A client of the user that follows gives up in its own way (without the key), but never with another exception.
        await using var followed = new RawServer(RawServer.Answer(302, "", header));
        HttpClient http = UserClient();
        ApiClientOptions options = Once();
        options.HttpClient = http;
        await FailAnyAsync<ApiException>(Client(followed, options).GetAsync());
    }

    [TestMethod]
    [DataRow("http://api.example.com")]
    [DataRow("http://10.0.0.1")]
    [DataRow("http://127.0.0.1.evil.com")]
    [DataRow("https://" + TestClient.Key + "@api.example.com")]
    [DataRow("https://user:" + TestClient.Key + "@api.example.com")]
    [DataRow("https://api.example.com/?k=" + TestClient.Key)]
    [DataRow("https://api.example.com/#" + TestClient.Key)]
    [DataRow("ftp://127.0.0.1")]
    [DataRow("relative")]
    public void F08_a_base_address_that_a_key_must_not_go_to_is_refused(string address)
        => Refuse<ArgumentException>(() => Client(new Uri(address, UriKind.RelativeOrAbsolute)));

    [TestMethod]
    [DataRow("evil.com#")]
    [DataRow("x@e")]
    [DataRow("eu/")]
    [DataRow("")]
    [DataRow("eu\r\nX: y")]
    [DataRow("mars")]
    public void F09_a_region_cannot_lead_to_another_host(string region)
    {
        Refuse<ArgumentException>(() => TestServer.Check(region, "us", "eu"));
        Assert.AreEqual("eu", TestServer.Check("eu", "us", "eu"));
        if (region != "mars")
        {
            Refuse<ArgumentException>(() => TestServer.Check(region));
        }

        Assert.IsNull(FindServer<OpsgenieClient>(region));
        Assert.IsNotNull(FindServer<OpsgenieClient>("eu"));
    }

    [TestMethod]
    [DataRow("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("")]
    public async Task F13_a_proxy_gets_no_key_and_its_refusal_is_an_api_exception(string answer)
    {
        RawServer proxy = ServeAndClose(answer);
        ApiClientOptions options = Untimed();
        options.Proxy = new WebProxy(proxy.Address);
        var e = await FailAsync<ApiConnectionException>(
            Time.DriveAsync(Client(new Uri("https://api.example.invalid"), options).GetAsync()));
        if (answer.Length > 0)
        {
            Assert.AreEqual(ApiConnectionFailure.Proxy, e.Failure);
            Assert.IsEmpty(Time.Waits, "A proxy that refuses is not asked again.");
        }

        foreach (RawRequest connect in proxy.Requests)
        {
            Assert.AreEqual("CONNECT", connect.Method);
            Assert.AreEqual("api.example.invalid:443", connect.Target);
            Assert.DoesNotContain(TestClient.Key, string.Concat(connect.Headers.Select(h => h.Value)));
        }

        Assert.IsNotEmpty(proxy.Requests);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(".")]
    [DataRow("..")]
    [DataRow(" ")]
    [DataRow("\t\u00a0")]
    public async Task F15_a_path_value_that_would_leave_its_place_is_refused_before_anything_is_sent(string value)
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        var e = await FailAsync<ArgumentException>(SendAsync(client, value));
        Assert.AreEqual("petId", e.ParamName);
        Assert.AreEqual(0, server.ConnectionCount);
        await SendAsync(client, "...");
        Assert.AreEqual("/pets/.../close", server.Requests.Single().Target);
    }

    [TestMethod]
    [DataRow("/")]
    [DataRow("\\")]
    [DataRow("?")]
    [DataRow("#")]
    [DataRow("%")]
    [DataRow(";")]
    [DataRow(":")]
    [DataRow("@")]
    [DataRow("+")]
    [DataRow("a\r\nb")]
    [DataRow("\0")]
    [DataRow("%2e%2e")]
    [DataRow("../../v1/keys")]
    [DataRow("//evil.com/x")]
    [DataRow("\\\\evil.com\\x")]
    public async Task F16_a_path_value_stays_one_segment_and_arrives_as_it_was(string value)
    {
        RawServer server = Serve(Given.Pet);
        await SendAsync(Client(server), value);
        string[] segments = server.Requests.Single().Target.Split('/');
        Assert.HasCount(4, segments);
        Assert.AreEqual("pets", segments[1]);
        Assert.AreEqual(value, Uri.UnescapeDataString(segments[2]));
        Assert.AreEqual("close", segments[3]);
    }

    [TestMethod]
    public async Task F17_half_a_surrogate_pair_is_refused_and_other_text_arrives_exactly()
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        foreach (string half in new[] { "\ud800", "a\ud83d", "\udc00\ud800", "\ud800b" })
        {
            await FailAsync<ArgumentException>(SendAsync(client, half));
            Refuse<ArgumentException>(() => client.SendAsync("GET", r => { r.AddPathLiteral("/"); r.AddQuery("q", half); }));
            Refuse<ArgumentException>(() => client.SendAsync("GET", r => { r.AddPathLiteral("/"); r.AddQuery(half, "v"); }));
        }

        Assert.AreEqual(0, server.ConnectionCount);
        foreach (string whole in new[] { "😀", "e\u0301", "\u00e9", "\u202e\u200b", "\ufffd" })
        {
            await SendAsync(client, whole);
            Assert.AreEqual($"/pets/{Uri.EscapeDataString(whole)}/close", server.Requests[^1].Target);
            await client.SendAsync("GET", r => { r.AddPathLiteral("/"); r.AddQuery("q", whole); });
            Assert.AreEqual($"/?q={Uri.EscapeDataString(whole)}", server.Requests[^1].Target);
        }

        Assert.AreNotEqual(Uri.EscapeDataString("e\u0301"), Uri.EscapeDataString("\u00e9"));
    }

    private static async Task SendAsync(TestClient client, string id) => await client.SendAsync("GET", r =>
    {
        r.AddPathLiteral("/pets/");
        r.AddPathSegment("petId", id);
        r.AddPathLiteral("/close");
    });

    private static ApiServer? FindServer<T>(string name)
        where T : IApiClient<T>
        => T.FindServer(name);

    private sealed class TestServer(string url) : ApiServer(url)
    {
        public static string Check(string value, params ReadOnlySpan<string> allowed)
            => CheckVariable("region", value, ApiServerPart.Host, "eu", allowed);
    }
}
