namespace OgGen;

/// <summary>How often and how long a client asks for a result that is not there yet.</summary>
public sealed class ApiPollOptions
{
    /// <summary>The longest wait that a service can ask for.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    internal static ApiPollOptions Default { get; } = new();

    /// <summary>How long to wait for the result altogether. 2 minutes by default.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The wait after the first response without the result; each further one is half as long again. 1 second by default.
    /// </summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait between two questions, unless the service asks for a longer one (<c>Retry-After</c>); where <see cref="Deadline"/>
    /// ends before that, the waiting ends at once. 10 seconds by default.
    /// </summary>
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromSeconds(10);

    internal void Validate()
    {
        ApiTimeouts.Check(Deadline, nameof(Deadline));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Interval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxInterval, Interval);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxInterval, LongestWait);
    }
}
