using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace OgGen.Benchmarks;

/// <summary>
/// An edit of C# in a project with a document: what the compiler itself needs for as many generated files is the baseline.
/// </summary>
[Config(typeof(InProcessConfig))]
[MemoryDiagnoser]
[MedianColumn]
[MinColumn]
public class KeystrokeBenchmarks
{
    private Typing _generator = null!;
    private Typing _empty = null!;

    public static IEnumerable<string> Names => Documents.All;

    [ParamsSource(nameof(Names))]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void Open()
        => (_generator, _empty) = Typing.Both(Documents.PathOf(Document));

    [Benchmark(Baseline = true)]
    public Compilation EmptyGenerator() => _empty.Type();

    [Benchmark]
    public Compilation Generator() => _generator.Type();
}
