using System.Text.Json.Nodes;
using OgGen.Emulator.Http;
using OgGen.Emulator.Operations;

namespace OgGen.Emulator;

/// <summary>
/// An Opsgenie in this process, for tests: the Policy API v1 and the Actions API, stateful and validating, on a port of 127.0.0.1.
/// Every start has its own state and its own random keys. All members are thread-safe.
/// </summary>
public sealed class OpsgenieEmulator : IAsyncDisposable
{
    private readonly LoopbackServer server;
    private readonly RequestJournal journal;
    private readonly Dispatcher dispatcher;
    private readonly PolicyStore policies;

    private OpsgenieEmulator(LoopbackServer server, RequestJournal journal, Dispatcher dispatcher, PolicyStore policies, Credentials credentials)
    {
        this.server = server;
        this.journal = journal;
        this.dispatcher = dispatcher;
        this.policies = policies;
        ApiKey = credentials.FullKey;
        ReadOnlyApiKey = credentials.ReadOnlyKey;
    }

    /// <summary>The base address, <c>http://127.0.0.1:port/</c>.</summary>
    public Uri Address => server.Address;

    /// <summary>The API key that may read and write; random at each start.</summary>
    public string ApiKey { get; }

    /// <summary>The API key that may only read: writes with it are answered with 403 and code 40301. Random at each start.</summary>
    public string ReadOnlyApiKey { get; }

    /// <summary>
    /// The id of a team to use as <c>teamId</c>; random at each start. Any other id that is not empty names a team of its own too.
    /// </summary>
    public string TeamId { get; } = Guid.NewGuid().ToString();

    /// <summary>
    /// What came over the wire since the start or since <see cref="ClearRequests"/>, oldest first, at most the last 10,000; a snapshot.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => journal.Snapshot();

    /// <summary>Starts an emulator, ready for requests when the task completes.</summary>
    /// <param name="options">The settings; null means the defaults.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="options"/> is out of range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<OpsgenieEmulator> StartAsync(OpsgenieEmulatorOptions? options = null, CancellationToken ct = default)
    {
        options ??= new OpsgenieEmulatorOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(options.ExecutionsNeedPolls);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RateLimit ?? 1, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RateLimitPeriod, TimeSpan.FromSeconds(1));

        var credentials = new Credentials();
        var journal = new RequestJournal();
        var policies = new PolicyStore(options.IdGenerator);
        var actions = new ActionStore();
        var dispatcher = new Dispatcher(
            credentials,
            options.RateLimit is { } limit ? new RateLimiter(limit, options.RateLimitPeriod, options.TimeProvider) : null,
            [
                .. new PolicyOperations(policies).Routes,
                .. new ChannelOperations(options.IdGenerator).Routes,
                .. new ActionOperations(actions).Routes,
                .. new ExecutionOperations(actions, options.ExecutionsNeedPolls).Routes,
            ]);
        LoopbackServer server = await LoopbackServer.StartAsync(
            options.Port, new Exchange(dispatcher, journal, options.TimeProvider, options.RequestIdGenerator), ct).ConfigureAwait(false);
        return new OpsgenieEmulator(server, journal, dispatcher, policies, credentials);
    }

    /// <summary>Forgets the recorded requests; the state stays.</summary>
    public void ClearRequests() => journal.Clear();

    /// <summary>
    /// Inserts a policy as if the service had it already: of any type, unknown ones too, with any fields, unchecked. It goes to the end of its
    /// group and is answered whole. Later updates of it are stored as sent, because the service knows the fields that it has answered.
    /// </summary>
    /// <param name="policy">The policy; copied. <c>type</c> is needed; without <c>id</c> it gets one.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException"><c>type</c> is missing, or a policy with this id is there already.</exception>
    public string Seed(JsonObject policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return dispatcher.Locked(() => policies.Seed(policy));
    }

    /// <summary>Stops the server and closes its connections.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();
}
