using OgGen.Opsgenie.Emulator.Http;
using OgGen.Opsgenie.Emulator.Operations;
using OgGen.Opsgenie.Emulator.Rules;
using OgGen.Opsgenie.Emulator.State;

namespace OgGen.Opsgenie.Emulator;

/// <summary>
/// An Opsgenie in this process, for tests: the Policy API v1 and the Actions API, stateful and validating, on a port of 127.0.0.1.
/// Every start has its own state and its own random keys. All members are thread-safe.
/// </summary>
public sealed partial class OpsgenieEmulator : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly RequestJournal _journal;
    private readonly Dispatcher _dispatcher;
    private readonly AccountState _state;

    private OpsgenieEmulator(
        LoopbackServer server,
        RequestJournal journal,
        Dispatcher dispatcher,
        AccountState state,
        EmulatorFaults faults,
        Credentials credentials)
    {
        _server = server;
        _journal = journal;
        _dispatcher = dispatcher;
        _state = state;
        Faults = faults;
        ApiKey = credentials.FullKey;
        ReadOnlyApiKey = credentials.ReadOnlyKey;
    }

    /// <summary>The base address, <c>http://127.0.0.1:port/</c>.</summary>
    public Uri Address => _server.Address;

    /// <summary>The API key that may read and write; random at each start.</summary>
    public string ApiKey { get; }

    /// <summary>The API key that may only read: writes with it are answered with 403 and code 40301. Random at each start.</summary>
    public string ReadOnlyApiKey { get; }

    /// <summary>
    /// The id of a team to use as <c>teamId</c>; random at each start, or that of the snapshot which was restored. Any other id that is not
    /// empty names a team of its own too.
    /// </summary>
    public string TeamId => _dispatcher.Locked(() => _state.TeamId);

    /// <summary>What goes wrong on demand: statuses, delays, resets, truncated answers, garbage, rate limits. None at the start.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>
    /// What came over the wire since the start or since <see cref="ClearRequests"/>, oldest first, at most the last 10,000; a snapshot.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _journal.Snapshot();

    /// <summary>Starts an emulator, ready for requests when the task completes.</summary>
    /// <param name="options">The settings; null means the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="options"/> is out of range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<OpsgenieEmulator> StartAsync(
        OpsgenieEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new OpsgenieEmulatorOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(options.ExecutionsNeedPolls);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RateLimit ?? 1, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RateLimitPeriod, TimeSpan.FromSeconds(1));
        if (!Enum.IsDefined(options.DocumentedBy))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.DocumentedBy, "There is no such documentation.");
        }

        var credentials = new Credentials();
        var journal = new RequestJournal();
        var state = new AccountState(options.IdGenerator);
        Route[] routes =
        [
            .. new PolicyOperations(state.Policies, options.DocumentedBy).Routes,
            .. new TeamOperations(state).Routes,
            .. new ChannelOperations(state.Channels, options.IdGenerator).Routes,
            .. new ActionOperations(state.Actions, state.Members).Routes,
            .. new ExecutionOperations(state.Actions, state.Executions, options.ExecutionsNeedPolls).Routes,
        ];
        var dispatcher = new Dispatcher(
            credentials,
            options.RateLimit is { } limit ? new RateLimiter(limit, options.RateLimitPeriod, options.TimeProvider) : null,
            routes,
            options.Strict ? UnknownMembers.Refuse : UnknownMembers.Drop);
        var faults = new EmulatorFaults(routes.Select(static route => route.Operation));
        var exchange = new Exchange(dispatcher, faults, journal, options.TimeProvider, options.RequestIdGenerator);
        LoopbackServer server = await LoopbackServer.StartAsync(options.Port, exchange, cancellationToken).ConfigureAwait(false);
        return new OpsgenieEmulator(server, journal, dispatcher, state, faults, credentials);
    }

    /// <summary>Forgets the recorded requests; the state stays.</summary>
    public void ClearRequests() => _journal.Clear();

    /// <summary>Stops the server and closes its connections. The state can still be read.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
