using System.Net;
using System.Net.Http.Headers;

namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>Responds at once, after it has read the body of the request as a connection would.</summary>
internal sealed class StubService : HttpMessageHandler
{
    private readonly MemoryStream _received = new();

    /// <summary>The body of the last request that had one.</summary>
    public byte[] Received => _received.ToArray();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool creates = request.Method == HttpMethod.Post;
        if (creates)
        {
            _received.SetLength(0);
            await request.Content!.CopyToAsync(_received, cancellationToken).ConfigureAwait(false);
        }

        bool isList = !creates && request.RequestUri!.AbsolutePath == "/orders";
        var content = new ByteArrayContent(isList ? Sample.Many : Sample.One);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        HttpStatusCode status = creates ? HttpStatusCode.Created : HttpStatusCode.OK;
        return new HttpResponseMessage(status) { RequestMessage = request, Content = content };
    }
}
