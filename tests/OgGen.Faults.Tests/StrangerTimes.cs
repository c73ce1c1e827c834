namespace OgGen.Faults.Tests;

/// <summary>What services say about time.</summary>
[TestClass]
public sealed class StrangerTimes : FaultTest
{
    // The clock of these tests stands at 2026-11-22 13:14:15.
    [TestMethod]
    [DataRow("Sun, 22 Nov 2026 13:14:45 GMT", 30)]
    [DataRow("Sunday, 22-Nov-26 13:14:45 GMT", 30)]
    [DataRow("Sun Nov 22 13:14:45 2026", 30)]
    [DataRow("Mon, 23 Nov 2026 13:14:15 GMT", 86400)]
    [DataRow("Tuesday, 01-Dec-26 13:14:15 GMT", 777600)]
    [DataRow("Tue Dec  1 13:14:15 2026", 777600)]
    [DataRow("Tue, 1 Dec 2026 13:14:15 GMT", 777600)]
    [DataRow("Wrongday, 22-Nov-26 13:14:45 GMT", 30)]
    [DataRow("Sun, 06 Nov 1994 08:49:37 GMT", 0)]
    [DataRow("Sunday, 06-Nov-94 08:49:37 GMT", 0)]
    [DataRow("Sun Nov  6 08:49:37 1994", 0)]
    [DataRow("30", 30)]
    [DataRow("  30 ", 30)]
    [DataRow("Sun, 22-Nov-2026 13:14:45 GMT", null)]
    [DataRow("Sun Nov 22 13:14:45", null)]
    [DataRow("soon", null)]
    [DataRow("", null)]
    public async Task Stranger20_a_date_is_read_in_all_three_forms_of_http(string text, int? seconds)
    {
        ApiClientOptions options = Once();
        options.TimeProvider = Time;
        RawServer server = Serve($"HTTP/1.1 429 X\r\nRetry-After: {text}\r\nContent-Length: 0\r\n\r\n");
        var e = await FailAsync<ApiRateLimitException>(server, options: options);
        Assert.AreEqual(seconds is { } wait ? TimeSpan.FromSeconds(wait) : (TimeSpan?)null, e.RetryAfter);
    }

    [TestMethod]
    [DataRow("Sunday, 06-Nov-76 00:00:00 GMT", true)]
    [DataRow("Sunday, 31-Dec-76 00:00:00 GMT", true)]
    [DataRow("Sunday, 06-Nov-77 00:00:00 GMT", false)]
    [DataRow("Sunday, 06-Nov-99 00:00:00 GMT", false)]
    [DataRow("Sunday, 06-Nov-00 00:00:00 GMT", false)]
    [DataRow("Sunday, 06-Nov-27 00:00:00 GMT", true)]
    public async Task Stranger20_a_year_of_two_digits_is_at_most_fifty_years_from_now(string text, bool isAhead)
    {
        ApiClientOptions options = Once();
        options.TimeProvider = Time;
        RawServer server = Serve($"HTTP/1.1 429 X\r\nRetry-After: {text}\r\nContent-Length: 0\r\n\r\n");
        var e = await FailAsync<ApiRateLimitException>(server, options: options);
        Assert.AreEqual(isAhead, e.RetryAfter > TimeSpan.Zero);
    }

    [TestMethod]
    public async Task Stranger26_a_poll_asks_no_sooner_than_the_service_wants()
    {
        string date = NotYet("Retry-After: Sun, 22 Nov 2026 13:14:40 GMT\r\n");
        RawServer server = Serve(NotYet("Retry-After: 5\r\n"), date, NotYet("Retry-After: 0\r\n"), NotYet(""), Given.Pet);
        TestClient client = Client(server, Untimed());
        ApiPollOptions options = Often(Timeout.InfiniteTimeSpan);
        await Time.DriveAsync(client.Pipe.PollAsync(Operations.Pet("GET"), options, token => client.GetAsync(token)));
        int[] expected = [5000, 20_000, 100, 100];
        CollectionAssert.AreEqual(expected, Time.Waits.ConvertAll(static wait => (int)wait.TotalMilliseconds));
    }

    [TestMethod]
    public async Task Stranger26_a_poll_whose_deadline_ends_before_the_service_is_ready_ends_at_once()
    {
        RawServer server = Serve(NotYet("Retry-After: 5\r\n"));
        TestClient client = Client(server, Untimed());
        ApiPollOptions options = Often(TimeSpan.FromSeconds(1));

        // Time stands still.
        var e = await FailAsync<ApiTimeoutException>(
            client.Pipe.PollAsync(Operations.Pet("GET"), options, token => client.GetAsync(token)));
        Assert.AreEqual(404, e.Status);
        Assert.HasCount(1, server.Requests);
    }

    [TestMethod]
    [DataRow("99999999999999999999")]
    [DataRow("4000000000")]
    [DataRow("Sun, 22 Nov 2099 13:14:15 GMT")]
    public async Task Stranger26_no_service_makes_a_poll_wait_longer_than_a_day(string wait)
    {
        RawServer server = Serve(NotYet($"Retry-After: {wait}\r\n"), Given.Pet);
        TestClient client = Client(server, Untimed());
        var options = new ApiPollOptions { Deadline = Timeout.InfiniteTimeSpan };
        await Time.DriveAsync(client.Pipe.PollAsync(Operations.Pet("GET"), options, token => client.GetAsync(token)));
        Assert.AreEqual(TimeSpan.FromDays(1), Time.Waits.Single());
    }

    private static ApiPollOptions Often(TimeSpan deadline)
        => new() { Deadline = deadline, Interval = TimeSpan.FromMilliseconds(50), MaxInterval = TimeSpan.FromMilliseconds(100) };

    private static string NotYet(string header) => $"HTTP/1.1 404 N\r\nX-Errortype: NotYet\r\n{header}Content-Length: 0\r\n\r\n";
}
