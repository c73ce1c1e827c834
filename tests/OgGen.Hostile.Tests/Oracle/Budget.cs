using System.Diagnostics;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>
/// What a run may cost: processor time of this process, and memory. Neither grows because the machine is busy with something else.
/// </summary>
internal sealed record Budget(TimeSpan Processor, long Bytes, bool Compiles = true)
{
    public static Budget Ordinary { get; } = new(TimeSpan.FromSeconds(2), 256_000_000);

    /// <summary>For documents that are meant to exhaust: what they may cost at most, and what comes out need not be compiled.</summary>
    public static Budget DenialOfService { get; } = new(TimeSpan.FromSeconds(5), 256_000_000, Compiles: false);

    public T Measure<T>(Func<T> run)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        TimeSpan processor = process.TotalProcessorTime;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long before = GC.GetTotalMemory(forceFullCollection: false);
        long peak = before;
        T result;
        using (new Timer(_ => peak = Math.Max(peak, Held(before + Bytes)), null, 0, 5))
        {
            result = run();
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
        process.Refresh();
        TimeSpan spent = process.TotalProcessorTime - processor;

        // All that was ever allocated is an exact bound of the peak, and enough for most; else the sampled peak counts.
        Assert.IsLessThan(Bytes, Math.Min(allocated, peak - before), $"{allocated / 1_000_000} MB in all, {(peak - before) / 1_000_000} MB at once");
        Assert.IsLessThan(Processor, spent, $"{spent.TotalSeconds} s");
        return result;
    }

    /// <summary>How much garbage waits for its collection depends on the processor's cache, so what seems too much is counted without it.</summary>
    private static long Held(long limit)
    {
        if (GC.GetTotalMemory(forceFullCollection: false) >= limit)
        {
            GC.Collect();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
