using System.Diagnostics;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>
/// What a run may cost: processor time of this process, and memory. A busy machine makes processor time grow (the caches and the core are
/// shared), never shrink: the cheapest of three runs counts.
/// </summary>
internal sealed record Budget(TimeSpan Processor, long Bytes, bool Compiles = true)
{
    public static Budget Ordinary { get; } = new(TimeSpan.FromSeconds(2), 256_000_000);

    /// <summary>For documents that are meant to exhaust: what they may cost at most, and what comes out need not be compiled.</summary>
    public static Budget DenialOfService { get; } = new(TimeSpan.FromSeconds(5), 256_000_000, Compiles: false);

    private const int Runs = 3;

    /// <returns>The result of the last run. <paramref name="run"/> is called again only where its processor time was too long.</returns>
    public T Measure<T>(Func<T> run)
    {
        TimeSpan least = TimeSpan.MaxValue;
        for (int i = 1; ; i++)
        {
            (T result, TimeSpan spent) = MeasureOnce(run);
            least = spent < least ? spent : least;
            if (least < Processor)
            {
                return result;
            }

            Assert.IsLessThan(
                Runs,
                i,
                $"{least.TotalSeconds} s of processor time in the cheapest of {Runs} runs, {Processor.TotalSeconds} s are the limit");
        }
    }

    private (T Result, TimeSpan Processor) MeasureOnce<T>(Func<T> run)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        TimeSpan processor = process.TotalProcessorTime;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long before = GC.GetTotalMemory(forceFullCollection: false);
        long peak = before;
        T result;
        using (new Timer(_ => peak = Math.Max(peak, Held(Bytes > long.MaxValue - before ? long.MaxValue : before + Bytes)), null, 0, 5))
        {
            result = run();
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
        process.Refresh();
        TimeSpan spent = process.TotalProcessorTime - processor;

        // All that was ever allocated is an exact bound of the peak, and enough for most; else the sampled peak counts.
        Assert.IsLessThan(
            Bytes, Math.Min(allocated, peak - before), $"{allocated / 1_000_000} MB in all, {(peak - before) / 1_000_000} MB at once");
        return (result, spent);
    }

    /// <summary>
    /// How much garbage waits for its collection depends on the processor's cache, so what seems too much is counted without it.
    /// </summary>
    private static long Held(long limit)
    {
        if (GC.GetTotalMemory(forceFullCollection: false) >= limit)
        {
            GC.Collect();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
