using OgGen.Hostile.Tests.Oracle;

namespace OgGen.Hostile.Tests;

/// <summary>What the cases are measured with: memory that is held counts, memory that is given back does not, however late it is collected.</summary>
[TestClass]
public sealed class BudgetTests
{
    private const int Blocks = 100;

    private static readonly Budget OfMemory = new(TimeSpan.FromMinutes(1), 8_000_000);

    [TestMethod]
    public void What_a_run_holds_at_once_counts()
        => Assert.ThrowsExactly<AssertFailedException>(static () => OfMemory.Measure(static () => Work(static kept => true)));

    [TestMethod]
    public void What_a_run_gives_back_does_not_count()
        => Assert.AreEqual(Blocks, OfMemory.Measure(static () => Work(static kept => kept < 2)));

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
