using System.Diagnostics;

namespace OgGen.Benchmarks.Peers.Calls;

/// <summary>
/// Measures some things by turns, a short round each, so that whatever else the machine does falls on all of them; in processor time, of
/// which other work takes nothing.
/// </summary>
internal static class Rounds
{
    private const int Count = 301;
    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    /// <inheritdoc cref="MeasureAsync(IReadOnlyList{Func{Task}})"/>
    public static Task<IReadOnlyList<Cost>> MeasureAsync(params Func<object>[] sides)
        => MeasureAsync([.. sides.Select(static side => (Func<Task>)(() =>
        {
            side();
            return Task.CompletedTask;
        }))]);

    /// <returns>The medians, in the order of what was measured.</returns>
    public static async Task<IReadOnlyList<Cost>> MeasureAsync(IReadOnlyList<Func<Task>> sides)
    {
        int[] calls = new int[sides.Count];
        for (int i = 0; i < sides.Count; i++)
        {
            calls[i] = await WarmUpAsync(sides[i]);
        }

        List<double>[] times = [.. sides.Select(static _ => new List<double>())];
        long[] bytes = new long[sides.Count];
        for (int round = 0; round < Count; round++)
        {
            for (int i = 0; i < sides.Count; i++)
            {
                long before = GC.GetTotalAllocatedBytes(precise: true);
                times[i].Add(await RoundAsync(sides[i], calls[i]));
                bytes[i] = (GC.GetTotalAllocatedBytes(precise: true) - before) / calls[i];
            }
        }

        return [.. sides.Select((_, i) => new Cost(times[i].Order().ElementAt(Count / 2), bytes[i]))];
    }

    /// <summary>
    /// Runs until no round has been faster by a twentieth for some time: methods are compiled anew for speed while they run.
    /// </summary>
    /// <returns>How many calls make a round.</returns>
    private static async Task<int> WarmUpAsync(Func<Task> run)
    {
        int calls = 1;
        double fastest = double.MaxValue;
        var total = Stopwatch.StartNew();
        var sinceFaster = Stopwatch.StartNew();
        while (sinceFaster.Elapsed < s_settling && total.Elapsed < s_longest)
        {
            double time = await RoundAsync(run, calls);
            bool isShort = time * calls < s_round.TotalNanoseconds / 2;
            if (isShort || time < fastest * 0.95)
            {
                sinceFaster.Restart();
            }

            fastest = isShort ? fastest : Math.Min(fastest, time);
            calls = (int)Math.Clamp(s_round.TotalNanoseconds / time, 1, calls * 8.0);
        }

        return calls;
    }

    /// <summary>Nanoseconds of processor time for each of some calls.</summary>
    private static async Task<double> RoundAsync(Func<Task> run, int calls)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < calls; i++)
        {
            await run();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalNanoseconds / calls;
    }
}
