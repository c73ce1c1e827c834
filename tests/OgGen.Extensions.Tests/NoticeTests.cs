using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OgGen.Extensions.Tests;

/// <summary>What is probably a mistake is said in the log, under <c>OgGen.Settings</c>.</summary>
[TestClass]
public class NoticeTests
{
    [TestMethod]
    [DataRow("Timout", "Timeout")]
    [DataRow("Retry:MaxRetry", "Retry:MaxRetries")]
    [DataRow("MaxRetries", "Retry:MaxRetries")]
    [DataRow("Retries:MaxRetries", "Retry:MaxRetries")]
    [DataRow("RateLimit:PermitPerSecond", "RateLimit:PermitsPerSecond")]
    [DataRow("Key", "ApiKey")]
    [DataRow("Adress", null)]
    [DataRow("Retry:Backoff:Kind", null)]
    [DataRow("TeamId", null)]
    public async Task StrangerList_a_key_that_is_none_is_reported_when_the_host_starts(string key, string? meant)
    {
        IReadOnlyList<string> lines = await StartAsync(($"Opsgenie:{key}", "value-CANARY"));
        string line = lines.Single(static l => l.Contains("is no setting", StringComparison.Ordinal));
        StringAssert.StartsWith(line, "Warning OgGen.Settings ");
        Assert.Contains($"Opsgenie:{key}", line);
        Assert.AreEqual(meant is not null, line.Contains("did you mean", StringComparison.Ordinal), line);
        Assert.Contains(meant is null ? "Opsgenie" : $"Opsgenie:{meant}", line);
        Assert.IsFalse(lines.Any(static l => l.Contains("CANARY", StringComparison.Ordinal)), "no value is repeated");
    }

    [TestMethod]
    [DataRow("Region")]
    [DataRow("Environment")]
    public async Task A_key_whose_value_names_a_server_is_reported_with_the_key_of_servers(string key)
    {
        IReadOnlyList<string> lines = await StartAsync(($"Opsgenie:{key}", "eu"));
        Assert.Contains(
            $"Opsgenie:{key} is no setting of OpsgenieClient and is ignored; did you mean Opsgenie:Server?",
            lines.Single(static l => l.Contains("is no setting", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task StrangerList_keys_that_are_settings_are_not_reported()
    {
        IReadOnlyList<string> lines = await StartAsync(
            ("Opsgenie:timeout", "00:01:30"),
            ("Opsgenie:AttemptTimeout", "Infinite"),
            ("Opsgenie:MaxResponseBytes", "5000"),
            ("Opsgenie:UserAgent", "Mine/1"),
            ("Opsgenie:InsecureHosts:0", "inventory"),
            ("Opsgenie:InsecureHosts:1", "other"),
            ("Opsgenie:Retry:Enabled", "true"),
            ("Opsgenie:Retry:MaxRetries", "7"),
            ("Opsgenie:Retry:BaseDelay", "00:00:01"),
            ("Opsgenie:Retry:MaxDelay", "00:00:20"),
            ("Opsgenie:Retry:RetryUnsafeMethods", "false"),
            ("Opsgenie:retry:BUDGET", "3"),
            ("Opsgenie:RateLimit:Enabled", "true"),
            ("Opsgenie:RateLimit:PermitsPerSecond", "2.5"),
            ("Opsgenie:Server", "Eu"),
            ("Other:Timout", "1"));
        Assert.IsFalse(lines.Any(static l => l.StartsWith("Warning", StringComparison.Ordinal)), string.Join('\n', lines));
    }

    [TestMethod]
    public void StrangerList_a_second_section_for_one_client_is_reported()
    {
        foreach (int count in new[] { 1, 2, 3 })
        {
            var record = new LogRecord();
            ServiceCollection services = Given.Services(record);
            for (int n = 0; n < count; n++)
            {
                services.AddApiClient<OpsgenieClient>(Given.Configuration(("A:ApiKey", $"key-{n}")).GetSection("A"));
            }

            // Others of the same type are other clients, and code that refines a registration is meant.
            services.AddApiClient<OpsgenieClient>(static configuration => configuration.Options.UserAgent = "Mine/1");
            services.AddApiClient<OpsgenieClient>("eu", Given.Configuration(("B:ApiKey", "key-b")).GetSection("B"));
            using ServiceProvider provider = services.BuildServiceProvider();
            provider.GetRequiredService<OpsgenieClient>();
            provider.GetRequiredService<IApiClientFactory<OpsgenieClient>>().GetClient("eu");

            string[] lines = [.. record.Lines.Where(static l => l.StartsWith("Warning", StringComparison.Ordinal))];
            Assert.HasCount(count > 1 ? 1 : 0, lines, string.Join('\n', lines));
            Assert.IsTrue(
                lines.All(l => l.Contains($"registered with {count} sections", StringComparison.Ordinal)), string.Join('\n', lines));
            Assert.IsFalse(record.Lines.Any(static l => l.Contains("key-", StringComparison.Ordinal)), "no value is repeated");
        }
    }

    [TestMethod]
    [DataRow("GET", 503)]
    [DataRow("POST", 429)]
    [DataRow("POST", 503)]
    public async Task Stranger24_a_handler_that_repeats_as_well_is_reported_once(string method, int status)
    {
        await using var server = new RawServer(Given.Failure(status));
        var record = new LogRecord();
        ServiceCollection services = Given.Services(record);
        services.ConfigureHttpClientDefaults(static defaults => defaults.AddHttpMessageHandler(static () => new RepeatingHandler(3)));
        services.AddApiClient<OpsgenieClient>(configuration => configuration.At(server.Address).Options.Retry.BaseDelay = TimeSpan.Zero);
        await using ServiceProvider provider = services.BuildServiceProvider();
        OpsgenieClient client = provider.GetRequiredService<OpsgenieClient>();

        await FailAsync(client, method);
        Assert.HasCount(method == "GET" ? 12 : 3, server.Requests, "a POST is never repeated by us because of them");
        await FailAsync(client, method);

        string line = record.Lines.Single(static l => l.Contains("repeats requests", StringComparison.Ordinal));
        StringAssert.StartsWith(line, "Warning OgGen.Settings ");
        Assert.Contains("Retry:Enabled", line);
        Assert.Contains("RemoveAllResilienceHandlers", line);
    }

    [TestMethod]
    [DataRow("GET", 4)]
    [DataRow("POST", 1)]
    public async Task Stranger24_our_own_repetitions_are_not_reported(string method, int count)
    {
        await using var server = new RawServer(Given.Failure(503));
        var record = new LogRecord();
        ServiceCollection services = Given.Services(record);
        services.AddApiClient<OpsgenieClient>(configuration => configuration.At(server.Address).Options.Retry.BaseDelay = TimeSpan.Zero)
            .HttpClient.AddHttpMessageHandler(static () => new RepeatingHandler(1));
        await using ServiceProvider provider = services.BuildServiceProvider();
        await FailAsync(provider.GetRequiredService<OpsgenieClient>(), method);
        Assert.HasCount(count, server.Requests);
        Assert.IsFalse(record.Lines.Any(static l => l.Contains("repeats requests", StringComparison.Ordinal)));
    }

    private static async Task<IReadOnlyList<string>> StartAsync(params (string Key, string? Value)[] values)
    {
        var record = new LogRecord();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(record);
        builder.Configuration.AddInMemoryCollection(
            [new("Opsgenie:ApiKey", Given.Key), .. values.Select(static v => KeyValuePair.Create(v.Key, v.Value))]);
        builder.Services.AddApiClient<OpsgenieClient>(builder.Configuration.GetSection("Opsgenie"));
        using IHost host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
        return record.Lines;
    }

    private static Task<ApiException> FailAsync(OpsgenieClient client, string method)
        => Assert.ThrowsAsync<ApiException>(() => method == "GET"
            ? client.Policies.ListAsync()
            : client.Policies.CreateAsync(new AutoClosePolicy
            {
                Name = "n",
                Enabled = true,
                Filter = new MatchAllFilter(),
                Duration = new Duration { TimeAmount = 1, TimeUnit = TimeUnit.Minutes },
            }));

    private sealed class RepeatingHandler(int times) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int n = 1; ; n++)
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK || n == times)
                {
                    return response;
                }

                response.Dispose();
            }
        }
    }
}
