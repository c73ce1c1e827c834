namespace Quickstart;

/// <summary>
/// Lets nothing but GET out. The tour of a real account only lists and reads; this holds even where a later edit of it does not.
/// </summary>
internal sealed class ReadOnlyHandler : DelegatingHandler
{
    private readonly List<(string Method, string Path)> requests = [];

    /// <summary>Sends through a transport like the client's own: without redirects, which would carry the key elsewhere.</summary>
    public ReadOnlyHandler()
        : this(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
    }

    public ReadOnlyHandler(HttpMessageHandler inner)
        : base(inner)
    {
    }

    /// <summary>What was sent, oldest first.</summary>
    public IReadOnlyList<(string Method, string Path)> Requests => requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
        {
            throw new NotSupportedException($"{request.Method} was not sent: this program only reads real accounts.");
        }

        requests.Add((request.Method.Method, request.RequestUri!.AbsolutePath));
        return base.SendAsync(request, cancellationToken);
    }
}
