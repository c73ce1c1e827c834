using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OgGen.Opsgenie.Emulator;

namespace OgGen.Extensions.Tests;

/// <summary>The limiter against a service that really limits.</summary>
[TestClass]
public class EmulatorTests
{
    [TestMethod]
    public async Task A_hundred_callers_all_finish_at_the_rate_of_the_service()
    {
        await using OpsgenieEmulator emulator = await OpsgenieEmulator.StartAsync(new OpsgenieEmulatorOptions { RateLimit = 10 });
        string id = emulator.Seed(new() { ["type"] = "later", ["name"] = "one", ["enabled"] = true });
        var limiter = new ApiRateLimiter();
        ServiceCollection services = Given.Services();
        services.AddApiClient<OpsgenieClient>(configuration => configuration.At(emulator.Address, emulator.ApiKey)).UseRateLimiter(limiter);
        await using ServiceProvider provider = services.BuildServiceProvider();
        OpsgenieClient client = provider.GetRequiredService<OpsgenieClient>();

        var clock = Stopwatch.StartNew();
        Policy[] policies = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.Policies.GetAsync(id)));
        TimeSpan elapsed = clock.Elapsed;

        int refused = emulator.Requests.Count - 100;
        Console.WriteLine(
            $"100 calls in {elapsed.TotalSeconds:0.00} s, {refused} refused, learned {limiter.PermitsPerSecond:0.0} per second");
        Assert.IsTrue(policies.All(p => p.Id == id));

        // The bucket gives 10 at once and 10 in a second: nine seconds at least.
        Assert.IsGreaterThan(TimeSpan.FromSeconds(8.5), elapsed);
        Assert.IsLessThan(TimeSpan.FromSeconds(25), elapsed);
        Assert.IsLessThan(40, refused, "Without learning, some ninety are refused in the first instant.");
    }
}
