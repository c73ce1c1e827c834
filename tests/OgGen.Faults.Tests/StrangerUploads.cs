using System.Text;
using OgGen.Generated;

namespace OgGen.Faults.Tests;

/// <summary>Uploads that are sent twice, at once, or from streams that fail.</summary>
[TestClass]
public sealed class StrangerUploads : FaultTest
{
    private static readonly byte[] s_content = Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 5000)));

    [TestMethod]
    [DataRow(503)]
    [DataRow(400)]
    [DataRow(200)]
    public async Task Stranger10_a_stream_is_sent_from_where_it_was_given_in_every_call_and_left_there(int status)
    {
        RawServer server = Serve(RawServer.Answer(status, """{"name":"Rex"}"""), Given.Pet);
        TestClient client = Client(server);
        using var stream = new MemoryStream(s_content) { Position = 100 };
        Task CallAsync() => client.SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); });
        if (status == 200)
        {
            await CallAsync();
        }
        else
        {
            await FailAnyAsync<ApiException>(CallAsync());
        }

        Assert.AreEqual(100, stream.Position);
        await CallAsync();
        Assert.AreEqual(100, stream.Position);
        stream.Position = 50;
        await CallAsync();
        CollectionAssert.AreEqual(s_content[100..], server.Requests[0].Body);
        CollectionAssert.AreEqual(s_content[100..], server.Requests[1].Body);
        CollectionAssert.AreEqual(s_content[50..], server.Requests[2].Body);
    }

    [TestMethod]
    public async Task Stranger10_a_file_is_sent_from_where_its_stream_stood_when_it_was_made()
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        using var stream = new MemoryStream(s_content) { Position = 100 };
        var file = new ApiFile(stream, "a.bin");
        stream.Position = 7;
        for (int i = 0; i < 2; i++)
        {
            await client.SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetMultipartBody().AddFile("f", file); });
            StringAssert.Contains(server.Requests[i].Text, $"\r\n\r\n{Encoding.ASCII.GetString(s_content[100..])}\r\n--");
            Assert.AreEqual(7, stream.Position);
        }
    }

    [TestMethod]
    public async Task Stranger10_a_stream_that_cannot_seek_is_refused_the_second_time_before_anything_is_sent()
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        using var stream = new ForwardStream(s_content);
        var file = new ApiFile(stream, "a.bin");
        await client.SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); });
        var e = await FailAsync<InvalidOperationException>(
            client.SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); }));
        StringAssert.Contains(e.Message, "cannot seek");
        await FailAsync<InvalidOperationException>(client.SendAsync("POST", r =>
        {
            r.AddPathLiteral("/x");
            r.SetMultipartBody().AddFile("f", file);
        }));
        CollectionAssert.AreEqual(s_content, server.Requests.Single().Body);
    }

    [TestMethod]
    public async Task Stranger10_a_stream_that_cannot_seek_is_not_sent_in_two_parts()
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        using var stream = new ForwardStream(s_content);
        await FailAsync<InvalidOperationException>(client.SendAsync("POST", r =>
        {
            r.AddPathLiteral("/x");
            ApiMultipart parts = r.SetMultipartBody();
            parts.AddFile("f", new ApiFile(stream, "a.bin"));
            parts.AddFile("f", new ApiFile(stream, "b.bin"));
        }));
        Assert.HasCount(0, server.Requests);

        // Nothing was read of it, so that it is sent whole now.
        await client.SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); });
        CollectionAssert.AreEqual(s_content, server.Requests.Single().Body);
    }

    [TestMethod]
    public async Task Stranger10_a_request_that_was_given_up_while_it_was_put_together_takes_nothing()
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        using var stream = new ForwardStream(s_content);
        Refuse<ArgumentException>(() => Operations.Request("POST", r =>
        {
            r.SetMultipartBody().AddFile("f", new ApiFile(stream, "a.bin"));
            r.AddPathSegment("id", "..");
        }));
        await client.SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); });
        CollectionAssert.AreEqual(s_content, server.Requests.Single().Body);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Stranger10_calls_at_the_same_time_send_the_same_bytes_of_one_stream(bool isFile)
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        using var stream = new SlowStream(s_content) { Position = 100 };
        var file = new ApiFile(stream, "a.bin");
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => client.SendAsync("POST", r =>
        {
            r.AddPathLiteral("/x");
            if (isFile)
            {
                r.SetMultipartBody().AddFile("f", file);
            }
            else
            {
                r.SetStreamBody(stream);
            }
        })));
        Assert.HasCount(32, server.Requests);
        string expected = Encoding.ASCII.GetString(s_content[100..]);
        foreach (RawRequest request in server.Requests)
        {
            Assert.AreEqual(expected, isFile ? request.Text.Split("\r\n\r\n", 2)[1].Split("\r\n--")[0] : request.Text);
        }

        Assert.AreEqual(100, stream.Position);
    }

    [TestMethod]
    [DataRow("at its end")]
    [DataRow("beyond its end")]
    [DataRow("closed")]
    [DataRow("write-only")]
    public void Stranger10_a_stream_with_nothing_to_send_is_refused_before_anything_is_sent(string how)
    {
        using var stream = how == "write-only" ? (Stream)new WriteOnlyStream() : new MemoryStream(s_content);
        if (how == "closed")
        {
            stream.Dispose();
        }
        else if (how != "write-only")
        {
            stream.Position = s_content.Length + (how == "at its end" ? 0 : 1);
        }

        ApiRequest request = Operations.Request("POST");
        Refuse<ArgumentException>(() => request.SetStreamBody(stream));
        Refuse<ArgumentException>(() => _ = new ApiFile(stream, "a.bin"));
    }

    [TestMethod]
    public async Task Stranger10_an_empty_stream_is_an_empty_upload()
    {
        RawServer server = Serve(Given.Pet);
        using var stream = new MemoryStream();
        await Client(server).SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); });
        Assert.AreEqual("0", server.Requests.Single().Header("Content-Length"));
    }

    [TestMethod]
    public async Task Stranger10_a_stream_that_grows_is_sent_as_it_was_when_it_was_given()
    {
        RawServer server = Serve(Given.Pet);
        using var stream = new MemoryStream();
        stream.Write(s_content);
        stream.Position = 0;
        await Client(server).SendAsync("POST", r =>
        {
            r.AddPathLiteral("/x");
            r.SetStreamBody(stream);
            stream.SetLength(s_content.Length + 1000);
        });
        CollectionAssert.AreEqual(s_content, server.Requests.Single().Body);
    }

    [TestMethod]
    public async Task Stranger10_a_stream_that_shrinks_is_an_error_and_not_a_shorter_upload()
    {
        RawServer server = Serve(Given.Pet);
        using var stream = new MemoryStream();
        stream.Write(s_content);
        stream.Position = 0;
        var e = await FailAsync<EndOfStreamException>(Client(server).SendAsync("POST", r =>
        {
            r.AddPathLiteral("/x");
            r.SetStreamBody(stream);
            stream.SetLength(1000);
        }));
        StringAssert.Contains(e.Message, $"1000 of the {s_content.Length} bytes");
        Assert.HasCount(0, server.Requests);
    }

    [TestMethod]
    [DataRow("PUT", 0)]
    [DataRow("PUT", 9000)]
    [DataRow("POST", 9000)]
    public async Task Stranger25_a_failure_of_the_callers_stream_is_the_callers_own_exception_once(string method, int after)
    {
        Exception[] failures =
        [
            new IOException("disk"), new TimeoutException("slow"), new OperationCanceledException("no"),
            new UnauthorizedAccessException("no"),
            new ApiTimeoutException("of another client"), new ApiConnectionException("of another client", ApiConnectionFailure.Connect),
            new HttpRequestException(HttpRequestError.ConnectionError), new InvalidDataException("zip"),
        ];
        foreach (Exception failure in failures)
        {
            RawServer server = Serve(Given.Pet);
            foreach (bool isFile in new[] { false, true })
            {
                using var stream = new FailingStream(s_content, after, failure);
                ApiClientOptions options = Untimed();
                Task call = Time.DriveAsync(Client(server, options).SendAsync(method, r =>
                {
                    r.AddPathLiteral("/x");
                    if (isFile)
                    {
                        r.SetMultipartBody().AddFile("f", new ApiFile(stream, "a.bin"));
                    }
                    else
                    {
                        r.SetStreamBody(stream);
                    }
                }));
                Exception e = await Assert.ThrowsAsync<Exception>(() => call.WaitAsync(TimeSpan.FromSeconds(20)));
                Assert.AreSame(failure, e, $"{failure.GetType().Name} came as {e}");
                Assert.AreEqual(1, stream.Failures);
            }

            Assert.HasCount(0, server.Requests);
            Assert.IsLessThanOrEqualTo(2, server.ConnectionCount);
        }
    }

    [TestMethod]
    public async Task Stranger25_a_stream_whose_copying_fails_is_copied_once()
    {
        RawServer server = Serve(Given.Pet);
        using var stream = new CopyFailsStream();
        Task call = Time.DriveAsync(Client(server, Untimed()).SendAsync("PUT", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); }));
        var e = await FailAsync<IOException>(call);
        Assert.AreEqual("disk", e.Message);
        Assert.AreEqual(1, stream.Copies);
        Assert.IsLessThanOrEqualTo(1, server.ConnectionCount);
    }

    [TestMethod]
    public async Task Stranger25_a_connection_that_breaks_is_no_failure_of_the_callers_stream()
    {
        RawServer server = Serve(async x =>
        {
            if (x.Number == 0)
            {
                x.Reset();
                return;
            }

            await x.SendAsync(Given.Pet);
        });
        using var stream = new MemoryStream(s_content);
        await Time.DriveAsync(Client(server, Untimed()).SendAsync("PUT", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); }));
        Assert.HasCount(2, server.Requests);
        CollectionAssert.AreEqual(s_content, server.Requests[1].Body);
    }

    private sealed class FailingStream(byte[] bytes, int after, Exception failure) : MemoryStream(bytes)
    {
        public int Failures { get; private set; }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await destination.WriteAsync(ToArray().AsMemory(0, after), cancellationToken);
            Failures++;
            throw failure;
        }
    }

    private sealed class CopyFailsStream() : MemoryStream(new byte[100])
    {
        public int Copies { get; private set; }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            Copies++;
            return Task.FromException(new IOException("disk"));
        }
    }

    private sealed class WriteOnlyStream : MemoryStream
    {
        public override bool CanRead => false;
    }
}
