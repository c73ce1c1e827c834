namespace OgGen.Generator.Live;

/// <summary>A value that one thread computes on first use. After a cancelled or failed computation, the next caller computes it.</summary>
/// <remarks><see cref="Lazy{T}"/> would keep the cancellation of one caller for all others.</remarks>
internal sealed class Once<T>(Func<CancellationToken, T> compute)
{
    private readonly object _gate = new();
    private (bool IsThere, T Value) _kept;

    public T Get(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_kept.IsThere)
            {
                _kept = (true, compute(cancellationToken));
            }

            return _kept.Value;
        }
    }
}
