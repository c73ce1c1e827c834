namespace OgGen.Opsgenie.Emulator.Http;

/// <summary>
/// A token bucket, full at the start, that refills evenly over its period. Not thread-safe: used under the dispatcher's lock.
/// </summary>
internal sealed class RateLimiter(int capacity, TimeSpan period, TimeProvider clock)
{
    private double _tokens = capacity;
    private long _last = clock.GetTimestamp();

    public int PeriodInSeconds { get; } = (int)period.TotalSeconds;

    public bool TryTake()
    {
        long now = clock.GetTimestamp();
        _tokens = Math.Min(capacity, _tokens + (capacity * (clock.GetElapsedTime(_last, now) / period)));
        _last = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
