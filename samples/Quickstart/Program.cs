using OgGen;
using OgGen.Opsgenie.Emulator;
using Opsgenie;
using Quickstart;

if (!Settings.TryRead(Environment.GetEnvironmentVariable, out Settings? settings, out string? problem))
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

var report = new Report(Console.Out);
try
{
    return settings.Account is { } account ? await ReadAccountAsync(account) : await DriveEmulatorAsync(settings.Emulated);
}
catch (ApiException exception)
{
    // The message names the operation, the status and the request id. It never holds the key.
    return report.Abort(exception.Message);
}

async Task<int> DriveEmulatorAsync(DocumentedBy source)
{
    await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync(new OpsgenieEmulatorOptions { DocumentedBy = source });
    using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);
    report.Title($"An emulated Opsgenie at {emulator.Address}. Set OPSGENIE_API_KEY to read a real account instead.");

    await new PolicyScenario(client, report).RunAsync();
    await new OrderScenario(client, report).RunAsync();
    await new UnknownTypeScenario(client, emulator, report).RunAsync();
    await new ActionScenario(client, emulator.TeamId, report).RunAsync();

    // Taken from what the server saw, and before the calls that are meant to fail.
    var requests = emulator.Requests.Select(static request => (request.Method, request.Path)).ToList();
    await new ErrorScenario(client, emulator, report).RunAsync();
    return report.Finish(Operations.FromDocument(), requests, mustCallAll: true);
}

async Task<int> ReadAccountAsync(Account account)
{
    using var guard = new ReadOnlyHandler();
    using OpsgenieClient client = account.Connect(new ApiClientOptions { Handler = guard });
    report.Title($"The account at {account.Address}, read only: requests other than GET do not leave this program.");

    await new ReadOnlyTour(client, account.TeamId, report).RunAsync();
    return report.Finish(Operations.FromDocument(), guard.Requests, mustCallAll: false);
}
