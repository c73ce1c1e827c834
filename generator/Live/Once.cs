namespace OgGen.Generator.Live;

/// <summary>A value that is computed when it is first wanted, by one thread. A computation that is cancelled, or fails, leaves it to the next caller.</summary>
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
