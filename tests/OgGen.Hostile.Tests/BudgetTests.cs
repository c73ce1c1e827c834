using System.Diagnostics;
using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests;

/// <summary>
/// What the cases are measured with: the processor time of the cheapest run counts; memory that is held counts, memory that is given back
/// does not, however late it is collected.
/// </summary>
[TestClass]
public sealed class BudgetTests
{
    private const int Blocks = 100;

    private static readonly Budget OfMemory = new(TimeSpan.FromMinutes(1), 8_000_000);
    private static readonly Budget OfProcessor = new(TimeSpan.FromMilliseconds(200), 8_000_000);

    [TestMethod]
    public void What_a_run_holds_at_once_counts()
        => Assert.ThrowsExactly<AssertFailedException>(static () => OfMemory.Measure(static () => Work(static kept => true)));

    [TestMethod]
    public void What_a_run_gives_back_does_not_count()
        => Assert.AreEqual(Blocks, OfMemory.Measure(static () => Work(static kept => kept < 2)));

    [TestMethod]
    public void The_cheapest_of_three_runs_counts()
    {
        int runs = 0;
        Assert.AreEqual(3, OfProcessor.Measure(() => ++runs < 3 ? Spin(runs) : runs));
    }

    [TestMethod]
    public void A_run_that_costs_too_much_every_time_fails()
    {
        int runs = 0;
        Assert.ThrowsExactly<AssertFailedException>(() => OfProcessor.Measure(() => Spin(++runs)));
        Assert.AreEqual(3, runs);
    }

    /// <summary>Works for longer than <see cref="OfProcessor"/> allows.</summary>
    private static int Spin(int run)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan end = process.TotalProcessorTime + (2 * OfProcessor.Processor);
        while (process.TotalProcessorTime < end)
        {
            Thread.SpinWait(1000);
            process.Refresh();
        }

        return run;
    }

    /// <summary>Allocates 100 MB slowly enough to be looked at, and keeps what it is told to.</summary>
    private static int Work(Func<int, bool> keeps)
    {
        var kept = new List<byte[]>();
        for (int i = 0; i < Blocks; i++)
        {
            // 50 KB: below what goes to the heap of large objects.
            byte[][] block = [.. Enumerable.Range(0, 20).Select(static _ => new byte[50_000])];
            if (keeps(i))
            {
                kept.AddRange(block);
            }

            Thread.Sleep(1);
        }

        GC.KeepAlive(kept);
        return Blocks;
    }
}
