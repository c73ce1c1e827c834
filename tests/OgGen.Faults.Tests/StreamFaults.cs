using System.Text;

namespace OgGen.Faults.Tests;

/// <summary>Answers that are read while they arrive, where they go wrong after the call has ended well.</summary>
[TestClass]
public sealed class StreamFaults : FaultTest
{
    private const string Begun =
        "HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\n\r\ne\r\n{\"name\":\"Rex\"}\r\n2\r\n\r\n\r\n";

    [TestMethod]
    [DataRow("stream")]
    [DataRow("values")]
    [DataRow("events")]
    public async Task F02_an_answer_that_is_being_read_does_not_show_its_request(string kind)
    {
        string type = kind == "events" ? "text/event-stream" : "application/jsonl";
        TestClient client = Client(ServeAndClose(Begun
            .Replace("{\"name\":\"Rex\"}", $"data:{new string(' ', 9)}", StringComparison.Ordinal)
            .Replace("application/jsonl", type, StringComparison.Ordinal)));
        object answer = kind switch
        {
            "stream" => await client.Pipe.SendForStreamAsync(Operations.Request("GET")),
            "values" => await client.Pipe.SendForSequenceAsync<Pet, PetCodec>(Operations.Request("GET")),
            _ => await client.Pipe.SendForEventsAsync(Operations.Request("GET")),
        };
        Canary.Browse(answer);
    }

    [TestMethod]
    public async Task F02_a_value_that_echoes_the_key_is_redacted()
    {
        string line = $$"""{"{{TestClient.Key}}":1}""";
        TestClient client = Client(Serve(RawServer.Answer(200, line, $"Content-Type: application/jsonl\r\nX-Echo: {TestClient.Key}\r\n")));
        var e = await FailAsync<ApiResponseFormatException>(client.ReadValuesAsync());
        Assert.AreEqual("***", e.Headers["X-Echo"]);
    }

    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":\"Rex\"}\n")]
    [DataRow("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf\r\n{\"name\":\"Rex\"}\n\r\n")]
    public async Task F23_a_stream_that_ends_early_is_not_at_its_end(string answer)
    {
        RawServer server = ServeAndClose(answer);
        TestClient client = Client(server);
        var e = await FailAsync<ApiConnectionException>(client.ReadAllAsync());
        Assert.AreEqual(ApiConnectionFailure.Interrupted, e.Failure);
        Assert.AreEqual(200, e.Status);
        int values = 0;
        await FailAsync<ApiConnectionException>(client.ReadValuesAsync(_ => values++));
        Assert.AreEqual(1, values);

        // What was given away in parts cannot be asked for again.
        Assert.HasCount(2, server.Requests);
    }

    [TestMethod]
    [DataRow("gzip")]
    [DataRow("br")]
    public async Task F25_a_compressed_stream_that_ends_early_is_not_at_its_end(string coding)
    {
        byte[] text = Encoding.ASCII.GetBytes(new Random(7).GetItems("abcdefgh".ToCharArray(), 50_000));
        byte[] whole = Coded.Compress(text, coding);
        int end = whole.Length;
        TestClient client = Client(Serve(x => Coded.SendAsync(x, whole[..end], coding)));
        CollectionAssert.AreEqual(text, await client.ReadAllAsync());
        for (end--; end > 0; end = end > whole.Length - 12 ? end - 1 : end - 4_977)
        {
            await FailAsync<ApiResponseFormatException>(client.ReadAllAsync());
        }
    }

    [TestMethod]
    public async Task F26_a_stream_that_cannot_be_decompressed_is_an_api_exception()
    {
        byte[] noise = "this is no gzip at all"u8.ToArray();
        await FailAsync<ApiResponseFormatException>(Client(Serve(x => Coded.SendAsync(x, noise, "gzip"))).ReadAllAsync());
        var e = await FailAsync<ApiResponseFormatException>(Client(Serve(x => Coded.SendAsync(x, noise, "zstd-x"))).ReadAllAsync());
        StringAssert.Contains(e.Message, "'zstd-x'");
    }

    [TestMethod]
    [DoNotParallelize]
    [DataRow("values")]
    [DataRow("events")]
    public async Task F27_a_bomb_in_a_sequence_is_stopped_at_the_limit_of_a_value_and_takes_little_memory(string kind)
    {
        byte[] bomb = Coded.Bomb();
        TestClient client = Client(Serve(x => Coded.SendAsync(x, bomb, "gzip")));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        var e = await FailAsync<ApiResponseFormatException>(kind == "values" ? client.ReadValuesAsync() : client.ReadEventsAsync());
        Assert.IsLessThan(64L << 20, GC.GetTotalAllocatedBytes(precise: true) - before);
        StringAssert.Contains(e.Message, "a value of more than 10000000 bytes");
    }

    [TestMethod]
    public async Task F27_a_plain_stream_comes_as_it_is_asked_for_whatever_its_size()
    {
        byte[] bomb = Coded.Bomb();
        TestClient client = Client(Serve(x => Coded.SendAsync(x, bomb, "gzip")));
        await using Stream stream = (await client.Pipe.SendForStreamAsync(Operations.Request("GET"))).Value;
        Assert.AreEqual(1000, await stream.ReadAtLeastAsync(new byte[1000], 1000));
    }

    [TestMethod]
    public async Task F32_a_stream_that_falls_silent_is_given_up()
    {
        ApiClientOptions options = Once();
        options.TimeProvider = Time;
        RawServer server = Serve(BeginAsync);
        Task reading = Client(server, options).ReadAllAsync(read => Assert.IsGreaterThan(0, read));
        for (int i = 0; i < 2; i++)
        {
            // Ten seconds are short of the limit of 30, which each wait for more has anew; the call itself had 100.
            await Time.WaitForTimerAsync(static left => left == TimeSpan.FromSeconds(30));
            Time.Advance(TimeSpan.FromSeconds(10));
            Assert.IsFalse(reading.IsCompleted);
        }

        Time.Advance(TimeSpan.FromSeconds(20));
        var e = await FailAsync<ApiTimeoutException>(reading);
        Assert.AreEqual(TimeSpan.FromSeconds(30), e.Limit);
        StringAssert.Contains(e.Message, "sent nothing for 30 s");
    }

    [TestMethod]
    public async Task F33_the_caller_stops_waiting_for_more_and_the_connection_is_closed()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        RawServer server = Serve(async x =>
        {
            await BeginAsync(x);
            closed.TrySetResult();
        });
        using var stop = new CancellationTokenSource();
        TestClient client = Client(server);
        var e = await FailAnyAsync<OperationCanceledException>(client.ReadValuesAsync(_ => stop.Cancel(), stop.Token));
        Assert.AreEqual(stop.Token, e.CancellationToken);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [TestMethod]
    public async Task F34_disposing_the_client_ends_its_streams()
    {
        TestClient client = Client(Serve(BeginAsync));
        var e = await FailAsync<ObjectDisposedException>(client.ReadValuesAsync(_ => client.Dispose()));
        Assert.AreEqual(nameof(TestClient), e.ObjectName);
    }

    [TestMethod]
    public async Task F55_a_hundred_streams_that_are_left_hold_no_connection()
    {
        RawServer server = Serve(
            x => x.SendAsync(RawServer.Answer(200, "{\"name\":\"Rex\"}\n{\"name\":\"Max\"}\n", "Content-Type: application/jsonl\r\n")));
        ApiClientOptions options = Once();
        options.Handler = Keep(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 1 });
        TestClient client = Client(server, options);
        for (int i = 0; i < 100; i++)
        {
            ApiResponse<ApiSequence<Pet>> answer = await client.Pipe.SendForSequenceAsync<Pet, PetCodec>(Operations.Request("GET"))
                .WaitAsync(TimeSpan.FromSeconds(20));
            if (i % 2 == 0)
            {
                await answer.Value.DisposeAsync();
                continue;
            }

            await foreach (Pet pet in answer.Value)
            {
                Assert.AreEqual("Rex", pet.Name);
                break;
            }
        }

        Assert.HasCount(100, server.Requests);
    }

    /// <summary>One value, and then nothing.</summary>
    private static async Task BeginAsync(RawExchange exchange)
    {
        await exchange.SendAsync(Begun);
        await exchange.HangAsync();
    }
}
