using System.Collections.Concurrent;

namespace OgGen;

/// <summary>What ends an attempt: its limit of time, the caller, or the end of the client.</summary>
/// <param name="Source">Its token is that of the attempt.</param>
/// <param name="OfCaller">The caller's token, which cancels the source.</param>
/// <param name="OfClient">The same of the client's shutdown, where the source is not linked to it.</param>
internal readonly record struct AttemptLimit(
    CancellationTokenSource Source, CancellationTokenRegistration OfCaller, CancellationTokenRegistration OfClient)
{
    public CancellationToken Token => Source.Token;

    public bool IsReached => Source.IsCancellationRequested;
}

/// <summary>
/// The limits of a client's attempts. A source of cancellation, with its timer and its link to the client's shutdown, serves one attempt
/// after another, as long as nothing cancels it.
/// </summary>
/// <param name="time">The clock. .NET says of the system's timers alone whether one has fired before it was stopped.</param>
/// <param name="shutdown">Cancelled when the client is disposed.</param>
internal sealed class AttemptLimits(TimeProvider time, CancellationToken shutdown)
{
    private const int MostIdle = 64;

    private readonly ConcurrentQueue<CancellationTokenSource> _idle = new();
    private CancellationTokenSource? _next;
    private int _idleCount;

    /// <summary>Begins an attempt; <see cref="End"/> ends it.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="caller">The caller's token.</param>
    public AttemptLimit Begin(TimeSpan limit, CancellationToken caller)
    {
        CancellationTokenSource source;
        CancellationTokenRegistration ofClient = default;
        if (time == TimeProvider.System)
        {
            source = TakeIdle() ?? CancellationTokenSource.CreateLinkedTokenSource(shutdown);
            source.CancelAfter(limit);
        }
        else
        {
            source = new CancellationTokenSource(limit, time);
            ofClient = Cancel(source, shutdown);
        }

        return new AttemptLimit(source, Cancel(source, caller), ofClient);
    }

    /// <summary>Ends an attempt.</summary>
    /// <param name="limit">What <see cref="Begin"/> returned.</param>
    /// <param name="isRead">Whether the response was read to its end, so that nothing waits for the token any more.</param>
    public void End(AttemptLimit limit, bool isRead)
    {
        // They wait for a cancellation that is under way, which would else reach the next attempt.
        limit.OfCaller.Dispose();
        limit.OfClient.Dispose();
        if (!isRead || time != TimeProvider.System || !limit.Source.TryReset() || !Keep(limit.Source))
        {
            limit.Source.Dispose();
        }
    }

    private static CancellationTokenRegistration Cancel(CancellationTokenSource source, CancellationToken token)
        => token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);

    private CancellationTokenSource? TakeIdle()
    {
        if (Interlocked.Exchange(ref _next, null) is { } next)
        {
            return next;
        }

        if (_idle.TryDequeue(out CancellationTokenSource? idle))
        {
            Interlocked.Decrement(ref _idleCount);
        }

        return idle;
    }

    private bool Keep(CancellationTokenSource source)
    {
        if (Interlocked.CompareExchange(ref _next, source, null) is null)
        {
            return true;
        }

        if (Interlocked.Increment(ref _idleCount) > MostIdle)
        {
            Interlocked.Decrement(ref _idleCount);
            return false;
        }

        _idle.Enqueue(source);
        return true;
    }
}
