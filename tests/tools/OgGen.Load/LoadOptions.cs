using System.Globalization;

namespace OgGen.Load;

/// <summary>How large a run is.</summary>
public sealed record LoadOptions
{
    /// <summary>What the command line may say.</summary>
    public const string Usage =
        "usage: OgGen.Load [--calls N] [--callers N, at least 4] [--faults 0..1] [--seed N] [--minutes N] [--sockets N] [--heap MB]";

    /// <summary>How many calls of the client all callers make together.</summary>
    public int Calls { get; init; } = 50_000;

    /// <summary>How many callers there are at once. The first three own a group of policies each and put it in order.</summary>
    public int Callers { get; init; } = 64;

    /// <summary>The share of requests that a fault strikes.</summary>
    public double Faults { get; init; } = 0.05;

    /// <summary>Decides what the callers do and which requests are struck.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The run fails when it takes longer.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many sockets the client may have open at the same time.</summary>
    public int Sockets { get; init; } = 64;

    /// <summary>How much larger the heap may be at the end than at the start, in bytes, each after a collection.</summary>
    public long Heap { get; init; } = 10_000_000;

    /// <summary>The limit of one attempt; answers that are delayed on purpose come later.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Reads the command line; null where it is not understood.</summary>
    public static LoadOptions? Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new LoadOptions();
        for (int i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || !double.TryParse(args[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                return null;
            }

            LoadOptions? next = args[i] switch
            {
                "--calls" when value is >= 1 and <= 10_000_000 => options with { Calls = (int)value },
                "--callers" when value is >= 4 and <= 1000 => options with { Callers = (int)value },
                "--faults" when value is >= 0 and <= 1 => options with { Faults = value },
                "--seed" when value is >= 0 and <= int.MaxValue => options with { Seed = (int)value },
                "--minutes" when value is > 0 and <= 600 => options with { Limit = TimeSpan.FromMinutes(value) },
                "--sockets" when value is >= 1 and <= 10_000 => options with { Sockets = (int)value },
                "--heap" when value is >= 0 and <= 10_000 => options with { Heap = (long)(value * 1_000_000) },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options;
    }
}
