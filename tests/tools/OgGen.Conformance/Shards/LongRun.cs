using System.Diagnostics;
using OgGen.Conformance.Corpus;
using OgGen.Conformance.Report;

namespace OgGen.Conformance.Shards;

/// <summary>
/// A run over more documents than one sitting has time for: in shards, resumable, and not ended by a document that ends a process.
/// </summary>
internal static class LongRun
{
    /// <summary>Runs a shard, and returns the rows of all its documents, those of earlier runs too.</summary>
    public static async Task<IReadOnlyList<Row>> RunAsync(ConformanceOptions options, IReadOnlyList<string> args)
    {
        RunJournal journal = Journal(options);
        if (options.IsAgain)
        {
            journal.Forget(static row => !row.IsFlawless);
        }

        return await ShardSupervisor.RunAsync(options.Documents(), journal, () => StartAsync(args));
    }

    /// <summary>Runs what has no row yet, in this process.</summary>
    public static Task WorkAsync(ConformanceOptions options, Action<Row> progress)
        => new ShardRun(Journal(options), options.Limit).RunAsync(options.Documents(), progress);

    private static RunJournal Journal(ConformanceOptions options)
    {
        Directory.CreateDirectory(options.Results!);
        return new RunJournal(Path.Combine(options.Results!, $"shard-{options.Shard.Index}-of-{options.Shard.Count}.jsonl"));
    }

    private static async Task<int> StartAsync(IReadOnlyList<string> args)
    {
        // Of an apphost the process is the program; of "dotnet OgGen.Conformance.dll" it is dotnet.
        string self = typeof(LongRun).Assembly.Location;
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [self, .. args, "--worker"]))!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
