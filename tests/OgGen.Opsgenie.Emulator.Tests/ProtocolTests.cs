using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OgGen.Opsgenie.Emulator.Tests;

[TestClass]
public sealed class ProtocolTests
{
    [TestMethod]
    public async Task Every_answer_has_took_a_request_id_and_the_headers()
    {
        await using Wire wire = await Wire.StartAsync();
        foreach (Reply reply in new[]
        {
            await wire.GetAsync("v1/policies"),
            await wire.GetAsync("v1/policies/x"),
            await wire.GetAsync("v2/x"),
            await wire.PostAsync("v1/policies", "{}"),
        })
        {
            Assert.IsGreaterThan(0, (double)reply.Body["took"]!);
            Assert.AreEqual((string?)reply.Body["requestId"], reply.Header("X-Request-ID"));
            Assert.IsTrue(double.TryParse(reply.Header("X-Response-Time"), System.Globalization.CultureInfo.InvariantCulture, out _));
            Assert.AreEqual("OK", reply.Header("X-RateLimit-State"));
            Assert.AreEqual(reply.Status >= 400, reply.Header("X-Opsgenie-Errortype") is not null);
        }
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("GenieKey")]
    [DataRow("GenieKey ")]
    [DataRow("GenieKey wrong")]
    [DataRow("GenieKey {0}x")]
    [DataRow("GenieKey  {0}")]
    [DataRow("Bearer {0}")]
    [DataRow("geniekey {0}")]
    [DataRow("{0}")]
    public async Task Without_the_right_key_and_scheme_it_could_not_authenticate(string? authorization)
    {
        await using Wire wire = await Wire.StartAsync();
        Reply reply = await wire.SendAsync(
            HttpMethod.Get, "v1/policies", null, authorization?.Replace("{0}", wire.Emulator.ApiKey, StringComparison.Ordinal));
        reply.AssertStatus(401);
        Assert.AreEqual("Could not authenticate", (string?)reply.Body["message"]);
    }

    [TestMethod]
    public async Task Who_has_no_key_learns_nothing_about_paths()
    {
        await using Wire wire = await Wire.StartAsync();
        (await wire.SendAsync(HttpMethod.Get, "v9/nothing", null, null)).AssertStatus(401);
        (await wire.SendAsync(HttpMethod.Delete, "v1/policies", null, null)).AssertStatus(401);
    }

    public static IEnumerable<(string Method, string Path, string? Body)> Writes =>
    [
        ("POST", "v1/policies", Samples.AutoClose),
        ("PUT", "v1/policies/x", Samples.AutoClose),
        ("DELETE", "v1/policies/x", null),
        ("POST", "v1/policies/x/enable", null),
        ("POST", "v1/policies/x/disable", null),
        ("POST", "v1/policies/x/change-order", Samples.ChangeOrder),
        ("POST", "v1/actions/channels?teamId=t", Samples.RestChannel),
        ("PATCH", "v1/actions/channels/x?teamId=t", Samples.ChannelUpdate),
        ("DELETE", "v1/actions/channels/x?teamId=t", null),
        ("POST", "v1/actions/actions?teamId=t", Samples.Action),
        ("PUT", "v1/actions/actions/x?teamId=t", Samples.ActionUpdate),
        ("DELETE", "v1/actions/actions/x?teamId=t", null),
        ("POST", "v1/actions/actions/executions/x", Samples.Execution),
    ];

    [TestMethod]
    [DynamicData(nameof(Writes))]
    public async Task A_read_only_key_may_not_write(string method, string path, string? body)
    {
        await using Wire wire = await Wire.StartAsync();
        Reply reply = await wire.SendAsync(
            new HttpMethod(method), path, body is null ? null : Wire.Json(body), $"GenieKey {wire.Emulator.ReadOnlyApiKey}");
        reply.AssertStatus(403);
        Assert.AreEqual(40301, (int)reply.Body["code"]!);
        Assert.AreEqual("To perform this action, use an API key from an API integration.", (string?)reply.Body["message"]);
    }

    [TestMethod]
    [DataRow("v1/policies", 200)]
    [DataRow("v1/policies/x", 404)]
    [DataRow("v1/actions/channels?teamId=t", 200)]
    [DataRow("v1/actions/channels/x?teamId=t", 404)]
    [DataRow("v1/actions/actions?teamId=t", 200)]
    [DataRow("v1/actions/actions/x?teamId=t", 404)]
    [DataRow("v1/actions/actions/executions/x", 404)]
    public async Task A_read_only_key_may_read(string path, int status)
    {
        await using Wire wire = await Wire.StartAsync();
        (await wire.SendAsync(HttpMethod.Get, path, null, $"GenieKey {wire.Emulator.ReadOnlyApiKey}")).AssertStatus(status);
    }

    [TestMethod]
    [DataRow("PATCH", "v1/policies", "POST, GET")]
    [DataRow("POST", "v1/policies/x", "GET, PUT, DELETE")]
    [DataRow("GET", "v1/policies/x/enable", "POST")]
    [DataRow("POST", "v1/actions/channels/x?teamId=t", "GET, PATCH, PUT, DELETE")]
    [DataRow("PATCH", "v1/actions/actions/x?teamId=t", "GET, PUT, DELETE")]
    [DataRow("DELETE", "v1/actions/actions/executions/x", "POST, GET")]
    public async Task A_wrong_method_is_405_and_names_the_right_ones(string method, string path, string allowed)
    {
        await using Wire wire = await Wire.StartAsync();
        Reply reply = await wire.SendAsync(new HttpMethod(method), path, Wire.Json("{}"), $"GenieKey {wire.Emulator.ApiKey}");
        reply.AssertStatus(405);
        Assert.AreEqual(allowed, string.Join(", ", reply.ContentHeaders.Allow));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("v1")]
    [DataRow("v1/policy")]
    [DataRow("v1/policies/")]
    [DataRow("v1/policies//x")]
    [DataRow("v1/policies/x/y")]
    [DataRow("v2/policies")]
    [DataRow("V1/policies")]
    public async Task An_unknown_path_is_404(string path)
    {
        await using Wire wire = await Wire.StartAsync();
        (await wire.GetAsync(path)).AssertStatus(404);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("nonsense")]
    [DataRow("{\"name\":\"x\",}")]
    [DataRow("{} {}")]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("\"text\"")]
    [DataRow("{\"name\":\"\\ud800\"}")]
    [DataRow("{\"name\":1,\"name\":2}")]
    [DataRow("{\"x\":{\"y\":1,\"y\":2}}")]
    public async Task Malformed_JSON_is_400(string body)
    {
        await using Wire wire = await Wire.StartAsync();
        (await wire.PostAsync("v1/policies", body)).AssertStatus(400);
    }

    [TestMethod]
    public async Task Invalid_UTF8_is_400()
    {
        await using Wire wire = await Wire.StartAsync();
        using var content = new ByteArrayContent(
            [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        (await wire.SendAsync(HttpMethod.Post, "v1/policies", content, $"GenieKey {wire.Emulator.ApiKey}")).AssertStatus(400);
    }

    [TestMethod]
    [DataRow(64, 201)]
    [DataRow(65, 400)]
    public async Task JSON_may_be_64_deep(int depth, int status)
    {
        await using Wire wire = await Wire.StartAsync();
        string nested = new string('[', depth - 1) + new string(']', depth - 1);
        (await wire.PostAsync("v1/policies", Json.With(Samples.AutoRestart, "name", "\"n\"").Insert(1, $"\"x\":{nested},"))).AssertStatus(
            status);
    }

    [TestMethod]
    [DataRow(1024 * 1024, 201)]
    [DataRow((1024 * 1024) + 1, 413)]
    public async Task A_body_may_have_1_MiB(int bytes, int status)
    {
        await using Wire wire = await Wire.StartAsync();
        string body = Samples.AutoRestart + new string(' ', bytes - Samples.AutoRestart.Length);
        (await wire.PostAsync("v1/policies", body)).AssertStatus(status);
    }

    [TestMethod]
    [DataRow("application/json", 201)]
    [DataRow("application/json; charset=utf-8", 201)]
    [DataRow("Application/JSON; charset=\"UTF-8\"", 201)]
    [DataRow("application/json; charset=utf-16", 415)]
    [DataRow("text/plain", 415)]
    [DataRow("application/x-www-form-urlencoded", 415)]
    [DataRow("nonsense", 415)]
    [DataRow(null, 415)]
    public async Task A_body_must_say_that_it_is_JSON(string? type, int status)
    {
        await using Wire wire = await Wire.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Samples.AutoClose));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        (await wire.SendAsync(HttpMethod.Post, "v1/policies", content, $"GenieKey {wire.Emulator.ApiKey}")).AssertStatus(status);
    }

    [TestMethod]
    public async Task Operations_without_a_body_ignore_one()
    {
        await using Wire wire = await Wire.StartAsync();
        string id = await wire.CreatePolicyAsync(Samples.AutoClose);
        using var content = new StringContent("nonsense");
        (await wire.SendAsync(HttpMethod.Post, $"v1/policies/{id}/enable", content, $"GenieKey {wire.Emulator.ApiKey}")).AssertStatus(200);
    }

    [TestMethod]
    public async Task Above_the_rate_limit_it_is_429_until_the_bucket_fills_again()
    {
        var clock = new ManualClock();
        await using Wire wire = await Wire.StartAsync(new OpsgenieEmulatorOptions { RateLimit = 2, TimeProvider = clock });
        (await wire.GetAsync("v1/policies")).AssertStatus(200);
        (await wire.GetAsync("v1/policies")).AssertStatus(200);
        Reply reply = await wire.GetAsync("v1/policies");
        reply.AssertStatus(429);
        Assert.StartsWith("You are making too many requests!", (string)reply.Body["message"]!);
        Assert.AreEqual("THROTTLED", reply.Header("X-RateLimit-State"));
        Assert.AreEqual("ACCOUNT", reply.Header("X-RateLimit-Reason"));
        Assert.AreEqual("1", reply.Header("X-RateLimit-Period-In-Sec"));

        clock.Advance(TimeSpan.FromMilliseconds(500));
        (await wire.GetAsync("v1/policies")).AssertStatus(200);
        (await wire.GetAsync("v1/policies")).AssertStatus(429);
        clock.Advance(TimeSpan.FromHours(1));
        (await wire.GetAsync("v1/policies")).AssertStatus(200);
        (await wire.GetAsync("v1/policies")).AssertStatus(200);
        (await wire.GetAsync("v1/policies")).AssertStatus(429);
    }

    [TestMethod]
    public async Task The_period_of_the_rate_limit_may_be_a_minute_and_strangers_do_not_use_it_up()
    {
        await using Wire wire = await Wire.StartAsync(
            new OpsgenieEmulatorOptions { RateLimit = 1, RateLimitPeriod = TimeSpan.FromMinutes(1), TimeProvider = new ManualClock() });
        (await wire.SendAsync(HttpMethod.Get, "v1/policies", null, "GenieKey wrong")).AssertStatus(401);
        (await wire.GetAsync("v1/policies")).AssertStatus(200);
        Reply reply = await wire.GetAsync("v1/policies");
        reply.AssertStatus(429);
        Assert.AreEqual("60", reply.Header("X-RateLimit-Period-In-Sec"));
    }

    [TestMethod]
    public async Task A_fault_of_the_emulator_is_a_500_that_can_be_read()
    {
        await using Wire wire = await Wire.StartAsync(
            new OpsgenieEmulatorOptions { IdGenerator = static () => throw new InvalidOperationException("no more ids") });
        Reply reply = await wire.PostAsync("v1/policies", Samples.AutoClose);
        reply.AssertStatus(500);
        Assert.Contains("no more ids", (string)reply.Body["message"]!);
    }

    private sealed class ManualClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref ticks);

        public void Advance(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
    }
}
