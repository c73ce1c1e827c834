using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OgGen.Extensions.Tests;

[TestClass]
public class RotationTests
{
    private const string NewKey = "n3w-CANARY-key";

    [TestMethod]
    public async Task A_reload_of_the_configuration_rotates_the_key_of_the_client_in_use()
    {
        var record = new LogRecord();
        await using var server = new RawServer(Given.Policy);
        IConfigurationRoot configuration = Configuration(server);
        await using ServiceProvider provider = Provider(configuration, record);
        OpsgenieClient client = provider.GetRequiredService<OpsgenieClient>();
        OpsgenieClient copy = client.With(new ApiCallOptions { Timeout = TimeSpan.FromSeconds(50) });
        await client.Policies.GetAsync("1");

        configuration["Opsgenie:ApiKey"] = NewKey;
        configuration.Reload();
        await client.Policies.GetAsync("1");
        await copy.Policies.GetAsync("1");

        CollectionAssert.AreEqual(new[] { "GenieKey " + Given.Key, "GenieKey " + NewKey, "GenieKey " + NewKey }, Keys(server));
        Assert.AreEqual(1, record.Lines.Count(static l => l.Contains("took over the changed secret", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_call_that_is_retrying_goes_on_with_the_new_key()
    {
        IConfigurationRoot? configuration = null;
        await using var server = new RawServer(async exchange =>
        {
            if (exchange.Number == 0)
            {
                configuration!["Opsgenie:ApiKey"] = NewKey;
                configuration.Reload();
            }

            await exchange.SendAsync(exchange.Number == 0 ? Given.Failure(503) : Given.Policy);
        });
        configuration = Configuration(server);
        await using ServiceProvider provider = Provider(configuration);

        await provider.GetRequiredService<OpsgenieClient>().Policies.GetAsync("1");

        CollectionAssert.AreEqual(new[] { "GenieKey " + Given.Key, "GenieKey " + NewKey }, Keys(server));
    }

    [TestMethod]
    public async Task A_key_that_is_not_valid_leaves_the_old_one_in_use_and_is_logged()
    {
        var record = new LogRecord();
        await using var server = new RawServer(Given.Policy);
        IConfigurationRoot configuration = Configuration(server);
        await using ServiceProvider provider = Provider(configuration, record);
        OpsgenieClient client = provider.GetRequiredService<OpsgenieClient>();

        configuration["Opsgenie:ApiKey"] = "bad-CANARY ";
        Assert.Throws<Exception>(configuration.Reload, "Validated options report a bad reload to whoever caused it.");
        await client.Policies.GetAsync("1");

        CollectionAssert.AreEqual(new[] { "GenieKey " + Given.Key }, Keys(server));
        string line = record.Lines.Single(static l => l.StartsWith("Error OgGen.Settings", StringComparison.Ordinal));
        StringAssert.Contains(line, "Opsgenie:ApiKey: The secret starts or ends with a space");
        Assert.DoesNotContain("CANARY", string.Concat(record.Lines));

        configuration["Opsgenie:ApiKey"] = NewKey;
        configuration.Reload();
        await client.Policies.GetAsync("1");
        Assert.AreEqual("GenieKey " + NewKey, Keys(server)[1]);
    }

    [TestMethod]
    public async Task Accounts_rotate_apart()
    {
        await using var server = new RawServer(Given.Policy);
        string address = server.Address.ToString();
        IConfigurationRoot configuration = Given.Configuration(
            ("A:ApiKey", "key-a"), ("A:BaseAddress", address), ("B:ApiKey", "key-b"), ("B:BaseAddress", address));
        ServiceCollection services = Given.Services();
        services.AddKeyedApiClient<OpsgenieClient>("a", configuration.GetSection("A"));
        services.AddKeyedApiClient<OpsgenieClient>("b", configuration.GetSection("B"));
        await using ServiceProvider provider = services.BuildServiceProvider();
        OpsgenieClient a = provider.GetRequiredKeyedService<OpsgenieClient>("a");
        OpsgenieClient b = provider.GetRequiredKeyedService<OpsgenieClient>("b");

        configuration["B:ApiKey"] = NewKey;
        configuration.Reload();
        await a.Policies.GetAsync("1");
        await b.Policies.GetAsync("1");

        CollectionAssert.AreEqual(new[] { "GenieKey key-a", "GenieKey " + NewKey }, Keys(server));
    }

    [TestMethod]
    public void A_credential_takes_over_only_what_fits()
    {
        ApiCredential key = ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", "1");
        ApiCredential basic = ApiCredential.Basic("basic", "me", "1");
        ApiCredential both = ApiCredential.All(key, basic);

        both.UpdateFrom(
            ApiCredential.All(ApiCredential.Basic("basic", "me", "2"), ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Key", "2")));
        foreach (ApiCredential other in new[]
        {
            basic,
            both,
            ApiCredential.ApiKey("key", ApiKeyLocation.Header, "X-Other", "2"),
            ApiCredential.ApiKey("key", ApiKeyLocation.Query, "X-Key", "2"),
            ApiCredential.ApiKey("other", ApiKeyLocation.Header, "X-Key", "2"),
            ApiCredential.Http("key", "X-Key", "2"),
        })
        {
            Assert.ThrowsExactly<ArgumentException>(() => key.UpdateFrom(other));
        }

        Assert.ThrowsExactly<ArgumentException>(() => both.UpdateFrom(key));
        Assert.ThrowsExactly<ArgumentException>(() => basic.UpdateFrom(ApiCredential.Basic("basic", "you", "2")));
    }

    private static string?[] Keys(RawServer server) => [.. server.Requests.Select(static r => r.Header("Authorization"))];

    private static IConfigurationRoot Configuration(RawServer server)
        => Given.Configuration(
            ("Opsgenie:ApiKey", Given.Key), ("Opsgenie:BaseAddress", server.Address.ToString()), ("Opsgenie:Retry:BaseDelay", "00:00:00"));

    private static ServiceProvider Provider(IConfigurationRoot configuration, LogRecord? record = null)
    {
        ServiceCollection services = Given.Services(record);
        services.AddApiClient<OpsgenieClient>(configuration.GetSection("Opsgenie"));
        return services.BuildServiceProvider();
    }
}
