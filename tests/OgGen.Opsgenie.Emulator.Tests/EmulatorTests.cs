using System.Net;
using System.Net.Sockets;

namespace OgGen.Opsgenie.Emulator.Tests;

[TestClass]
public sealed class EmulatorTests
{
    [TestMethod]
    public async Task Every_start_has_an_address_keys_and_a_team_of_its_own()
    {
        await using OpsgenieEmulator one = await OpsgenieEmulator.StartAsync();
        await using OpsgenieEmulator two = await OpsgenieEmulator.StartAsync();
        Assert.AreEqual("127.0.0.1", one.Address.Host);
        Assert.AreEqual($"http://127.0.0.1:{one.Address.Port}/", one.Address.AbsoluteUri);
        string[] values =
        [
            one.ApiKey, one.ReadOnlyApiKey, one.TeamId, two.ApiKey, two.ReadOnlyApiKey, two.TeamId, one.Address.AbsoluteUri,
            two.Address.AbsoluteUri,
        ];
        Assert.HasCount(values.Length, values.Distinct());
    }

    [TestMethod]
    public async Task Only_the_loopback_interface_is_bound()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        IPEndPoint[] listeners =
        [
            .. System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties()
                .GetActiveTcpListeners()
                .Where(listener => listener.Port == emulator.Address.Port),
        ];
        CollectionAssert.AreEqual(new[] { IPAddress.Loopback }, listeners.Select(static listener => listener.Address).ToArray());
    }

    [TestMethod]
    public async Task After_disposal_twice_the_port_is_free()
    {
        OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
        using var http = new HttpClient { BaseAddress = emulator.Address };
        using (await http.GetAsync("v1/policies"))
        {
        }

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();
        await Assert.ThrowsExactlyAsync<HttpRequestException>(() => http.GetAsync("v1/policies"));
        await using OpsgenieEmulator again = await OpsgenieEmulator.StartAsync(
            new OpsgenieEmulatorOptions { Port = emulator.Address.Port });
        Assert.AreEqual(emulator.Address, again.Address);
    }

    [TestMethod]
    public async Task A_port_that_is_taken_is_an_IOException()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await Assert.ThrowsAsync<IOException>(() => OpsgenieEmulator.StartAsync(new OpsgenieEmulatorOptions { Port = port }));
    }

    public static IEnumerable<OpsgenieEmulatorOptions> BadOptions =>
    [
        new() { Port = -1 },
        new() { Port = 65536 },
        new() { ExecutionsNeedPolls = -1 },
        new() { RateLimit = 0 },
        new() { RateLimitPeriod = TimeSpan.Zero },
    ];

    [TestMethod]
    public async Task Options_out_of_range_are_refused()
    {
        foreach (OpsgenieEmulatorOptions options in BadOptions)
        {
            await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(() => OpsgenieEmulator.StartAsync(options));
        }
    }

    [TestMethod]
    public async Task Requests_are_recorded_as_they_came()
    {
        await using Wire wire = await Wire.StartAsync();
        await wire.PostAsync("v1/policies", Samples.AutoClose);
        await wire.GetAsync("v1/actions/actions/a%20b%2Fc?teamId=t%20u&x=1");
        IReadOnlyList<RecordedRequest> requests = wire.Emulator.Requests;
        Assert.HasCount(2, requests);
        Assert.AreEqual("POST", requests[0].Method);
        Assert.AreEqual("/v1/policies", requests[0].Path);
        Assert.AreEqual("", requests[0].Query);
        Assert.AreEqual(Samples.AutoClose, requests[0].Body);
        Assert.AreEqual("application/json; charset=utf-8", requests[0].Headers["content-type"]);
        Assert.AreEqual("/v1/actions/actions/a%20b%2Fc", requests[1].Path);
        Assert.AreEqual("?teamId=t%20u&x=1", requests[1].Query);
        Assert.AreEqual("", requests[1].Body);

        wire.Emulator.ClearRequests();
        Assert.HasCount(0, wire.Emulator.Requests);
        Assert.HasCount(2, requests, "a snapshot stays");
    }

    [TestMethod]
    [DataRow("GenieKey {0}", "GenieKey ***")]
    [DataRow("Bearer {0}", "Bearer ***")]
    [DataRow("{0}", "***")]
    [DataRow("{0} x", "***")]
    [DataRow("GenieKey{0}", "***")]
    public async Task The_journal_never_has_the_key(string authorization, string recorded)
    {
        await using Wire wire = await Wire.StartAsync();
        foreach (string key in new[] { wire.Emulator.ApiKey, wire.Emulator.ReadOnlyApiKey, "a-key-of-somebody-else" })
        {
            wire.Emulator.ClearRequests();
            await wire.SendAsync(
                HttpMethod.Post, "v1/policies", Wire.Json("{}"), authorization.Replace("{0}", key, StringComparison.Ordinal));
            RecordedRequest request = wire.Emulator.Requests.Single();
            Assert.AreEqual(recorded, request.Headers["Authorization"]);
            Assert.DoesNotContain(key, request + string.Concat(request.Headers.Select(static header => header.Key + header.Value)));
        }
    }

    [TestMethod]
    public async Task Refused_requests_are_recorded_too()
    {
        await using Wire wire = await Wire.StartAsync();
        await wire.PostAsync("v1/policies", "{ malformed");
        await wire.SendAsync(HttpMethod.Get, "nowhere", null, null);
        await wire.PostAsync("v1/policies", new string(' ', (1024 * 1024) + 1));
        CollectionAssert.AreEqual(new[] { "{ malformed", "", "" }, wire.Emulator.Requests.Select(static request => request.Body).ToArray());
    }

    [TestMethod]
    public async Task The_journal_keeps_the_last_ten_thousand()
    {
        await using Wire wire = await Wire.StartAsync();
        const int Sent = 10_010;
        await Parallel.ForAsync(0, Sent - 1, async (_, _) => await wire.GetAsync("first"));
        await wire.GetAsync("last");
        IReadOnlyList<RecordedRequest> requests = wire.Emulator.Requests;
        Assert.HasCount(10_000, requests);
        Assert.AreEqual("/last", requests[^1].Path);
    }
}
