using System.Diagnostics;
using System.Text.Json.Nodes;
using OgGen.Emulator;
using Opsgenie;

namespace OgGen.Load;

/// <summary>What a run found.</summary>
/// <param name="Report">The measurements, as text.</param>
/// <param name="Violations">What cannot be; none if all is well.</param>
/// <param name="Ledgers">What the callers believe.</param>
/// <param name="Snapshot">The emulator's state at the end.</param>
/// <param name="Rows">The policies as the client listed them at the end.</param>
public sealed record LoadResult(
    string Report,
    IReadOnlyList<string> Violations,
    IReadOnlyList<Ledger> Ledgers,
    JsonObject Snapshot,
    IReadOnlyList<PolicySummary> Rows);

/// <summary>Runs all callers with one client against one emulator, and checks the books.</summary>
public static class LoadRun
{
    /// <summary>Runs.</summary>
    /// <param name="options">How large.</param>
    /// <param name="prepare">What to do to the emulator before; null: nothing.</param>
    /// <exception cref="OperationCanceledException">The limit passed.</exception>
    public static async Task<LoadResult> RunAsync(LoadOptions options, Action<OpsgenieEmulator>? prepare = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var limit = new CancellationTokenSource(options.Limit);
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync(new OpsgenieEmulatorOptions { Strict = true }, limit.Token);
        prepare?.Invoke(emulator);
        IReadOnlyList<(string Name, InjectedFault Fault)> faults = FaultMix.Add(emulator.Faults, options);
        using var handler = new CountingHandler();
        using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address, new ApiClientOptions
        {
            Handler = handler,
            AttemptTimeout = options.AttemptTimeout,

            // The service asks for seconds after a rate limit. Here nobody gains by waiting that long.
            Retry = new ApiRetryOptions { BaseDelay = TimeSpan.FromMilliseconds(20), MaxDelay = TimeSpan.FromMilliseconds(100) },
        });

        List<Caller> callers = [.. Enumerable.Range(0, options.Callers).Select(number => CallerOf(number, client, options))];
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(callers.Select(caller => Task.Run(() => caller.RunAsync(limit.Token), limit.Token)));
        TimeSpan duration = Stopwatch.GetElapsedTime(start);

        int arrived = faults[0].Fault.Calls;
        var traffic = new Traffic(handler.Sent, arrived, [.. faults.Select(static fault => (fault.Name, fault.Fault.Strikes))]);
        emulator.Faults.Clear();
        IReadOnlyList<PolicySummary> rows = await client.Policies.ListAsync(limit.Token);
        JsonObject snapshot = emulator.TakeSnapshot();
        List<Ledger> ledgers = [.. callers.Select(static caller => caller.Ledger)];
        List<string> violations = Checker.Check(ledgers, snapshot, rows);
        return new LoadResult(Report.Of(options, callers, traffic, duration, violations), violations, ledgers, snapshot, rows);
    }

    private static Caller CallerOf(int number, OpsgenieClient client, LoadOptions options)
    {
        int calls = (options.Calls / options.Callers) + (number < options.Calls % options.Callers ? 1 : 0);
        int seed = unchecked((options.Seed * 10_007) + number);
        string owner = $"c{number}";
        var minutes = new Duration { TimeAmount = 1 };
        return number switch
        {
            0 => new OrderCaller(client, new Ledger(owner) { OrderedType = "auto-restart-notifications" }, calls, seed, name =>
                new AutoRestartNotificationsPolicy { Name = name, Enabled = true, Duration = minutes, MaxRepeatCount = 1 }),
            1 => new OrderCaller(client, new Ledger(owner) { OrderedType = "auto-close" }, calls, seed, name =>
                new AutoClosePolicy { Name = name, Enabled = true, Duration = minutes }),
            2 => new OrderCaller(client, new Ledger(owner) { OrderedType = "modify" }, calls, seed, name =>
                new ModifyPolicy { Name = name, Enabled = true, Message = "{{message}}" }),
            _ => new MixedCaller(client, new Ledger(owner), calls, seed),
        };
    }
}
