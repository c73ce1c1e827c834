using System.Collections.Concurrent;

namespace OgGen.Frameworks.Tests.Harness;

/// <summary>All calls of a client to its server, made once, one after the other.</summary>
/// <param name="Failures">The calls that failed, by the name of their method.</param>
/// <param name="Operations">The operations of the document.</param>
/// <param name="Called">Those of them that were called, by what was sent.</param>
internal sealed record FrameworkRun(
    string Version, IReadOnlyDictionary<string, Exception> Failures, IReadOnlyList<string> Operations, IReadOnlyList<string> Called)
{
    private static readonly ConcurrentDictionary<FrameworkCase, Lazy<Task<FrameworkRun>>> s_runs = new();

    public static Task<FrameworkRun> OfAsync(FrameworkCase framework)
        => s_runs.GetOrAdd(framework, static framework => new Lazy<Task<FrameworkRun>>(() => RunAsync(framework))).Value;

    private static async Task<FrameworkRun> RunAsync(FrameworkCase framework)
    {
        FrameworkServer server = await FrameworkServer.OfAsync(framework.Program);
        using var recorder = new CallRecorder(await framework.OperationsAsync());

        // One attempt each, so that nothing is hidden by a second one.
        var options = new ApiClientOptions { Handler = recorder, Retry = new ApiRetryOptions { Enabled = false } };
        var failures = new Dictionary<string, Exception>(StringComparer.Ordinal);
        foreach (Call call in framework.Calls(server.Address, options))
        {
            try
            {
                await call.RunAsync();
            }
#pragma warning disable CA1031 // Whatever it is, the test of this call throws it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failures.Add(call.Name, e);
            }
        }

        return new FrameworkRun(server.Version, failures, recorder.Operations, recorder.Called);
    }
}
