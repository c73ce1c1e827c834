using System.Net;

namespace OgGen.Conformance.Calls;

/// <summary>A request as it would have gone out.</summary>
internal sealed record SentRequest(string Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string? ContentType => Headers.GetValueOrDefault("Content-Type");
}

/// <summary>Answers each request with what was set, and keeps the request.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    /// <summary>The last request.</summary>
    public SentRequest? Sent { get; set; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.NoContent;

    public string? ContentType { get; set; }

    public byte[] Content { get; set; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Sent = new SentRequest(
            request.Method.Method,
            request.RequestUri!,
            request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? [])
                .ToDictionary(
                    static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            body);
        HttpResponseMessage response = new(Status) { RequestMessage = request, Content = new ByteArrayContent(Content) };
        if (ContentType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return response;
    }
}
