using OgGen.Opsgenie.Emulator;
using Opsgenie;

namespace OgGen.Load;

/// <summary>The service of a run, and the one client that all callers share.</summary>
public sealed class LoadTarget : IAsyncDisposable
{
    private LoadTarget(OpsgenieEmulator emulator, LoadOptions options)
    {
        Emulator = emulator;
        Client = new OpsgenieClient(emulator.ApiKey, emulator.Address, new ApiClientOptions
        {
            Handler = Handler,
            AttemptTimeout = options.AttemptTimeout,

            // The service asks for seconds after a rate limit. Here nobody gains by waiting that long.
            Retry = new ApiRetryOptions { BaseDelay = TimeSpan.FromMilliseconds(20), MaxDelay = TimeSpan.FromMilliseconds(100) },
        });
    }

    /// <summary>The service; null after it was stopped.</summary>
    public OpsgenieEmulator? Emulator { get; private set; }

    /// <summary>What the client sends through.</summary>
    public CountingHandler Handler { get; } = new();

    /// <summary>The client.</summary>
    public OpsgenieClient Client { get; }

    /// <summary>Starts the service.</summary>
    public static async Task<LoadTarget> StartAsync(LoadOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LoadTarget(await OpsgenieEmulator.StartAsync(new OpsgenieEmulatorOptions { Strict = true }, ct), options);
    }

    /// <summary>Stops the service and forgets its state; the client stays.</summary>
    public async Task StopEmulatorAsync()
    {
        if (Emulator is { } emulator)
        {
            Emulator = null;
            await emulator.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Handler.Dispose();
        await StopEmulatorAsync();
    }
}
