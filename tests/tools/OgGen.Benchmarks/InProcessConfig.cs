using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace OgGen.Benchmarks;

/// <summary>
/// In this process, as what is compared needs no other; no more than 25 rounds of each, and time enough on a machine that has other work.
/// </summary>
internal sealed class InProcessConfig : ManualConfig
{
    public InProcessConfig()
        => AddJob(
            Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true))
                .WithMinIterationCount(10)
                .WithMaxIterationCount(25));
}
