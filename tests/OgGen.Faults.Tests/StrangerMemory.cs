using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace OgGen.Faults.Tests;

/// <summary>What calls leave behind in memory, and in connections.</summary>
[TestClass]
[DoNotParallelize]
public sealed class StrangerMemory : FaultTest
{
    private const int Calls = 16;
    private const int BodyBytes = 9_900_000;

    [TestMethod]
    [DataRow("response")]
    [DataRow("response without length")]
    [DataRow("json request")]
    [DataRow("form")]
    [DataRow("text")]
    public async Task Stranger27_large_bodies_at_the_same_time_leave_nothing_behind(string kind)
    {
        using var handler = new LargeHandler(kind);
        ApiClientOptions options = Once();
        options.Handler = handler;
        options.AttemptTimeout = Timeout.InfiniteTimeSpan;
        TestClient client = Client(new Uri("http://127.0.0.1:1"), options);
        string large = new('x', BodyBytes);
        await CallAsync(client, kind, large);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => Task.Run(() => CallAsync(client, kind, large))));
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.IsLessThan(32L << 20, after - before, $"{(after - before) >> 20} MB are left after {Calls} calls of {BodyBytes >> 20} MB");
    }

    [TestMethod]
    public async Task Stranger_a_stream_that_nobody_disposes_holds_its_connection_until_a_collection()
    {
        RawServer server = Serve(async x =>
        {
            if (x.Number == 0)
            {
                await x.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0");
                await x.HangAsync();
                return;
            }

            await x.SendAsync(Given.Pet);
        });
        ApiClientOptions options = Once();
        options.Handler = Keep(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 1 });
        TestClient client = Client(server, options);
        await LeaveAsync(client);
        Task<ApiResponse<Pet>> call = client.GetAsync();
        for (int i = 0; i < 200 && !call.IsCompleted; i++)
        {
            Assert.IsLessThanOrEqualTo(2, server.ConnectionCount);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.WhenAny(call, Task.Delay(50));
        }

        Assert.AreEqual("Rex", (await call).Value.Name);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LeaveAsync(TestClient client)
        => await (await client.Pipe.SendForStreamAsync(Operations.Request("GET"))).Value.ReadExactlyAsync(new byte[1]);

    private static Task<ApiResponse> CallAsync(TestClient client, string kind, string large)
        => client.Pipe.SendAsync(Operations.Request("POST", r =>
        {
            r.AddPathLiteral("/x");
            switch (kind)
            {
                case "json request":
                    r.SetJsonBody<Pet, PetCodec>(new Pet(large));
                    break;
                case "form":
                    r.SetFormBody().AddField("a", large);
                    break;
                case "text":
                    r.SetTextBody(large);
                    break;
            }
        }));

    /// <summary>Reads requests, and has large responses, without memory of its own.</summary>
    private sealed class LargeHandler(string kind) : HttpMessageHandler
    {
        private static readonly byte[] s_body = Encoding.ASCII.GetBytes($$"""{"name":"{{new string('x', BodyBytes)}}"}""");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // All calls hold their bodies at the same time.
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            await Task.Delay(20, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = kind switch
                {
                    "response" => new ByteArrayContent(s_body),
                    "response without length" => new StreamContent(new ForwardStream(s_body)),
                    _ => new StringContent("""{"name":"Rex"}"""),
                },
            };
        }
    }
}
