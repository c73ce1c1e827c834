using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>
/// Kestrel on 127.0.0.1 without a host around it: no configuration files, no environment variables, no logs, and no handler for Ctrl+C
/// in the process of the tests.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    /// <summary>The longest body that is accepted, in bytes; a longer one is a 413.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>
    /// The longest body that is read to its end. Kestrel refuses a longer one while the client is still sending, so that a client can see a
    /// broken connection instead of the 413.
    /// </summary>
    private const int MaxBytesRead = 16 * MaxBodyBytes;

    private readonly KestrelServer _kestrel;
    private int _disposed;

    private LoopbackServer(KestrelServer kestrel, Uri address)
    {
        _kestrel = kestrel;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<LoopbackServer> StartAsync(int port, Exchange exchange, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = MaxBytesRead;
        options.Listen(IPAddress.Loopback, port);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
        try
        {
            await kestrel.StartAsync(new Application(exchange), cancellationToken).ConfigureAwait(false);
            string address = kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
            return new LoopbackServer(kestrel, new Uri(address));
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        // A cancelled token: connections that are still open are aborted, nobody waits for them.
        await _kestrel.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _kestrel.Dispose();
    }

    private sealed class Application(Exchange exchange) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => exchange.RunAsync(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
