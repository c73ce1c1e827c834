using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace OgGen.Faults.Tests;

[TestClass]
public sealed class ConnectionFaults : FaultTest
{
    private const string Partial = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":\"Rex\"";

    [TestMethod]
    [DataRow("GET")]
    [DataRow("POST")]
    public async Task F21_a_name_that_is_not_known_is_asked_for_again_because_nothing_was_sent(string method)
    {
        int lookups = 0;
        ApiClientOptions options = Untimed();
        options.Handler = Keep(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = (_, _) =>
            {
                lookups++;
                throw new SocketException((int)SocketError.HostNotFound);
            },
        });
        TestClient client = Client(new Uri("https://a.invalid"), options);
        var e = await FailAsync<ApiConnectionException>(Time.DriveAsync(client.SendAsync(method)));
        Assert.AreEqual(ApiConnectionFailure.NameResolution, e.Failure);
        Assert.IsTrue(e.NothingWasSent);
        Assert.AreEqual(4, lookups);
    }

    [TestMethod]
    public async Task F21_a_refused_connection_is_an_api_exception()
    {
        Uri address;
        await using (var server = new RawServer(Given.Pet))
        {
            address = server.Address;
        }

        var e = await FailAsync<ApiConnectionException>(Time.DriveAsync(Client(address, Untimed()).SendAsync("POST")));
        Assert.AreEqual(ApiConnectionFailure.Connect, e.Failure);
    }

    [TestMethod]
    [DataRow("expired")]
    [DataRow("not yet")]
    [DataRow("wrong host")]
    [DataRow("not trusted")]
    public async Task F21_a_certificate_that_is_not_good_ends_the_call_at_once(string fault)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using X509Certificate2 certificate = TlsServer.Certify(
            fault == "wrong host" ? "other.example" : "localhost",
            now.AddDays(fault == "not yet" ? 1 : -2),
            now.AddDays(fault == "expired" ? -1 : 2));
        using X509Certificate2 stranger = TlsServer.Certify("localhost", now.AddDays(-1), now.AddDays(1));
        await using var server = new TlsServer(certificate, Given.Pet);
        ApiClientOptions options = Untimed();
        options.Handler = Keep(TlsServer.Trust(fault == "not trusted" ? stranger : certificate));
        var e = await FailAsync<ApiConnectionException>(Time.DriveAsync(Client(server.Address, options).GetAsync()));
        Assert.AreEqual(ApiConnectionFailure.SecureConnection, e.Failure);
        Assert.AreEqual(1, server.ConnectionCount);
        Assert.IsEmpty(Time.Waits);

        // The twin: the same server with a good certificate is believed.
        await using var good = new TlsServer(stranger, Given.Pet);
        ApiClientOptions trusting = Untimed();
        trusting.Handler = Keep(TlsServer.Trust(stranger));
        Assert.AreEqual("Rex", (await Client(good.Address, trusting).GetAsync()).Value.Name);
    }

    [TestMethod]
    public async Task F21_tls_1_0_is_refused_and_not_tried_again()
    {
        await using var server = new TlsServer(async (stream, stop) =>
        {
            // ServerHello of TLS 1.0 with TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA.
            _ = await stream.ReadAtLeastAsync(new byte[4096], 5, false, stop);
            byte[] hello = [0x16, 3, 1, 0, 0x2a, 2, 0, 0, 0x26, 3, 1, .. new byte[32], 0, 0xc0, 0x13, 0];
            await stream.WriteAsync(hello, stop);
            _ = await stream.ReadAsync(new byte[64], stop);
        });
        var e = await FailAsync<ApiConnectionException>(Time.DriveAsync(Client(server.Address, Untimed()).GetAsync()));
        Assert.AreEqual(ApiConnectionFailure.SecureConnection, e.Failure);
        Assert.AreEqual(1, server.ConnectionCount);
    }

    [TestMethod]
    [DataRow("GET", true, 16)] // .NET repeats three times by itself, within each of our attempts
    [DataRow("GET", false, 16)]
    [DataRow("PUT", true, 4)]
    [DataRow("POST", true, 1)]
    [DataRow("POST", false, 1)]
    public async Task F22_a_connection_that_ends_before_the_headers_is_tried_again_for_GET_and_not_for_POST(
        string method, bool reset, int expected)
    {
        RawServer server = Serve(x =>
        {
            if (reset)
            {
                x.Reset();
            }
            else
            {
                x.Close();
            }

            return Task.CompletedTask;
        });
        var e = await FailAfterRetriesAsync<ApiConnectionException>(server, method);
        Assert.AreEqual(ApiConnectionFailure.Interrupted, e.Failure);
        Assert.HasCount(expected, server.Requests);
    }

    [TestMethod]
    [DataRow("GET", Partial, 4)]
    [DataRow("POST", Partial, 1)]
    [DataRow("GET", "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n", 4)]
    [DataRow("POST", "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n", 1)]
    [DataRow("GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ne\r\n{\"name\":\"Rex\"}\r\n", 4)] // whole JSON, but no end
    [DataRow("POST", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ne\r\n{\"name\"", 1)]
    public async Task F23_a_truncated_body_is_repeated_for_GET_and_refused_for_POST(string method, string answer, int expected)
    {
        RawServer server = ServeAndClose(answer);
        var e = await FailAfterRetriesAsync<ApiConnectionException>(server, method);
        Assert.AreEqual(ApiConnectionFailure.Interrupted, e.Failure);
        Assert.AreEqual(200, e.Status);
        Assert.HasCount(expected, server.Requests);
    }

    [TestMethod]
    [DataRow("{\"name\":\"R")]
    [DataRow("{\"name\":\"Rex\"")]
    [DataRow("")]
    public async Task F24_json_that_ends_with_the_connection_is_malformed(string body)
    {
        var e = await FailAsync<ApiResponseFormatException>(ServeAndClose("HTTP/1.1 200 OK\r\n\r\n" + body));
        Assert.AreEqual(200, e.Status);
        Assert.AreEqual("Rex", (await Client(ServeAndClose("HTTP/1.1 200 OK\r\n\r\n{\"name\":\"Rex\"}")).GetAsync()).Value.Name);
    }

    [TestMethod]
    [DataRow("HTTP/1.1 OK 200\r\n\r\n")]
    [DataRow("garbage\r\n\r\n")]
    [DataRow("\0\0\0\0\r\n\r\n")]
    [DataRow("HTTP/1.1 99999 X\r\n\r\n")]
    [DataRow("HTTP/1.1 099 X\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("HTTP/9.9 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [DataRow("<html>not HTTP at all</html>")]
    public async Task F30_a_status_line_that_is_none_is_an_api_exception(string answer)
        => await FailAnyAsync<ApiException>(Client(ServeAndClose(answer)).GetAsync());

    [TestMethod]
    [DataRow(600)]
    [DataRow(999)]
    public async Task F30_an_odd_status_is_reported_as_it_is(int status)
        => Assert.AreEqual(status, (await FailAsync<ApiException>(Serve($"HTTP/1.1 {status} X\r\nContent-Length: 2\r\n\r\n{{}}"))).Status);

    [TestMethod]
    public async Task F31_headers_and_interim_answers_without_end_are_limited()
    {
        var bomb = await FailAsync<ApiConnectionException>(ServeAndClose("HTTP/1.1 200 OK\r\nX: " + new string('x', 200_000) + "\r\n\r\n"));
        Assert.AreEqual(ApiConnectionFailure.InvalidResponse, bomb.Failure);
        var many = await FailAsync<ApiConnectionException>(
            ServeAndClose("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 50_000)) + "\r\n"));
        Assert.AreEqual(ApiConnectionFailure.InvalidResponse, many.Failure);
        RawServer flood = Serve(async x =>
        {
            string some = string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 100));
            while (!x.Stopped.IsCancellationRequested)
            {
                await x.SendAsync(some);
            }
        });
        var e = await FailAsync<ApiConnectionException>(flood);
        Assert.AreEqual(ApiConnectionFailure.InvalidResponse, e.Failure);
        Assert.AreEqual("Rex", (await Client(Serve("HTTP/1.1 103 Early Hints\r\n\r\n" + Given.Pet)).GetAsync()).Value.Name);
    }

    [TestMethod]
    [DataRow("silent")]
    [DataRow("body")]
    [DataRow("back-off")]
    public async Task F34_disposing_the_client_ends_its_calls(string phase)
    {
        RawServer server = Serve(async x =>
        {
            await x.SendAsync(
                phase switch { "body" => Partial, "back-off" => RawServer.Answer(503, "{}", "Retry-After: 20\r\n"), _ => "" });
            await x.HangAsync();
        });
        TestClient client = Client(server, Untimed());
        Task<ApiResponse<Pet>> call = client.GetAsync();
        await server.WaitForRequestsAsync(1);
        if (phase == "back-off")
        {
            await Time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(20));
        }

        client.Dispose();
        await FailAsync<ObjectDisposedException>(call);
        await FailAsync<ObjectDisposedException>(client.GetAsync());
        Assert.HasCount(1, server.Requests);
    }
}
