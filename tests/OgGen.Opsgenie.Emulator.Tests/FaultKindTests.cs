using System.Diagnostics;
using System.Text.Json;

namespace OgGen.Opsgenie.Emulator.Tests;

/// <summary>What a fault looks like on the wire, and what it leaves behind.</summary>
[TestClass]
public sealed class FaultKindTests
{
    public static IEnumerable<(string Name, FaultKind Kind)> Kinds =>
    [
        ("status", FaultKind.Status(500)),
        ("delay", FaultKind.Delay(TimeSpan.FromMilliseconds(1))),
        ("reset", FaultKind.Reset),
        ("truncate", FaultKind.Truncate()),
        ("garbage", FaultKind.Garbage()),
        ("rate limit", FaultKind.RateLimit()),
    ];

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public async Task Before_the_effect_nothing_is_changed_and_after_it_everything(string name, FaultKind kind)
    {
        foreach (FaultMoment moment in Enum.GetValues<FaultMoment>())
        {
            await using Wire wire = await Wire.StartAsync();
            InjectedFault fault = wire.Emulator.Faults.Add(
                new EmulatorFault { Operation = "Policies_Create", Nth = 1, Kind = kind, Moment = moment });
            try
            {
                await wire.PostAsync("v1/policies", Samples.AutoClose);
            }
            catch (Exception exception) when (exception is HttpRequestException or JsonException)
            {
            }

            Assert.AreEqual(1, fault.Strikes, name);
            bool there = moment == FaultMoment.AfterEffect || name == "delay";
            Assert.AreEqual(there ? "auto close policy:0" : "", await wire.ListedPoliciesAsync(), $"{name} {moment}");
        }
    }

    [TestMethod]
    public async Task A_status_has_the_error_body_of_the_service()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Faults.Add(new EmulatorFault { Kind = FaultKind.Status(503) });
        Reply reply = await wire.GetAsync("v1/policies");
        reply.AssertStatus(503);
        Assert.AreEqual("Injected fault: status 503.", (string?)reply.Body["message"]);
        Assert.AreEqual(reply.Header("X-Request-ID"), (string?)reply.Body["requestId"]);
        Assert.IsNotNull(reply.Body["took"]);
    }

    [TestMethod]
    public async Task A_status_may_have_any_body_and_headers()
    {
        await using Wire wire = await Wire.StartAsync();
        var headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "text/html",
            ["Retry-After"] = "7",
            ["x-ratelimit-state"] = "THROTTLED",
        };
        wire.Emulator.Faults.Add(new EmulatorFault { Kind = FaultKind.Status(502, "<html>späť</html>", headers) });
        headers.Clear();
        using HttpResponseMessage response = await RawAsync(wire);
        Assert.AreEqual(502, (int)response.StatusCode);
        Assert.AreEqual("<html>späť</html>", await response.Content.ReadAsStringAsync());
        Assert.AreEqual("text/html", response.Content.Headers.ContentType?.ToString());
        Assert.AreEqual("7", response.Headers.RetryAfter?.ToString());
        Assert.AreEqual("THROTTLED", response.Headers.GetValues("X-RateLimit-State").Single());
    }

    [TestMethod]
    public async Task A_status_without_body_is_sent_without()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Faults.Add(new EmulatorFault { Kind = FaultKind.Status(204), Nth = 1 });
        using HttpResponseMessage response = await RawAsync(wire);
        Assert.AreEqual(204, (int)response.StatusCode);
        Assert.AreEqual("", await response.Content.ReadAsStringAsync());
        (await wire.GetAsync("v1/policies")).AssertStatus(200);
    }

    [TestMethod]
    public async Task A_reset_answers_nothing()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Faults.Add(new EmulatorFault { Operation = "Policies_Create", Kind = FaultKind.Reset });
        HttpRequestException exception = await Assert.ThrowsExactlyAsync<HttpRequestException>(
            () => wire.PostAsync("v1/policies", Samples.AutoClose));
        Assert.IsNull(exception.StatusCode);
        Assert.HasCount(1, wire.Emulator.Requests);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(10)]
    [DataRow(1_000_000)]
    public async Task A_truncated_answer_announces_all_and_ends_early(int afterBytes)
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Faults.Add(new EmulatorFault { Kind = FaultKind.Truncate(afterBytes) });
        using HttpResponseMessage response = await RawAsync(wire);
        Assert.AreEqual(200, (int)response.StatusCode);
        long announced = response.Content.Headers.ContentLength!.Value;
        using Stream body = await response.Content.ReadAsStreamAsync();
        int read = 0;
        HttpIOException exception = await Assert.ThrowsExactlyAsync<HttpIOException>(async () =>
        {
            while (await body.ReadAsync(new byte[1]) > 0)
            {
                read++;
            }
        });
        Assert.AreEqual(HttpRequestError.ResponseEnded, exception.HttpRequestError);
        Assert.AreEqual(Math.Min(afterBytes, announced - 1), read);
    }

    [TestMethod]
    public async Task Garbage_says_that_it_is_json_and_is_not()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Faults.Add(
            new EmulatorFault { Operation = "Policies_Create", Kind = FaultKind.Garbage(), Moment = FaultMoment.AfterEffect });
        await Assert.ThrowsAsync<JsonException>(() => wire.PostAsync("v1/policies", Samples.AutoClose));

        wire.Emulator.Faults.Add(new EmulatorFault { Operation = "Policies_List", Kind = FaultKind.Garbage("""{"data":5""") });
        using HttpResponseMessage response = await RawAsync(wire);
        Assert.AreEqual(200, (int)response.StatusCode);
        Assert.AreEqual("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.AreEqual("""{"data":5""", await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task A_rate_limit_is_answered_as_the_service_does()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Faults.Add(new EmulatorFault { Kind = FaultKind.RateLimit(60) });
        Reply reply = await wire.GetAsync("v1/policies");
        reply.AssertStatus(429);
        Assert.AreEqual("THROTTLED", reply.Header("X-RateLimit-State"));
        Assert.AreEqual("ACCOUNT", reply.Header("X-RateLimit-Reason"));
        Assert.AreEqual("60", reply.Header("X-RateLimit-Period-In-Sec"));
    }

    [TestMethod]
    public async Task Delays_add_up_and_go_with_another_fault()
    {
        await using Wire wire = await Wire.StartAsync();
        FaultKind delay = FaultKind.Delay(TimeSpan.FromMilliseconds(150));
        InjectedFault[] delays =
        [
            .. new[] { FaultMoment.BeforeEffect, FaultMoment.BeforeEffect, FaultMoment.AfterEffect, FaultMoment.AfterEffect }
                .Select(moment => wire.Emulator.Faults.Add(new EmulatorFault { Kind = delay, Moment = moment })),
        ];
        wire.Emulator.Faults.Add(new EmulatorFault { Kind = FaultKind.Status(503) });
        long start = Stopwatch.GetTimestamp();
        (await wire.GetAsync("v1/policies")).AssertStatus(503);
        Assert.IsGreaterThan(TimeSpan.FromMilliseconds(580), Stopwatch.GetElapsedTime(start));
        Assert.IsTrue(Array.TrueForAll(delays, static d => d.Strikes == 1));
    }

    [TestMethod]
    [DataRow(FaultMoment.BeforeEffect, "")]
    [DataRow(FaultMoment.AfterEffect, "auto close policy:0")]
    public async Task A_client_that_gives_up_during_a_delay(FaultMoment moment, string left)
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Faults.Add(
            new EmulatorFault { Operation = "Policies_Create", Kind = FaultKind.Delay(TimeSpan.FromSeconds(3)), Moment = moment });
        using (var http = new HttpClient { BaseAddress = wire.Emulator.Address, Timeout = TimeSpan.FromSeconds(1) })
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"GenieKey {wire.Emulator.ApiKey}");
            await Assert.ThrowsAsync<TaskCanceledException>(() => http.PostAsync("v1/policies", Wire.Json(Samples.AutoClose)));
        }

        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.AreEqual(left, await wire.ListedPoliciesAsync());
    }

    [TestMethod]
    public async Task A_slow_answer_holds_up_nobody_else()
    {
        await using Wire wire = await Wire.StartAsync();
        wire.Emulator.Faults.Add(new EmulatorFault { Operation = "Policies_Get", Kind = FaultKind.Delay(TimeSpan.FromMinutes(10)) });
        Task<Reply> slow = wire.GetAsync("v1/policies/x");
        (await wire.GetAsync("v1/policies")).AssertStatus(200);
        Assert.IsFalse(slow.IsCompleted);
        await wire.Emulator.DisposeAsync();
        await Assert.ThrowsAsync<Exception>(() => slow);
    }

    private static async Task<HttpResponseMessage> RawAsync(Wire wire)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(wire.Emulator.Address, "v1/policies"));
        request.Headers.TryAddWithoutValidation("Authorization", $"GenieKey {wire.Emulator.ApiKey}");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
