using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using OgGen.Opsgenie.Emulator;
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
    /// <summary>How many calls come before the heap is measured: what is made once, and pooled, is there then.</summary>
    private const int WarmUpCalls = 4_000;

    /// <summary>Runs.</summary>
    /// <param name="options">How large.</param>
    /// <param name="prepare">What to do to the emulator before; null: nothing.</param>
    /// <exception cref="OperationCanceledException">The limit passed.</exception>
    public static async Task<LoadResult> RunAsync(LoadOptions options, Action<OpsgenieEmulator>? prepare = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var limit = new CancellationTokenSource(options.Limit);
        await using LoadTarget target = await LoadTarget.StartAsync(options, limit.Token);
        prepare?.Invoke(target.Emulator!);
        return await RunAsync(options, target, limit.Token);
    }

    /// <summary>Runs, and measures what the client leaves on the heap when the service and all callers are gone.</summary>
    /// <param name="options">How large.</param>
    /// <returns>The measurements as text, and what cannot be.</returns>
    /// <exception cref="OperationCanceledException">The limit passed.</exception>
    public static async Task<(string Report, IReadOnlyList<string> Violations)> MeasureAsync(LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        await RunAsync(options with { Calls = Math.Min(options.Calls, WarmUpCalls) });
        using var limit = new CancellationTokenSource(options.Limit);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await using LoadTarget target = await LoadTarget.StartAsync(options, limit.Token);
        (string report, List<string> violations) = await TextOfAsync(options, target, limit.Token);
        await target.StopEmulatorAsync();

        // What follows a stop runs on the stack of the service that stops, which would keep its state.
        await Task.Yield();
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        string memory = string.Create(
            CultureInfo.InvariantCulture,
            $"{before / 1e6:F1} MB before, {grown / 1e6:F1} MB more after, {options.Heap / 1e6:F1} MB allowed");
        if (grown > options.Heap)
        {
            violations.Add($"the heap has grown: {memory}");
        }

        return ($"{report}heap         {memory}\n", violations);
    }

    // The callers, their books and the state go with this method; only texts come out.
    private static async Task<(string Report, List<string> Violations)> TextOfAsync(
        LoadOptions options, LoadTarget target, CancellationToken ct)
    {
        LoadResult result = await RunAsync(options, target, ct);
        return (result.Report, [.. result.Violations]);
    }

    private static async Task<LoadResult> RunAsync(LoadOptions options, LoadTarget target, CancellationToken ct)
    {
        OpsgenieEmulator emulator = target.Emulator!;
        IReadOnlyList<(string Name, InjectedFault Fault)> faults = FaultMix.Add(emulator.Faults, options);
        List<Caller> callers = [.. Enumerable.Range(0, options.Callers).Select(number => CallerOf(number, target.Client, options))];
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(callers.Select(caller => Task.Run(() => caller.RunAsync(ct), ct)));
        TimeSpan duration = Stopwatch.GetElapsedTime(start);

        int arrived = faults[0].Fault.Calls;
        CountingHandler handler = target.Handler;
        List<(string Name, int Count)> strikes = [.. faults.Select(static fault => (fault.Name, fault.Fault.Strikes))];
        var traffic = new Traffic(handler.Sent, arrived, strikes, handler.Opened, handler.OpenAtOnce);
        emulator.Faults.Clear();
        IReadOnlyList<PolicySummary> rows = await target.Client.Policies.ListAsync(ct);
        JsonObject snapshot = emulator.TakeSnapshot();
        List<Ledger> ledgers = [.. callers.Select(static caller => caller.Ledger)];
        List<string> violations = Checker.Check(ledgers, snapshot, rows);
        if (traffic.SocketsAtOnce > options.Sockets)
        {
            violations.Add($"{traffic.SocketsAtOnce} sockets were open at the same time, {options.Sockets} are allowed");
        }

        return new LoadResult(Report.Of(options, callers, snapshot, traffic, duration, violations), violations, ledgers, snapshot, rows);
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
