using System.Text.Json;
using OgGen.Documents.Composition;

namespace OgGen.Documents.Tests.Composition;

/// <summary>Objects that a client reads from an answer and sends in a request.</summary>
public abstract class CompositionTest
{
    /// <summary>What the client reads; that it sends the same is checked.</summary>
    internal static async Task<Box> EchoAsync(string json)
    {
        await using var server = new RawServer(RawServer.Answer(200, json));
        using var client = new CompositionClient(server.Address);

        Box box = await client.Default.EchoAsync(new Box());
        await client.Default.EchoAsync(box);

        using JsonDocument expected = JsonDocument.Parse(json), actual = JsonDocument.Parse(server.Requests[1].Text);
        Assert.IsTrue(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), server.Requests[1].Text);
        return box;
    }
}
