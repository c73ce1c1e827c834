namespace OgGen.Load;

/// <summary>Counts what the client sends, repetitions too.</summary>
public sealed class CountingHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
{
    private int sent;

    /// <summary>How many requests.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref sent);
        return base.SendAsync(request, cancellationToken);
    }
}
