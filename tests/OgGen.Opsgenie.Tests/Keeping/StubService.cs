using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace OgGen.Opsgenie.Tests.Keeping;

/// <summary>A service that answers every GET with one object, and keeps what it is sent.</summary>
internal sealed class StubService : HttpMessageHandler
{
    /// <summary>The object, as JSON.</summary>
    public string Answer { get; set; } = "{}";

    /// <summary>The body of the last request that had one.</summary>
    public string Sent { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            Sent = await request.Content.ReadAsStringAsync(cancellationToken);
        }

        string data = request.Method == HttpMethod.Get ? Answer
            : request.RequestUri!.AbsolutePath.StartsWith("/v1/actions/actions", StringComparison.Ordinal) ? Sent
            : """{"id":"i","name":"n","type":"modify","enabled":true}""";
        return new HttpResponseMessage(request.Method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.OK)
        {
            Content = new StringContent(
                $$"""{"result":"Updated","data":{{data}},"took":0.1,"requestId":"r"}""", Encoding.UTF8, "application/json"),
        };
    }

    /// <summary>Whether what was sent is this JSON; else both, for a message.</summary>
    public string? Difference(JsonObject expected)
        => JsonNode.DeepEquals(expected, JsonNode.Parse(Sent))
            ? null
            : $"read     {Answer}\nexpected {expected.ToJsonString()}\nsent     {Sent}";
}
