using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OgGen.Generated;

namespace OgGen.Opsgenie.Tests.Costs;

/// <summary>
/// What the client costs a program, counted and not timed: the bytes that a call, reading and writing allocate. A cost that moves by more
/// than a tenth is a decision: the new one is written here.
/// </summary>
[TestClass]
public sealed class ClientCostTests
{
    private const double Room = 0.1;

    private const string Policy = """
        {"type":"auto-close","id":"2b228902","name":"close","enabled":true,"filter":{"type":"match-all"},"duration":{"timeAmount":10,"timeUnit":"minutes"}}
        """;

    private static readonly byte[] s_response = Encoding.UTF8.GetBytes($$"""{"data":{{Policy}},"took":0.1,"requestId":"9ae63dd7"}""");

    /// <summary>Retries and time limits are on, as by default; nothing leaves the thread.</summary>
    [TestMethod]
    public async Task A_call_allocates_what_it_did()
    {
        using var client = new OpsgenieClient("key", OpsgenieRegion.Us, new ApiClientOptions { Handler = new Responding() });
        await client.Policies.GetAsync("first");

        long before = GC.GetAllocatedBytesForCurrentThread();
        Task<Policy> call = client.Policies.GetAsync("id");
        long measured = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.IsTrue(call.IsCompletedSuccessfully);
        AssertNear(3360, measured);
    }

    /// <summary>Who can cancel a call pays nothing for it.</summary>
    [TestMethod]
    public async Task A_call_that_can_be_cancelled_allocates_no_more()
    {
        using var client = new OpsgenieClient("key", OpsgenieRegion.Us, new ApiClientOptions { Handler = new Responding() });
        using var cancel = new CancellationTokenSource();
        await client.Policies.GetAsync("first", cancel.Token);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Task<Policy> call = client.Policies.GetAsync("id", cancel.Token);
        long measured = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.IsTrue(call.IsCompletedSuccessfully);
        AssertNear(3360, measured);
    }

    [TestMethod]
    public void Reading_allocates_what_it_did()
    {
        byte[] json = Encoding.UTF8.GetBytes(Policy);
        JsonModel.Parse<Policy>(json);

        long before = GC.GetAllocatedBytesForCurrentThread();
        JsonModel.Parse<Policy>(json);

        AssertNear(224, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>What is written is in the buffer of the caller.</summary>
    [TestMethod]
    public void Writing_allocates_what_it_did()
    {
        Policy policy = JsonModel.Parse<Policy>(Encoding.UTF8.GetBytes(Policy));
        using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>(4096));
        writer.WriteStartArray();
        ModelCodec<Policy>.Write(writer, policy, JsonWriteMode.Full);

        long before = GC.GetAllocatedBytesForCurrentThread();
        ModelCodec<Policy>.Write(writer, policy, JsonWriteMode.Full);

        AssertNear(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void AssertNear(long expected, long measured)
        => Assert.AreEqual(expected, measured, expected * Room, $"It was {expected:N0} bytes, it is {measured:N0}.");

    private sealed class Responding : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent(s_response);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = content });
        }
    }
}
