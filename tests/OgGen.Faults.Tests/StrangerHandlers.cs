using System.Net;
using System.Text;
using OgGen.Generated;

namespace OgGen.Faults.Tests;

/// <summary>Uploads that a handler or a transport sends in another way than once and whole: twice, later, or not to the end.</summary>
[TestClass]
public sealed class StrangerHandlers : FaultTest
{
    private static readonly byte[] s_content = Encoding.ASCII.GetBytes(string.Join(',', Enumerable.Range(0, 5000)));

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Stranger10_a_handler_that_sends_a_request_twice_sends_the_same_bytes_or_fails(bool canSeek)
    {
        RawServer server = Serve(RawServer.Answer(503, ""), Given.Pet);
        ApiClientOptions options = Once();
        options.Handler = Keep(new TwiceHandler());
        using Stream stream = canSeek ? new MemoryStream(s_content) : new ForwardStream(s_content);
        Task call = Client(server, options).SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); });
        if (canSeek)
        {
            await call;
            CollectionAssert.AreEqual(s_content, server.Requests[1].Body);
        }
        else
        {
            await FailAsync<InvalidOperationException>(call);
            Assert.HasCount(1, server.Requests);
        }
    }

    [TestMethod]
    [DataRow("form")]
    [DataRow("json")]
    [DataRow("stream")]
    [DataRow("parts")]
    public async Task Stranger10_a_request_that_is_sent_after_its_call_has_ended_is_not_sent_empty(string kind)
    {
        using var handler = new LateHandler();
        ApiClientOptions options = Once();
        options.Handler = handler;
        using var stream = new MemoryStream(s_content);
        await Client(new Uri("http://127.0.0.1:1"), options).SendAsync("POST", r =>
        {
            r.AddPathLiteral("/x");
            switch (kind)
            {
                case "form":
                    r.SetFormBody().AddField("a", "b");
                    break;
                case "json":
                    r.SetJsonBody<Pet, PetCodec>(new Pet("Rex"));
                    break;
                case "stream":
                    r.SetStreamBody(stream);
                    break;
                default:
                    r.SetMultipartBody().AddFile("f", new ApiFile(stream, "a.bin"));
                    break;
            }
        });
        using var target = new MemoryStream();
        Assert.IsInstanceOfType<ObjectDisposedException>(await handler.SendLateAsync(target));
    }

    /// <summary>What answers early has a part of the body, and gets no other bytes that would look like its end.</summary>
    [TestMethod]
    [DataRow(200)]
    [DataRow(413)]
    public async Task Stranger10_a_service_that_answers_early_has_read_a_part_and_is_not_sent_the_rest(int status)
    {
        using var handler = new EarlyHandler(status);
        ApiClientOptions options = Untimed();
        options.Handler = handler;
        using var stream = new SlowStream(s_content);
        Task<ApiResponse<Pet>> call = Client(new Uri("http://127.0.0.1:1"), options)
            .SendAsync("POST", r => { r.AddPathLiteral("/x"); r.SetStreamBody(stream); });
        if (status == 200)
        {
            Assert.AreEqual("Rex", (await call.WaitAsync(TimeSpan.FromSeconds(20))).Value.Name);
        }
        else
        {
            Assert.AreEqual(status, (await FailAsync<ApiException>(call)).Status);
        }

        Exception? ended = await handler.GoOnAsync();

        Assert.IsInstanceOfType<ObjectDisposedException>(ended);
        Assert.AreEqual(1, handler.Calls);
        Assert.IsGreaterThan(0, handler.Received);
        Assert.IsLessThan(s_content.Length, handler.Received);
        Assert.AreEqual(0, stream.Position);
    }

    /// <summary>Sends each request twice, as a handler with retries of its own does.</summary>
    private sealed class TwiceHandler() : DelegatingHandler(new SocketsHttpHandler { UseProxy = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Has a response at once, and keeps the request.</summary>
    private sealed class LateHandler : HttpMessageHandler
    {
        private HttpContent? _content;

        public async Task<Exception?> SendLateAsync(Stream target)
        {
            try
            {
                await _content!.CopyToAsync(target);
                return null;
            }
            catch (Exception e) when (e is ObjectDisposedException or HttpRequestException)
            {
                return e as ObjectDisposedException ?? e.InnerException;
            }
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // The message disposes its content; what is below it stays.
            _content = request.Content;
            request.Content = null;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"name":"Rex"}""") });
        }
    }

    /// <summary>Responds when it has got the first bytes, as a transport does that sends and receives at the same time.</summary>
    private sealed class EarlyHandler(int status) : HttpMessageHandler
    {
        private readonly PartTarget _target = new();
        private Task _copy = Task.CompletedTask;

        public int Calls { get; private set; }

        public long Received => _target.Length;

        /// <summary>Lets the transport go on sending after the call.</summary>
        /// <returns>What ended that; null where it believes to have sent all.</returns>
        public async Task<Exception?> GoOnAsync()
        {
            _target.Gate.SetResult();
            try
            {
                await _copy.WaitAsync(TimeSpan.FromSeconds(20));
                return null;
            }
            catch (Exception e) when (e is ObjectDisposedException or HttpRequestException)
            {
                return e as ObjectDisposedException ?? e.InnerException;
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            _copy = request.Content!.CopyToAsync(_target, CancellationToken.None);
            await _target.Begun.Task.WaitAsync(cancellationToken);
            return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("""{"name":"Rex"}""") };
        }

        protected override void Dispose(bool disposing)
        {
            _target.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Takes the first bytes, and waits.</summary>
    private sealed class PartTarget : MemoryStream
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            Begun.TrySetResult();
            await Gate.Task;
        }
    }
}
