using System.Net.Sockets;

namespace OgGen.Load;

/// <summary>Counts what the client sends, repetitions too, and the sockets that it has open.</summary>
public sealed class CountingHandler : DelegatingHandler
{
    private readonly SocketCount sockets;
    private int sent;

    /// <summary>Creates a handler with connections of its own.</summary>
    public CountingHandler()
        : this(new SocketCount())
    {
    }

    private CountingHandler(SocketCount sockets)
        : base(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = sockets.ConnectAsync,
        })
    {
        this.sockets = sockets;
    }

    /// <summary>How many requests.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <summary>How many sockets were opened.</summary>
    public int Opened => sockets.Opened;

    /// <summary>How many sockets were open at the same time, at most.</summary>
    public int OpenAtOnce => sockets.OpenAtOnce;

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref sent);
        return base.SendAsync(request, cancellationToken);
    }

    private sealed class SocketCount
    {
        private int opened;
        private int open;
        private int openAtOnce;

        public int Opened => Volatile.Read(ref opened);

        public int OpenAtOnce => Volatile.Read(ref openAtOnce);

        public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, ct);
            }
            catch
            {
                socket.Dispose();
                throw;
            }

            lock (this)
            {
                opened++;
                open++;
                openAtOnce = Math.Max(openAtOnce, open);
            }

            return new CountedStream(socket, this);
        }

        public void Close()
        {
            lock (this)
            {
                open--;
            }
        }
    }

    /// <summary>
    /// A connection. It no longer counts once its other end has closed it: the transport may replace it before it disposes of it.
    /// </summary>
    private sealed class CountedStream(Socket socket, SocketCount sockets) : NetworkStream(socket, ownsSocket: true)
    {
        private int closed;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            bool isOpen = false;
            try
            {
                int read = await base.ReadAsync(buffer, cancellationToken);
                isOpen = read > 0 || buffer.IsEmpty;
                return read;
            }
            finally
            {
                if (!isOpen)
                {
                    CountClosed();
                }
            }
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            CountClosed();
        }

        private void CountClosed()
        {
            if (Interlocked.Exchange(ref closed, 1) == 0)
            {
                sockets.Close();
            }
        }
    }
}
