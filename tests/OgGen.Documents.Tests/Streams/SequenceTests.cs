using System.Net.ServerSentEvents;
using OgGen.Documents.Streams;

namespace OgGen.Documents.Tests.Streams;

/// <summary>JSON Lines, JSON text sequences and server-sent events, as they arrive.</summary>
[TestClass]
public sealed class SequenceTests
{
    [TestMethod]
    public async Task Lines_are_read_one_by_one_wherever_the_packets_end()
    {
        List<Tick> ticks = await ReadAsync(
            Chunked("application/jsonl", "{\"n\":1}\n{\"n\"", ":2}\r\n\r\n", "{\"n\":3}"), c => c.Default.LinesAsync());

        CollectionAssert.AreEqual(new[] { 1, 2, 3 }, ticks.ConvertAll(static tick => tick.N));
        Assert.HasCount(2, await ReadAsync(Chunked("application/x-ndjson", "{\"n\":1}\n{\"n\":2}\n"), c => c.Default.OldLinesAsync()));
        Assert.HasCount(
            2, await ReadAsync(Chunked("application/json-seq", "\u001e{\"n\":\n1}\n\u001e", "{\"n\":2}\n"), c => c.Default.RecordsAsync()));
        Assert.IsEmpty(await ReadAsync(Chunked("application/jsonl"), c => c.Default.LinesAsync()));
    }

    [TestMethod]
    public async Task Values_are_sent_as_lines_or_records()
    {
        await using var server = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using StreamsClient client = Client(server);

        await client.Default.SendLinesAsync([new Tick { N = 1 }, new Tick { N = 2 }]);
        await client.Default.SendRecordsAsync([new Tick { N = 3 }]);

        CollectionAssert.AreEqual(
            new[] { "{\"n\":1}\n{\"n\":2}\n", "\u001e{\"n\":3}\n" }, server.Requests.Select(static request => request.Text).ToArray());
        CollectionAssert.AreEqual(
            new[] { "application/jsonl", "application/json-seq" },
            server.Requests.Select(static request => request.Header("Content-Type")).ToArray());
    }

    [TestMethod]
    public async Task Parts_of_any_number_are_added_and_read_by_hand()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, "--b\r\n\r\n1\r\n--b--", "Content-Type: multipart/mixed; boundary=b\r\n"));
        using StreamsClient client = Client(server);

        using var reader = new StreamReader(await client.Default.SendPartsAsync(static parts =>
        {
            parts.AddText("n", "1");
            parts.AddText("n", "2");
        }));

        Assert.AreEqual("--b\r\n\r\n1\r\n--b--", await reader.ReadToEndAsync());
        Assert.StartsWith("multipart/mixed; boundary=", server.Requests.Single().Header("Content-Type")!);
        Assert.Contains("\r\n\r\n1\r\n", server.Requests.Single().Text);
        Assert.Contains("\r\n\r\n2\r\n", server.Requests.Single().Text);
    }

    [TestMethod]
    public async Task The_first_value_is_there_before_the_second_is_sent()
    {
        var more = new TaskCompletionSource();
        await using var server = new RawServer(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\n\r\n{\"n\":1}\n");
            await more.Task;
            await exchange.SendAsync("{\"n\":2}\n");
            exchange.Close();
        });
        using StreamsClient client = Client(server);
        var seen = new List<int>();

        await foreach (Tick tick in client.Default.LinesAsync())
        {
            seen.Add(tick.N);
            more.TrySetResult();
        }

        CollectionAssert.AreEqual(new[] { 1, 2 }, seen);
    }

    [TestMethod]
    public async Task Events_have_their_names_ids_and_json_until_the_end()
    {
        List<SseItem<Tick>> events = await ReadAsync(
            Chunked(
                "text/event-stream",
                ": hello\n\ndata: {\"n\":1}\n\nevent: tick\nid: 7\ndata: {\ndata: \"n\":2}\n\n",
                "data: [DONE]\n\ndata: {\"n\":3}\n\n"), c => c.Default.EventsAsync());

        CollectionAssert.AreEqual(new[] { 1, 2 }, events.ConvertAll(static item => item.Data.N));
        CollectionAssert.AreEqual(new[] { "message", "tick" }, events.ConvertAll(static item => item.EventType));
        Assert.AreEqual("7", events[1].EventId);
    }

    [TestMethod]
    public async Task Events_of_several_kinds_are_a_choice_and_text_stays_text()
    {
        List<SseItem<TypedEventsEvent>> events = await ReadAsync(
            Chunked("text/event-stream", "event: tick\ndata: {\"n\":1}\n\nevent: stop\ndata: {\"reason\":\"r\"}\n\n"),
            c => c.Default.TypedEventsAsync());
        List<SseItem<string>> texts = await ReadAsync(
            Chunked("text/event-stream", "data: a\ndata: ü\n\n"), c => c.Default.TextEventsAsync());

        Assert.AreEqual(1, events[0].Data.Tick?.N);
        Assert.AreEqual("r", events[1].Data.Stop?.Reason);
        Assert.AreEqual("a\nü", texts.Single().Data);
    }

    [TestMethod]
    public async Task One_operation_answers_whole_or_in_pieces()
    {
        await using var server = new RawServer(
            RawServer.Answer(200, """{ "reason": "end" }"""), Chunked("text/event-stream", "data: {\"n\":1}\n\n"));
        using StreamsClient client = Client(server);

        Assert.AreEqual("end", (await client.Default.ChatAsync(new() { Stream = false })).Reason);
        List<SseItem<Tick>> pieces = await ListAsync(client.Default.ChatAsEventsAsync(new() { Stream = true }));

        Assert.AreEqual(1, pieces.Single().Data.N);
        Assert.AreEqual("""{"stream":true}""", server.Requests[1].Text);
        Assert.AreEqual("text/event-stream, application/json", server.Requests[1].Header("Accept"));
    }

    [TestMethod]
    public async Task Nothing_is_sent_before_the_values_are_wanted_and_each_reading_is_a_request()
    {
        await using var server = new RawServer(Chunked("application/jsonl", "{\"n\":1}\n"));
        using StreamsClient client = Client(server);

        IAsyncEnumerable<Tick> ticks = client.Default.LinesAsync();
        Assert.IsEmpty(server.Requests);
        await ListAsync(ticks);
        await ListAsync(ticks);

        Assert.HasCount(2, server.Requests);
        Assert.AreEqual(1, server.ConnectionCount, "the connection was given back");
        ApiResponse<ApiSequence<Tick>> answer = await client.Default.LinesWithResponseAsync();
        await ListAsync(answer.Value);
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => ListAsync(answer.Value));
    }

    [TestMethod]
    public async Task Errors_before_and_within_the_stream_are_exceptions()
    {
        Assert.AreEqual(
            "no",
            (await Assert.ThrowsExactlyAsync<ApiException<Stop>>(
                () => ReadAsync(RawServer.Answer(400, """{ "reason": "no" }"""), c => c.Default.ChatAsEventsAsync(new())))).Error.Reason);
        ApiResponseFormatException broken = await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(
            () => ReadAsync(Chunked("application/jsonl", "{\"n\":1}\n{\"n\":\"x\"}\n"), c => c.Default.LinesAsync()));
        Assert.Contains("$.n", broken.Message);

        await using var server = new RawServer(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\nContent-Length: 100\r\n\r\n{\"n\":1}\n");
            exchange.Reset();
        });
        using StreamsClient client = Client(server);
        await Assert.ThrowsExactlyAsync<ApiConnectionException>(() => ListAsync(client.Default.LinesAsync()));
    }

    [TestMethod]
    public async Task Waiting_for_more_has_a_limit_and_can_be_cancelled()
    {
        await using var server = new RawServer(async exchange =>
        {
            await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/jsonl\r\n\r\n{\"n\":1}\n");
            await exchange.HangAsync();
        });
        using var impatient = new StreamsClient(
            server.Address, new ApiClientOptions { AttemptTimeout = TimeSpan.FromMilliseconds(200), Retry = { Enabled = false } });
        using StreamsClient client = Client(server);
        using var cancelled = new CancellationTokenSource();

        await Assert.ThrowsExactlyAsync<ApiTimeoutException>(() => ListAsync(impatient.Default.LinesAsync()));
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (Tick _ in client.Default.LinesAsync(cancelled.Token))
            {
                await cancelled.CancelAsync();
            }
        });
        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(async () =>
        {
            await foreach (Tick _ in client.Default.LinesAsync())
            {
                client.Dispose();
            }
        });
    }

    [TestMethod]
    public async Task A_value_beyond_the_limit_of_size_is_refused()
    {
        await using var server = new RawServer(
            Chunked("application/jsonl", new string(' ', 3000), new string(' ', 3000)),
            Chunked("text/event-stream", "data: " + new string('x', 6000)));
        using var client = new StreamsClient(server.Address, new ApiClientOptions { MaxResponseBytes = 2000, Retry = { Enabled = false } });

        Assert.Contains(
            "2000 bytes",
            (await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => ListAsync(client.Default.LinesAsync()))).Message);
        Assert.Contains(
            "2000 bytes",
            (await Assert.ThrowsExactlyAsync<ApiResponseFormatException>(() => ListAsync(client.Default.TextEventsAsync()))).Message);
    }

    private static string Chunked(string contentType, params string[] chunks)
        => $"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nTransfer-Encoding: chunked\r\n\r\n"
            + string.Concat(chunks.Select(chunk => $"{System.Text.Encoding.UTF8.GetByteCount(chunk):x}\r\n{chunk}\r\n")) + "0\r\n\r\n";

    private static StreamsClient Client(RawServer server) => new(server.Address, new ApiClientOptions { Retry = { Enabled = false } });

    private static async Task<List<T>> ReadAsync<T>(string answer, Func<StreamsClient, IAsyncEnumerable<T>> call)
    {
        await using var server = new RawServer(answer);
        using StreamsClient client = Client(server);
        return await ListAsync(call(client));
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> values)
    {
        var list = new List<T>();
        await foreach (T value in values)
        {
            list.Add(value);
        }

        return list;
    }
}
