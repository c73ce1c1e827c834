namespace OgGen.Opsgenie.Emulator;

/// <summary>Settings of an <see cref="OpsgenieEmulator"/>, read once when it starts.</summary>
public sealed class OpsgenieEmulatorOptions
{
    /// <summary>The TCP port on 127.0.0.1; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// How many status calls of an execution answer 404 with <c>X-Opsgenie-Errortype: RequestNotProcessed</c> before it is done. Default 2.
    /// </summary>
    public int ExecutionsNeedPolls { get; set; } = 2;

    /// <summary>
    /// The size of the token bucket of the account: so many requests in each <see cref="RateLimitPeriod"/>, then 429. Null, the default: no
    /// limit.
    /// </summary>
    public int? RateLimit { get; set; }

    /// <summary>
    /// In which time an empty bucket fills up; answered in whole seconds as <c>X-RateLimit-Period-In-Sec</c>. Default one second; Opsgenie
    /// uses 1 and 60.
    /// </summary>
    public TimeSpan RateLimitPeriod { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether a member of a body that the operation does not know is refused: 422, with its JSON path in <c>errors</c>. The real service
    /// ignores such members, and so does the emulator by default; in strict mode a test finds what a client sends in vain. Objects that
    /// were seeded are exempt.
    /// </summary>
    public bool Strict { get; set; }

    /// <summary>What the emulator follows where the vendor's sources differ. The default is the page, as our document does.</summary>
    public DocumentedBy DocumentedBy { get; set; }

    /// <summary>The clock of the rate limit, of <c>took</c> and of delays. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Makes the ids of policies and channels. Called under a lock. Default: random UUIDs.</summary>
    public Func<string> IdGenerator { get; set; } = static () => Guid.NewGuid().ToString();

    /// <summary>
    /// Makes request ids, which are also the ids of executions. May be called by several threads at once. Default: random UUIDs.
    /// </summary>
    public Func<string> RequestIdGenerator { get; set; } = static () => Guid.NewGuid().ToString();
}
