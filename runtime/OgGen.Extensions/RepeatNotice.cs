using Microsoft.Extensions.Logging;

namespace OgGen;

/// <summary>
/// Notices that a handler above, such as one for resilience that all clients of an application have, repeats requests as the client does.
/// The innermost handler sees the same request again, as an attempt of the client always has a new one.
/// </summary>
internal sealed class RepeatNotice(ILogger logger, string client) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<bool> s_wasSent = new("OgGen.WasSent");
    private int _isSaid;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(s_wasSent, out _))
        {
            request.Options.Set(s_wasSent, true);
        }
        else if (Interlocked.Exchange(ref _isSaid, 1) == 0)
        {
            SettingsLog.RepeatsTwice(logger, client);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
