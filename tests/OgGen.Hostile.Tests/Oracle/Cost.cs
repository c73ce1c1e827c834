using System.Diagnostics;

namespace OgGen.Hostile.Tests.Oracle;

/// <summary>
/// What a run allocates, which is the same each time, and the processor time of this process that it takes, to be compared with another
/// run of the same process.
/// </summary>
/// <remarks>
/// Without the garbage collector's time: how often it collects, and how much it finds alive, depends on the processor's cache and on what
/// ran before, and grows in steps.
/// </remarks>
internal sealed record Cost(TimeSpan Processor, long Bytes)
{
    private const int Runs = 3;

    /// <returns>The cheapest of three runs.</returns>
    public static Cost Of(Action run) => Enumerable.Range(0, Runs).Select(_ => OfOne(run)).MinBy(static cost => cost.Processor)!;

    private static Cost OfOne(Action run)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        TimeSpan processor = process.TotalProcessorTime;
        TimeSpan pauses = GC.GetTotalPauseDuration();
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        run();
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        pauses = GC.GetTotalPauseDuration() - pauses;
        process.Refresh();
        return new Cost(process.TotalProcessorTime - processor - pauses, bytes);
    }
}
