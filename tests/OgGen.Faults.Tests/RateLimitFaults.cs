namespace OgGen.Faults.Tests;

[TestClass]
public sealed class RateLimitFaults : FaultTest
{
    [TestMethod]
    [DataRow("Retry-After: 2", 2.0)]
    [DataRow("Retry-After: Sun, 22 Nov 2026 13:14:45 GMT", 30.0)]
    [DataRow("Retry-After: Mon, 22 Nov 2026 13:14:45 GMT", 30.0)] // the weekday is wrong
    [DataRow("Retry-After: 1000000000", 60.0)]
    [DataRow("Retry-After: 99999999999999999999", 60.0)]
    [DataRow("Retry-After: Tue, 22 Dec 2026 13:14:45 GMT", 60.0)]
    [DataRow("X-RateLimit-Period-In-Sec: 7", 7.0)]
    [DataRow("X-RateLimit-Period-In-Sec: 7\r\nRetry-After: 3", 3.0)]
    public async Task F49_the_wait_is_what_the_service_asks_for_within_a_minute(string header, double seconds)
    {
        RawServer server = Serve(RawServer.Answer(429, "{}", header + "\r\n"), Given.Pet);
        Assert.AreEqual("Rex", (await Time.DriveAsync(Client(server, Untimed()).SendAsync("POST"))).Value.Name);
        Assert.AreEqual(TimeSpan.FromSeconds(seconds), Time.Waits.Single());
        Assert.HasCount(2, server.Requests);
    }

    [TestMethod]
    [DataRow("-1")]
    [DataRow("abc")]
    [DataRow("5.5")]
    [DataRow("0")]
    [DataRow("")]
    [DataRow("Sun, 22 Nov 2020 13:14:45 GMT")]
    [DataRow("Sat, 22 Nov 2020 13:14:45 GMT")] // the weekday is wrong
    [DataRow("Sun, 99 Nov 2026 13:14:45 GMT")]
    public async Task F49_advice_that_cannot_be_followed_is_replaced_by_the_back_off(string retryAfter)
    {
        RawServer server = Serve(RawServer.Answer(429, "{}", $"Retry-After: {retryAfter}\r\n"), Given.Pet);
        Assert.AreEqual("Rex", (await Time.DriveAsync(Client(server, Untimed()).SendAsync("POST"))).Value.Name);
        Assert.IsTrue(Time.Waits.All(w => w < TimeSpan.FromSeconds(0.5)));
        Assert.HasCount(2, server.Requests);
    }

    [TestMethod]
    public async Task F49_when_the_retries_are_used_up_the_caller_learns_the_wait()
    {
        RawServer server = Serve(RawServer.Answer(429, """{"message":"many"}""", "Retry-After: 2\r\n"));
        var e = await FailAfterRetriesAsync<ApiRateLimitException>(server, "POST");
        Assert.AreEqual(TimeSpan.FromSeconds(2), e.RetryAfter);
        Assert.AreEqual("many", ((Problem)e.ErrorBody!).Message);
        Assert.HasCount(4, server.Requests);
    }
}
