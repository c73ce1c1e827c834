using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OgGen.Extensions.Tests;

/// <summary>The client below the resilience handler that applications give every <c>HttpClient</c> (Aspire's defaults do).</summary>
[TestClass]
public class ResilienceTests
{
    [TestMethod]
    [DataRow("both", "GET", 16)]
    [DataRow("both", "POST", 4)]
    [DataRow("ours alone", "GET", 4)]
    [DataRow("ours alone", "POST", 1)]
    [DataRow("theirs alone", "GET", 4)]
    [DataRow("theirs alone, POST off", "POST", 1)]
    public async Task Stranger24_two_layers_of_retries_multiply_until_one_is_switched_off(string layers, string method, int count)
    {
        await using var server = new RawServer(Given.Failure(503));
        var record = new LogRecord();
        ServiceCollection services = Given.Services(record);
        services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler(options =>
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            options.Retry.UseJitter = false;
            options.CircuitBreaker.MinimumThroughput = 1000;
            if (layers == "theirs alone, POST off")
            {
                options.Retry.DisableForUnsafeHttpMethods();
            }
        }));
        ApiClientBuilder builder = services.AddApiClient<OpsgenieClient>(configuration =>
        {
            ApiRetryOptions retry = configuration.At(server.Address).Options.Retry;
            retry.BaseDelay = TimeSpan.Zero;
            retry.Enabled = !layers.StartsWith("theirs", StringComparison.Ordinal);
        });
        if (layers == "ours alone")
        {
#pragma warning disable EXTEXP0001 // The line that docs/recipes.md names, experimental or not.
            builder.HttpClient.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        ApiException e = await FailAsync(provider, method);

        Assert.AreEqual(503, e.Status);
        Assert.HasCount(count, server.Requests);
        Assert.AreEqual(layers == "both", record.Lines.Any(static l => l.Contains("repeats requests", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task Stranger22_a_broken_circuit_and_a_time_limit_of_the_handler_are_causes()
    {
        await using var server = new RawServer(x => x.HangAsync());
        ServiceCollection services = Given.Services();
        services.AddApiClient<OpsgenieClient>(configuration => configuration.At(server.Address).Options.Retry.BaseDelay = TimeSpan.Zero)
            .HttpClient.AddStandardResilienceHandler(static options =>
            {
                options.Retry.ShouldHandle = static _ => ValueTask.FromResult(false);
                options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(100);
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(10);
                options.CircuitBreaker.MinimumThroughput = 2;
            });
        await using ServiceProvider provider = services.BuildServiceProvider();

        var causes = new List<Type>();
        for (int i = 0; i < 6; i++)
        {
            ApiException e = await FailAsync(provider, "GET");
            Assert.AreEqual(typeof(ApiException), e.GetType());
            Assert.AreEqual("Policies_List", e.Operation);
            causes.Add(e.InnerException!.GetType());
        }

        CollectionAssert.IsSubsetOf(new[] { typeof(TimeoutRejectedException), typeof(BrokenCircuitException) }, causes);
    }

    private static Task<ApiException> FailAsync(ServiceProvider provider, string method)
    {
        OpsgenieClient client = provider.GetRequiredService<OpsgenieClient>();
        return Assert.ThrowsAsync<ApiException>(() => method == "GET"
            ? client.Policies.ListAsync()
            : client.Policies.CreateAsync(new AutoClosePolicy
            {
                Name = "n",
                Enabled = true,
                Filter = new MatchAllFilter(),
                Duration = new Duration { TimeAmount = 1, TimeUnit = TimeUnit.Minutes },
            }));
    }
}
