using Microsoft.CodeAnalysis;
using OgGen.Generator.Tests.Harness;

namespace OgGen.Generator.Tests.Costs;

/// <summary>
/// What documents cost the compiler, counted and not timed: bytes that the generator allocates, characters that it generates, and bytes of
/// an assembly that has nothing but the client. A cost that moves by more than a tenth is a decision: the new one is written here.
/// </summary>
[TestClass]
public sealed class GeneratorCostTests
{
    private const double Room = 0.1;

    [TestMethod]
    [DataRow("Opsgenie", 10_930_000L)]
    [DataRow("Petstore", 2_803_000L)]
    [DataRow("Composition", 4_960_000L)]
    public void The_generator_allocates_what_it_did(string document, long bytes)
    {
        // The first run pays for what a compiler pays once.
        Allocated(document);
        AssertNear(bytes, Allocated(document));
    }

    [TestMethod]
    [DataRow("Opsgenie", 364_200L)]
    [DataRow("Petstore", 59_756L)]
    [DataRow("Composition", 153_807L)]
    public void The_generated_code_is_as_long_as_it_was(string document, long characters)
        => AssertNear(
            characters,
            GeneratorHarness.Run(TestDocuments.ByName(document)).Result.GeneratedSources.Sum(static file => file.SourceText.Length));

    [TestMethod]
    [DataRow("Opsgenie", 147_968L)]
    [DataRow("Petstore", 48_128L)]
    [DataRow("Composition", 94_208L)]
    public void The_assembly_is_as_large_as_it_was(string document, long bytes)
    {
        Compilation consumer = GeneratorHarness.Compilation();
        GeneratorHarness.Driver([TestDocuments.ByName(document)])
            .RunGeneratorsAndUpdateCompilation(
                consumer.WithOptions(consumer.Options.WithOptimizationLevel(OptimizationLevel.Release)), out Compilation output, out _);
        using var image = new MemoryStream();
        Assert.IsTrue(output.Emit(image).Success);

        AssertNear(bytes, image.Length);
    }

    private static long Allocated(string document)
    {
        GeneratorDriver driver = GeneratorHarness.Driver([TestDocuments.ByName(document)]);
        Compilation consumer = GeneratorHarness.Compilation();
        long before = GC.GetAllocatedBytesForCurrentThread();
        driver.RunGenerators(consumer);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertNear(long expected, long measured)
        => Assert.AreEqual(expected, measured, expected * Room, $"It was {expected:N0}, it is {measured:N0}.");
}
