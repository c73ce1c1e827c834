using Opsgenie;
#if NET10_0_OR_GREATER
using OgGen.Opsgenie.Emulator;

await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync();
using var client = new OpsgenieClient(emulator.ApiKey, emulator.Address);
PolicyReference created = await client.Policies.CreateAsync(new AutoClosePolicy
{
    Name = "close what nobody touched",
    Enabled = true,
    Filter = new MatchAllFilter(),
    Duration = new Duration { TimeAmount = 10, TimeUnit = TimeUnit.Minutes },
});
Policy policy = await client.Policies.GetAsync(created.Id);
Console.WriteLine($"{policy.GetType().FullName}: {policy.Name}");
#else
using var client = new OpsgenieClient("key", OpsgenieRegion.Eu);
Console.WriteLine($".NET {Environment.Version.Major}: {client.Policies.GetType().FullName}: {TimeUnit.Known.Minutes}");
#endif
