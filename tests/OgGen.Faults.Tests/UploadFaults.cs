using System.Net;
using System.Text;
using OgGen.Generated;

namespace OgGen.Faults.Tests;

[TestClass]
public sealed class UploadFaults : FaultTest
{
    private const long FiveGigabytes = 5L << 30;

    [TestMethod]
    [DataRow("a\"\r\nX: y", "a%22%0D%0AX: y")]
    [DataRow("../../x", "x")]
    [DataRow(@"..\..\x", "x")]
    [DataRow("a\0b\u007f", "a%00b%7F")]
    [DataRow("\"; filename=\"b", "%22; filename=%22b")]
    [DataRow("grüße 😀.png", "grüße 😀.png")]
    public async Task F61_a_file_name_is_a_base_name_and_stays_between_its_quotes(string name, string sent)
    {
        RawServer server = Serve(Given.Pet);
        await Client(server).SendAsync("POST", r =>
        {
            r.AddPathLiteral("/x");
            r.SetMultipartBody().AddFile("file", new ApiFile("abc"u8.ToArray(), name));
        });
        string[] lines = server.Requests.Single().Text.Split("\r\n");
        Assert.HasCount(7, lines);
        Assert.AreEqual($"Content-Disposition: form-data; name=\"file\"; filename=\"{sent}\"", lines[1]);
        Assert.AreEqual("Content-Type: application/octet-stream", lines[2]);
        Assert.AreEqual("abc", lines[4]);
    }

    [TestMethod]
    [DataRow("a\"\r\nX: y", "a%22%0D%0AX: y")]
    [DataRow("a\\", "a%5C")]
    [DataRow("a[b] c", "a[b] c")]
    public async Task F61_the_name_of_a_part_stays_between_its_quotes(string name, string sent)
    {
        RawServer server = Serve(Given.Pet);
        await Client(server).SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetMultipartBody().AddText(name, "1"); });
        Assert.AreEqual($"Content-Disposition: form-data; name=\"{sent}\"", server.Requests.Single().Text.Split("\r\n")[1]);
    }

    [TestMethod]
    [DataRow("a\r\nX-Evil: 1")]
    [DataRow("a\n")]
    [DataRow("a\0b")]
    public void F19_a_header_of_a_part_that_could_end_the_line_is_refused(string value)
    {
        ApiMultipart parts = new ApiRequest(Operations.Pet("POST")).SetMultipartBody();
        Refuse<ArgumentException>(() => parts.AddText("a", "b", value));
        Refuse<ArgumentException>(() => parts.AddText("a", "b", headers: [new("X", value)]));
        Refuse<ArgumentException>(() => parts.AddText("a", "b", headers: [new(value, "x")]));
        Refuse<ArgumentException>(() => parts.AddJson<Pet, PetCodec>("a", new Pet("b"), value));
        Refuse<ArgumentException>(() => parts.AddBytes("a", [], value));
        Refuse<ArgumentException>(() => parts.AddFile("a", new ApiFile([], "b"), value));
        Refuse<ArgumentException>(() => parts.AddFile("a", new ApiFile([], "b", value)));
        Refuse<ArgumentException>(() => new ApiRequest(Operations.Pet("POST")).SetMultipartBody(value));
    }

    [TestMethod]
    public async Task F61_what_looks_like_a_boundary_is_content()
    {
        RawServer server = Serve(Given.Pet);
        TestClient client = Client(server);
        await client.SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetMultipartBody().AddText("a", "1"); });
        string end = server.Requests[0].Text.Split("\r\n")[^2];
        await client.SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetMultipartBody().AddText("a", $"1\r\n{end}"); });
        Assert.AreEqual(1, Count(server.Requests[1].Text, end));
        Assert.AreEqual(1, Count(server.Requests[0].Text, end));
    }

    [TestMethod]
    public async Task F61_five_gigabytes_need_no_memory()
    {
        using var handler = new Sink();
        ApiClientOptions options = Once();
        options.Handler = handler;
        options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        TestClient client = Client(new Uri("http://127.0.0.1:1"), options);
        using var file = new EndlessStream(FiveGigabytes);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await client.SendAsync("POST", r =>
        {
            r.AddPathLiteral("/x");
            ApiMultipart parts = r.SetMultipartBody();
            parts.AddText("a", "b");
            parts.AddFile("file", new ApiFile(file, "large.bin"));
        });

        // Other tests allocate meanwhile.
        Assert.IsLessThan(1L << 30, GC.GetTotalAllocatedBytes(precise: true) - before);
        Assert.IsGreaterThan(FiveGigabytes, handler.Received);
        Assert.IsLessThan(FiveGigabytes + 1000, handler.Received);
    }

    [TestMethod]
    public async Task F61_a_stream_is_read_no_faster_than_it_is_sent()
    {
        var blocked = new TaskCompletionSource();
        using var handler = new Sink { After = 1 << 20, Gate = blocked.Task };
        ApiClientOptions options = Once();
        options.Handler = handler;
        using var file = new EndlessStream(FiveGigabytes);
        Task<ApiResponse<Pet>> call = Client(new Uri("http://127.0.0.1:1"), options).SendAsync("POST", r =>
        {
            r.AddPathLiteral("/x");
            r.SetMultipartBody().AddFile("file", new ApiFile(file, "large.bin"));
        });
        await handler.Blocked.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.IsLessThan(4 << 20, file.Position);
        blocked.SetException(new IOException("enough"));
        await FailAnyAsync<ApiConnectionException>(call);
    }

    [TestMethod]
    public async Task F61_a_stream_without_length_is_sent_in_chunks()
    {
        RawServer server = Serve(Given.Pet);
        using var file = new EndlessStream(3_000_000);
        await Client(server)
            .SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetMultipartBody().AddFile("file", new ApiFile(file, "a.bin")); });
        RawRequest request = server.Requests.Single();
        Assert.AreEqual("chunked", request.Header("Transfer-Encoding"));
        Assert.IsNull(request.Header("Content-Length"));
        Assert.IsGreaterThan(3_000_000, request.Body.Length);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>Takes a body without keeping it, and answers.</summary>
    private sealed class Sink : HttpMessageHandler
    {
        private readonly Counter _counter;

        public Sink()
        {
            _counter = new Counter(this);
        }

        public long Received => _counter.Count;

        public long After { get; init; } = long.MaxValue;

        /// <summary>What writing waits for when so much has come.</summary>
        public Task Gate { get; init; } = Task.CompletedTask;

        public TaskCompletionSource Blocked { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(_counter, cancellationToken);
            return new HttpResponseMessage(
                HttpStatusCode.OK) { Content = new StringContent("""{"name":"Rex"}""", Encoding.UTF8, "application/json") };
        }

        private sealed class Counter(Sink sink) : Stream
        {
            public long Count { get; private set; }

            public override bool CanRead => false;

            public override bool CanSeek => false;

            public override bool CanWrite => true;

            public override long Length => throw new NotSupportedException();

            public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

            public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                Count += buffer.Length;
                if (Count > sink.After)
                {
                    sink.Blocked.TrySetResult();
                    await sink.Gate;
                }
            }

            public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
                => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

            public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

            public override void Flush()
            {
            }

            public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

            public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

            public override void SetLength(long value) => throw new NotSupportedException();
        }
    }

    /// <summary>So many bytes, whatever the buffer holds; it cannot seek.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Volatile.Read(ref _position); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, length - _position);
            Interlocked.Add(ref _position, count);
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => new(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => Task.FromResult(Read(buffer, offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
