namespace OgGen.Emulator.Http;

/// <summary>A token bucket, full at the start, that refills evenly over its period. Not thread-safe: used under the dispatcher's lock.</summary>
internal sealed class RateLimiter(int capacity, TimeSpan period, TimeProvider clock)
{
    private double tokens = capacity;
    private long last = clock.GetTimestamp();

    public int PeriodInSeconds { get; } = (int)period.TotalSeconds;

    public bool TryTake()
    {
        long now = clock.GetTimestamp();
        tokens = Math.Min(capacity, tokens + (capacity * (clock.GetElapsedTime(last, now) / period)));
        last = now;
        if (tokens < 1)
        {
            return false;
        }

        tokens--;
        return true;
    }
}
