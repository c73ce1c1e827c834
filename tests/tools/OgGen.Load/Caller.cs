using System.Diagnostics;
using Opsgenie;

namespace OgGen.Load;

/// <summary>What a caller knows after a call.</summary>
public enum Outcome
{
    /// <summary>It was answered with success.</summary>
    Done,

    /// <summary>It changed nothing: a rate limit, an invalid request, no connection.</summary>
    Refused,

    /// <summary>404: there is no such object.</summary>
    Missing,

    /// <summary>It failed after it may have been sent.</summary>
    Unknown,
}

/// <summary>One of the callers: makes its share of calls one after the other, and keeps the books.</summary>
public abstract class Caller(OpsgenieClient client, Ledger ledger, int calls, int seed)
{
    private int left = calls;

    /// <summary>What it believes.</summary>
    public Ledger Ledger { get; } = ledger;

    /// <summary>How long its calls took, repetitions and waits included.</summary>
    public List<TimeSpan> Latencies { get; } = [];

    /// <summary>How often the client threw what.</summary>
    public Dictionary<string, int> Exceptions { get; } = [];

    /// <summary>How often each operation was called.</summary>
    public Dictionary<string, int> Operations { get; } = [];

    /// <summary>Decides what it does.</summary>
    protected Random Random { get; } = new(seed);

    /// <summary>The client, which all callers share.</summary>
    protected OpsgenieClient Client { get; } = client;

    /// <summary>Makes all calls.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        try
        {
            while (left > 0)
            {
                await StepAsync(ct);
            }
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            // The client throws nothing but ApiException, and what it returns is whole.
            Ledger.Violation($"stopped by {exception}");
        }
    }

    /// <summary>Makes one call.</summary>
    protected abstract Task StepAsync(CancellationToken ct);

    /// <summary>Makes a call, measures it, and says what is known after it.</summary>
    protected async Task<(Outcome Outcome, T? Result)> CallAsync<T>(string operation, Func<OpsgenieClient, Task<T>> call)
    {
        left--;
        Count(Operations, operation);
        long start = Stopwatch.GetTimestamp();
        try
        {
            return (Outcome.Done, await call(Client));
        }
        catch (ApiException exception)
        {
            Count(Exceptions, Describe(exception));
            return (Judge(operation, exception), default);
        }
        finally
        {
            Latencies.Add(Stopwatch.GetElapsedTime(start));
        }
    }

    private Outcome Judge(string operation, ApiException exception)
    {
        switch (exception)
        {
            case { Status: 404 }:
                return Outcome.Missing;
            case { Status: 429 } or ApiConnectionException { NothingWasSent: true }:
                return Outcome.Refused;
            case { Status: >= 400 and < 500 }:
                Ledger.Violation($"{operation} was refused: {exception.Message}");
                return Outcome.Refused;
            default:
                return Outcome.Unknown;
        }
    }

    private static string Describe(ApiException exception)
    {
        string name = exception.GetType().Name.Split('`')[0];
        return exception is ApiConnectionException connection ? $"{name} {connection.Failure}"
            : exception.Status is { } status ? $"{name} {status}"
            : name;
    }

    private static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
