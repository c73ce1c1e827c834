using System.Diagnostics;
using System.Text;

namespace OgGen.Faults.Tests;

/// <summary>Bodies whose length or compression lies.</summary>
[TestClass]
public sealed class FramingFaults : FaultTest
{
    private static readonly byte[] s_json = """{"name":"Rex","x":"0123456789abcdefghijklmnopqrstuvwxyz"}"""u8.ToArray();

    [TestMethod]
    [DataRow("gzip")]
    [DataRow("x-gzip")]
    [DataRow("gzip of two members")]
    [DataRow("deflate")]
    [DataRow("deflate without frame")]
    [DataRow("deflate without frame, stored")]
    [DataRow("br")]
    public async Task F25_a_truncated_compressed_body_is_never_a_part_of_the_answer(string kind)
    {
        byte[] whole = kind == "gzip of two members"
            ? [.. Coded.Compress(s_json[..20], kind), .. Coded.Compress(s_json[20..], kind)]
            : Coded.Compress(s_json, kind);
        string coding = kind.Split(' ')[0];
        int end = whole.Length;
        RawServer server = Serve(x => Coded.SendAsync(x, whole[..end], coding));
        ApiClientOptions throughHandler = Once();
        throughHandler.Handler = Keep(new SocketsHttpHandler { UseProxy = false });
        TestClient[] clients = [Client(server), Client(server, throughHandler)];
        foreach (TestClient client in clients)
        {
            Assert.AreEqual("Rex", (await client.GetAsync()).Value.Name);
            CollectionAssert.AreEqual(s_json, (await client.Pipe.SendForBytesAsync(Operations.Request("GET"))).Value);
            Assert.AreEqual(s_json.Length, (await client.Pipe.SendForTextAsync(Operations.Request("GET"))).Value.Length);
        }

        for (end = whole.Length - 1; end > 0; end--)
        {
            // Between its members a gzip file is whole.
            if (kind != "gzip of two members" || end != Coded.Compress(s_json[..20], kind).Length)
            {
                await FailAsync<ApiResponseFormatException>(clients[end % 2].GetAsync());
                await FailAsync<ApiResponseFormatException>(clients[end % 2].Pipe.SendForTextAsync(Operations.Request("GET")));
                await FailAsync<ApiResponseFormatException>(clients[end % 2].Pipe.SendForBytesAsync(Operations.Request("GET")));
            }
        }
    }

    [TestMethod]
    [DataRow("gzip")]
    [DataRow("deflate")]
    [DataRow("deflate without frame")]
    [DataRow("br")]
    public async Task F25_a_truncated_large_body_is_refused_wherever_it_ends(string kind)
    {
        // Random letters: many blocks, many reads.
        byte[] text = Encoding.ASCII.GetBytes(new Random(7).GetItems("abcdefgh".ToCharArray(), 200_000));
        byte[] whole = Coded.Compress(text, kind);
        int end = whole.Length;
        TestClient client = Client(Serve(x => Coded.SendAsync(x, whole[..end], kind.Split(' ')[0])));
        CollectionAssert.AreEqual(text, (await client.Pipe.SendForBytesAsync(Operations.Request("GET"))).Value);
        for (end = whole.Length - 1; end > 0; end = end > whole.Length - 20 ? end - 1 : end - 4_977)
        {
            await FailAsync<ApiResponseFormatException>(client.Pipe.SendForBytesAsync(Operations.Request("GET")));
        }
    }

    [TestMethod]
    public async Task F25_a_body_that_ends_in_the_header_of_its_compression_is_not_empty()
    {
        byte[] header = [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3, .. "name"u8];
        TestClient client = Client(Serve(x => Coded.SendAsync(x, header, "gzip")));
        await FailAsync<ApiResponseFormatException>(client.Pipe.SendForBytesAsync(Operations.Request("GET")));
    }

    [TestMethod]
    public async Task F25_an_empty_body_needs_no_compression()
    {
        foreach (string coding in new[] { "gzip", "deflate", "br" })
        {
            ApiResponse<byte[]> empty = await Client(Serve(x => Coded.SendAsync(x, [], coding)))
                .Pipe.SendForBytesAsync(Operations.Request("GET"));
            Assert.IsEmpty(empty.Value);
        }
    }

    [TestMethod]
    [DataRow("gzip")]
    [DataRow("br")]
    public async Task F25_an_error_whose_description_ends_early_is_still_that_error(string coding)
    {
        byte[] whole = Coded.Compress("{\"message\":\"m\"}"u8.ToArray(), coding);
        RawServer server = Serve(async x =>
        {
            await x.SendAsync($"HTTP/1.1 404 No\r\nContent-Encoding: {coding}\r\nContent-Length: {whole.Length - 5}\r\n\r\n");
            await x.SendAsync(whole[..^5]);
        });
        Assert.AreEqual(404, (await FailAsync<ApiException>(server)).Status);
    }

    [TestMethod]
    [DataRow("gzip", "this is no gzip at all")]
    [DataRow("deflate", "this is no deflate at all")]
    [DataRow("br", "\u0001this is no brotli at all")]
    public async Task F26_a_body_that_cannot_be_decompressed_is_an_api_exception(string encoding, string body)
    {
        var e = await FailAsync<ApiResponseFormatException>(Serve(x => Coded.SendAsync(x, Encoding.UTF8.GetBytes(body), encoding)));
        Assert.AreEqual(200, e.Status);
    }

    [TestMethod]
    public async Task F26_an_encoding_that_is_not_known_or_stands_twice_is_named()
    {
        byte[] once = Coded.Compress(s_json, "gzip");
        var unknown = await FailAsync<ApiResponseFormatException>(Serve(x => Coded.SendAsync(x, once, "zstd-x")));
        StringAssert.Contains(unknown.Message, "content encoding 'zstd-x'");
        var twice = await FailAsync<ApiResponseFormatException>(Serve(x => Coded.SendAsync(x, Coded.Compress(once, "gzip"), "gzip, gzip")));
        StringAssert.Contains(twice.Message, "content encoding 'gzip, gzip'");

        // What is no JSON cannot show by itself that it is compressed.
        TestClient client = Client(Serve(x => Coded.SendAsync(x, once, "zstd-x")));
        StringAssert.Contains(
            (await FailAsync<ApiResponseFormatException>(client.Pipe.SendForTextAsync(Operations.Request("GET")))).Message, "'zstd-x'");
        StringAssert.Contains(
            (await FailAsync<ApiResponseFormatException>(client.Pipe.SendForBytesAsync(Operations.Request("GET")))).Message, "'zstd-x'");
        CollectionAssert.AreEqual(
            once, (await Client(Serve(x => Coded.SendAsync(x, once, "identity"))).Pipe.SendForBytesAsync(Operations.Request("GET"))).Value);
    }

    [TestMethod]
    [DoNotParallelize]
    [DataRow(true)]
    [DataRow(false)]
    public async Task F27_a_bomb_is_stopped_at_the_limit_and_takes_little_memory(bool announced)
    {
        byte[] bomb = Coded.Bomb();
        Assert.IsLessThan(1_000_000, bomb.Length);
        RawServer server = Serve(async x =>
        {
            await x.SendAsync(
                "HTTP/1.1 200 OK\r\nContent-Encoding: "
                    + $"gzip\r\n{(announced ? $"Content-Length: {bomb.Length}" : "Connection: close")}\r\n\r\n");
            await x.SendAsync(bomb);
            x.Close();
        });
        TestClient client = Client(server);
        await FailAsync<ApiResponseFormatException>(client.GetAsync());
        long before = Memory();
        var asJson = await FailAsync<ApiResponseFormatException>(client.GetAsync());
        var asBytes = await FailAsync<ApiResponseFormatException>(client.Pipe.SendForBytesAsync(Operations.Request("GET")));
        Assert.IsLessThan(64L << 20, Memory() - before);
        StringAssert.Contains(asJson.Message, "more than 10000000 bytes");
        StringAssert.Contains(asBytes.Message, "more than 10000000 bytes");
    }

    [TestMethod]
    public async Task F28_a_body_without_end_is_stopped_at_the_limit()
    {
        ApiClientOptions options = Once();
        options.MaxResponseBytes = 100_000;
        var announced = await FailAsync<ApiResponseFormatException>(
            ServeAndClose("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n{"), "GET", options);
        StringAssert.Contains(announced.Message, "100000 bytes");
        RawServer endless = Serve(async x =>
        {
            await x.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (!x.Stopped.IsCancellationRequested)
            {
                await x.SendAsync("64\r\n" + new string('x', 100) + "\r\n");
            }
        });
        StringAssert.Contains((await FailAsync<ApiResponseFormatException>(endless, "GET", options)).Message, "100000 bytes");
    }

    [TestMethod]
    [DataRow("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")]
    [DataRow("Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n")]
    [DataRow("Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    [DataRow("Transfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    [DataRow("Content-Length: 2\r\nContent-Length: 14\r\n\r\n{\"name\":\"Rex\"}")]
    [DataRow(
        "Content-Length: 14\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"name\":\"evil\"}")]
    [DataRow("Content-Length: -5\r\n\r\n{\"na")]
    [DataRow("Content-Length: 99999999999999999999\r\n\r\n{\"na")]
    public async Task F29_a_length_that_lies_fails_and_the_connection_is_not_used_again(string answer)
    {
        RawServer server = Serve(async x =>
        {
            await x.SendAsync(x.Number == 0 ? "HTTP/1.1 200 OK\r\n" + answer : Given.Pet);
            if (x.Number == 0)
            {
                await x.HangAsync();
            }
        });
        ApiClientOptions options = Once();
        options.TimeProvider = Time;
        TestClient client = Client(server, options);
        Task<ApiResponse<Pet>> call = client.GetAsync();
        await server.WaitForRequestsAsync(1);
        if (answer.StartsWith("Content-Length: -5", StringComparison.Ordinal)
            || answer.StartsWith("Content-Length: 9", StringComparison.Ordinal)
            || answer.Contains("7fff", StringComparison.Ordinal))
        {
            Time.Advance(TimeSpan.FromSeconds(30));
        }

        await FailAnyAsync<ApiException>(call);
        Assert.AreEqual("Rex", (await client.GetAsync()).Value.Name);
        Assert.AreEqual(2, server.ConnectionCount);
    }

    [TestMethod]
    public async Task F36_surplus_bytes_are_not_the_answer_to_the_next_call()
    {
        RawServer server = Serve(x => x.SendAsync(
            RawServer.Answer(200, $$"""{"name":"{{x.Number}}"}""") + (x.Number == 0 ? RawServer.Answer(200, """{"name":"evil"}""") : "")));
        TestClient client = Client(server);
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual($"{i}", (await client.GetAsync()).Value.Name);
        }
    }

    private static long Memory()
    {
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        return Math.Max(GC.GetTotalMemory(forceFullCollection: true), process.WorkingSet64);
    }
}
