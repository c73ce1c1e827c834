using System.Text.Json;
using OgGen;
using OgGen.Aot;
using Opsgenie;

// Drives the compiled client without a JIT and without reflection: what the analyzers promise, run. The checks are few and deep: each takes
// a different road through the generated code.
if (args is not [var address, var key, var teamId])
{
    await Console.Error.WriteLineAsync("usage: OgGen.Aot ADDRESS KEY TEAM-ID");
    return 2;
}

using var client = new OpsgenieClient(key, new Uri(address));
try
{
    await PolicyCheck.RunAsync(client);
    await ActionCheck.RunAsync(client, teamId);
    JsonCheck.Run();
    Console.WriteLine("AOT OK");
    return 0;
}
catch (Exception exception) when (exception is ApiException or JsonException or CheckException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
