using System.Text;

namespace OgGen.Opsgenie.Emulator;

/// <summary>What goes wrong. Immutable; one value may serve many faults.</summary>
public abstract record FaultKind
{
    private FaultKind()
    {
    }

    /// <summary>An error answer, of the service or of a gateway before it.</summary>
    /// <param name="status">The status, 200 to 599.</param>
    /// <param name="body">
    /// The body as text; null means the service's error body with <c>message</c>, <c>took</c> and <c>requestId</c>.
    /// </param>
    /// <param name="headers">
    /// Headers that replace or join those of every answer; null means none. <c>Content-Type</c> is <c>application/json</c> unless it is
    /// here. <c>Content-Length</c> and <c>Transfer-Encoding</c> cannot be set.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The status is out of range.</exception>
    /// <exception cref="ArgumentException">A header cannot be sent.</exception>
    public static FaultKind Status(int status, string? body = null, IReadOnlyDictionary<string, string>? headers = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        var copy = new Dictionary<string, string>(headers ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string value) in copy)
        {
            bool isToken = name.Length > 0
                && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
            bool frames = name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);
            if (!isToken || frames || value is null || value.Any(static c => c is < ' ' or > '~'))
            {
                throw new ArgumentException($"The header '{name}' cannot be sent.", nameof(headers));
            }
        }

        return new StatusFault(status, body, copy);
    }

    /// <summary>
    /// A wait, then the answer as it would have been. Delays that strike the same call add up, also with a fault of another kind. A client
    /// that goes away during a delay before the effect has changed nothing.
    /// </summary>
    /// <param name="time">How long, by the emulator's clock; at most a day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or longer than a day.</exception>
    public static FaultKind Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(1));
        return new DelayFault(time);
    }

    /// <summary>The connection is reset; no byte is answered.</summary>
    public static FaultKind Reset { get; } = new ResetFault();

    /// <summary>The answer ends early: its headers are whole and announce all of the body, then the connection closes.</summary>
    /// <param name="afterBytes">How many bytes of the body are sent; the last one never is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static FaultKind Truncate(int afterBytes = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterBytes);
        return new TruncateFault(afterBytes);
    }

    /// <summary>
    /// The status and headers of the answer, with a body that is not JSON, though they say so. Before the effect the status is 200.
    /// </summary>
    /// <param name="body">The body; null means some bytes that are no UTF-8 either.</param>
    public static FaultKind Garbage(string? body = null) =>
        new GarbageFault(body is null ? [0x7B, 0x22, 0xFF, 0x00, 0xC3, 0x28, 0x7D] : Encoding.UTF8.GetBytes(body));

    /// <summary>
    /// A 429 as the service answers it, with the rate-limit headers. It tells a client that nothing was done, which is a lie after the
    /// effect.
    /// </summary>
    /// <param name="periodInSeconds">The value of <c>X-RateLimit-Period-In-Sec</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static FaultKind RateLimit(int periodInSeconds = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periodInSeconds);
        return new RateLimitFault(periodInSeconds);
    }

    internal sealed record StatusFault(int Code, string? Body, IReadOnlyDictionary<string, string> Headers) : FaultKind;

    internal sealed record DelayFault(TimeSpan Time) : FaultKind;

    internal sealed record ResetFault : FaultKind;

    internal sealed record TruncateFault(int AfterBytes) : FaultKind;

    internal sealed record GarbageFault(byte[] Body) : FaultKind;

    internal sealed record RateLimitFault(int PeriodInSeconds) : FaultKind;
}
