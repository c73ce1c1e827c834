namespace OgGen;

/// <summary>What counts as a timeout: a positive span that a timer can take, or infinity.</summary>
internal static class ApiTimeouts
{
    // The limit of the timers of .NET: 0xFFFFFFFE milliseconds, about 49 days.
    private static readonly TimeSpan s_max = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public static void Check(TimeSpan value, string name)
    {
        if (value != Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value > s_max))
        {
            throw new ArgumentOutOfRangeException(name, value, "A timeout is positive, at most 49 days, or Timeout.InfiniteTimeSpan.");
        }
    }

    /// <summary>The shorter of two timeouts, either of which may be infinite.</summary>
    public static TimeSpan Min(TimeSpan a, TimeSpan b)
        => a == Timeout.InfiniteTimeSpan ? b
        : b == Timeout.InfiniteTimeSpan ? a
        : a < b ? a : b;
}
