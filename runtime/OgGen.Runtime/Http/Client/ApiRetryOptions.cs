namespace OgGen;

/// <summary>When a failed attempt is repeated, and how long the client waits before.</summary>
/// <remarks>
/// GET, HEAD, OPTIONS, TRACE, QUERY and PUT are repeated after a lost connection, a lost response, a timed-out attempt and the statuses
/// 408, 429, 500, 502, 503 and 504. Other methods are repeated only after 429 or when nothing was sent. A failed TLS
/// handshake is never repeated. The wait is what the server asked for, else exponential with full jitter.
/// <para>
/// .NET's own handler repeats a request without body by itself, up to three times and at once, when the connection closes before
/// the first byte of the response. The client prevents that for methods that may change something, by sending <c>Content-Length: 0</c>.
/// </para>
/// </remarks>
public sealed class ApiRetryOptions
{
    /// <summary>Whether anything is repeated. <see langword="true"/> by default.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often one call is repeated at most. 3 by default.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The upper end of the first wait without advice from the server; it doubles each time. Half a second by default.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest single wait, also when the server asks for more. 60 seconds by default.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Also repeats POST, PATCH and DELETE like the other methods. <see langword="false"/> by default, because the first
    /// attempt may have taken effect although its response was lost.
    /// </summary>
    public bool RetryUnsafeMethods { get; set; }

    /// <summary>
    /// How many repetitions all calls of one client share: each takes one, each successful call gives a tenth back. When none is
    /// left, failures are reported at once, so that a server that is down is not asked four times as often. 10 by default.
    /// It belongs to the client: per-call options do not change it.
    /// </summary>
    public int Budget { get; set; } = 10;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MaxRetries);
        ArgumentOutOfRangeException.ThrowIfNegative(Budget);
        ArgumentOutOfRangeException.ThrowIfLessThan(BaseDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDelay, TimeSpan.FromDays(1));
    }

    internal ApiRetryOptions Copy() => (ApiRetryOptions)MemberwiseClone();
}
