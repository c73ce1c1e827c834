namespace OgGen.Runtime.Tests;

[TestClass]
public sealed class PollTests
{
    private static string NotYet { get; } = RawServer.Answer(404, """{"message":"soon"}""", "X-Errortype: notyet\r\nX-Request-ID: r-7\r\n");

    private static Task<Pet> PollAsync(TestClient client, ApiPollOptions? options = null, CancellationToken cancellationToken = default)
        => client.Pipe.PollAsync(Operations.Pet("GET"), options, async token => (await client.GetAsync(token)).Value, cancellationToken);

    [TestMethod]
    public async Task It_asks_until_the_result_is_there()
    {
        await using var server = new RawServer(NotYet, NotYet, NotYet, Given.Pet);
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, Given.Untimed(time));
        Assert.AreEqual(
            "Rex",
            (await time.DriveAsync(
                PollAsync(
                    client, new ApiPollOptions { Deadline = Timeout.InfiniteTimeSpan, MaxInterval = TimeSpan.FromSeconds(2) }))).Name);
        CollectionAssert.AreEqual(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2) }, time.Waits);
    }

    [TestMethod]
    public async Task It_waits_for_operations_without_result_too()
    {
        await using var server = new RawServer(NotYet, Given.Pet);
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, Given.Untimed(time));
        Task poll = client.Pipe.PollAsync(
            Operations.Pet("GET"), new ApiPollOptions { Deadline = Timeout.InfiniteTimeSpan }, token => (Task)client.GetAsync(token));
        await time.DriveAsync(poll.ContinueWith(t => t.IsCompletedSuccessfully, TaskScheduler.Default));
        Assert.IsTrue(poll.IsCompletedSuccessfully);
        Assert.HasCount(2, server.Requests);
    }

    [TestMethod]
    public async Task Another_404_is_an_error()
    {
        await using var server = new RawServer(RawServer.Answer(404, """{"message":"none"}""", "X-Errortype: other\r\n"));
        using var client = new TestClient(server.Address);
        var e = await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => PollAsync(client));
        Assert.AreEqual("none", e.Error.Message);
        await using var without = new RawServer(RawServer.Answer(404, """{"message":"none"}"""));
        using var second = new TestClient(without.Address);
        await Assert.ThrowsExactlyAsync<ApiException<Problem>>(() => PollAsync(second));
    }

    [TestMethod]
    public async Task It_ends_at_the_deadline()
    {
        await using var server = new RawServer(NotYet);
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, Given.Untimed(time));
        Task<Pet> poll = PollAsync(client);
        TimeSpan interval = TimeSpan.FromSeconds(1);
        for (int i = 0; i < 15; i++)
        {
            // Task.Delay counts whole milliseconds.
            time.Advance(await time.WaitForTimerAsync(left => (left - interval).Duration() < TimeSpan.FromMilliseconds(2)));
            interval = interval * 1.5 < TimeSpan.FromSeconds(10) ? interval * 1.5 : TimeSpan.FromSeconds(10);
        }

        var e = await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => poll);
        Assert.AreEqual(TimeSpan.FromMinutes(2), e.Limit);
        Assert.AreEqual(404, e.Status);
        Assert.IsInstanceOfType<ApiException<Problem>>(e.InnerException);
        Assert.AreEqual(
            """Pets_Do had no result within 120 s. The last response: Pets_Do answered 404 (Not Found): {"message":"soon"}; request id """
                + """r-7""",
            e.WithoutAddress());
        Assert.AreEqual("r-7", e.RequestId);
        Assert.AreEqual("""{"message":"soon"}""", e.RawBody);
        Assert.AreEqual("soon", ((Problem)e.ErrorBody!).Message);
        Assert.AreEqual("notyet", e.Headers["X-Errortype"]);

        // After 1, 1.5, 2.25, 3.375, 5.06, 7.59 and nine times 10 seconds, no further wait fits into the two minutes.
        Assert.HasCount(16, server.Requests);
    }

    [TestMethod]
    public async Task The_deadline_ends_a_question_that_hangs()
    {
        await using var server = new RawServer(x => x.HangAsync());
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, Given.Untimed(time));
        Task<Pet> poll = PollAsync(client, new ApiPollOptions { Deadline = TimeSpan.FromSeconds(5) });
        await server.WaitForRequestsAsync(1);
        time.Advance(TimeSpan.FromSeconds(5));
        var e = await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => poll.WaitAsync(TimeSpan.FromSeconds(5)));
        Assert.AreEqual("Pets_Do had no result within 5 s. No response came.", e.Message);
        Assert.IsNull(e.Status);
    }

    [TestMethod]
    public async Task A_question_that_hangs_after_others_does_not_hide_the_last_response()
    {
        await using var server = new RawServer(x => x.Number == 1 ? x.HangAsync() : x.SendAsync(NotYet));
        var time = new ManualTimeProvider();
        using var client = new TestClient(server.Address, Given.Untimed(time));
        Task<Pet> poll = PollAsync(client, new ApiPollOptions { Deadline = TimeSpan.FromSeconds(5) });
        time.Advance(await time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(1)));
        await server.WaitForRequestsAsync(2);
        time.Advance(TimeSpan.FromSeconds(4));
        var e = await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => poll.WaitAsync(TimeSpan.FromSeconds(5)));
        StringAssert.EndsWith(
            e.WithoutAddress(), """The last response: Pets_Do answered 404 (Not Found): {"message":"soon"}; request id r-7""");
        Assert.AreEqual(404, e.Status);
        Assert.AreEqual("notyet", e.Headers["X-Errortype"]);
    }

    [TestMethod]
    public async Task It_can_be_cancelled_while_it_waits_and_while_it_asks()
    {
        foreach (bool hangs in new[] { false, true })
        {
            await using var server = new RawServer(x => hangs ? x.HangAsync() : x.SendAsync(NotYet));
            var time = new ManualTimeProvider();
            using var client = new TestClient(server.Address, Given.Untimed(time));
            using var cancel = new CancellationTokenSource();
            Task<Pet> poll = PollAsync(client, null, cancel.Token);
            await (hangs ? server.WaitForRequestsAsync(1) : time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(1)));
            await cancel.CancelAsync();
            var e = await Assert.ThrowsExactlyAsync<OperationCanceledException>(() => poll.WaitAsync(TimeSpan.FromSeconds(5)));
            Assert.AreEqual(cancel.Token, e.CancellationToken);
        }
    }

    [TestMethod]
    public async Task Disposing_the_client_ends_it()
    {
        await using var server = new RawServer(NotYet);
        var time = new ManualTimeProvider();
        var client = new TestClient(server.Address, Given.Untimed(time));
        Task<Pet> poll = PollAsync(client);
        await time.WaitForTimerAsync(left => left == TimeSpan.FromSeconds(1));
        client.Dispose();
        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => poll.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [TestMethod]
    public async Task Options_that_are_not_valid_are_refused()
    {
        using var client = new TestClient(new Uri("https://a.invalid"));
        await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(
            () => PollAsync(client, new ApiPollOptions { Interval = TimeSpan.Zero }));
        await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(
            () => PollAsync(client, new ApiPollOptions { Deadline = TimeSpan.Zero }));
        await Assert.ThrowsExactlyAsync<ArgumentOutOfRangeException>(
            () => PollAsync(client, new ApiPollOptions { MaxInterval = TimeSpan.FromSeconds(0.5) }));
    }
}
