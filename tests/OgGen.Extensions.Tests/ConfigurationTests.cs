using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OgGen.Extensions.Tests;

[TestClass]
public class ConfigurationTests
{
    [TestMethod]
    public void Every_key_is_bound()
    {
        ApiClientConfiguration configuration = Bind(
            ("Opsgenie:ApiKey", Given.Key),
            ("Opsgenie:Server", "eu"),
            ("Opsgenie:Timeout", "00:01:30"),
            ("Opsgenie:AttemptTimeout", "Infinite"),
            ("Opsgenie:MaxResponseBytes", "5000"),
            ("Opsgenie:UserAgent", "Mine/1"),
            ("Opsgenie:InsecureHosts:0", "inventory"),
            ("Opsgenie:InsecureHosts:1", "*.internal"),
            ("Opsgenie:Retry:Enabled", "False"),
            ("Opsgenie:Retry:MaxRetries", "7"),
            ("Opsgenie:Retry:BaseDelay", "00:00:01.5"),
            ("Opsgenie:Retry:MaxDelay", "00:00:20"),
            ("Opsgenie:Retry:RetryUnsafeMethods", "true"),
            ("Opsgenie:Retry:Budget", "3"),
            ("Opsgenie:RateLimit:Enabled", "true"),
            ("Opsgenie:RateLimit:PermitsPerSecond", "2.5"),
            ("Opsgenie:TeamId", "the application's own"));

        ApiClientOptions options = configuration.Options;
        Assert.AreEqual("GenieKey: ***", configuration.Credential!.ToString());
        Assert.AreSame(OpsgenieRegion.Eu, configuration.Server);
        Assert.IsNull(configuration.BaseAddress);
        Assert.AreEqual(TimeSpan.FromSeconds(90), options.Timeout);
        Assert.AreEqual(Timeout.InfiniteTimeSpan, options.AttemptTimeout);
        Assert.AreEqual(5000, options.MaxResponseBytes);
        Assert.AreEqual("Mine/1", options.UserAgent);
        CollectionAssert.AreEqual(new[] { "inventory", "*.internal" }, options.InsecureHosts.ToArray());
        Assert.IsFalse(options.Retry.Enabled);
        Assert.AreEqual(7, options.Retry.MaxRetries);
        Assert.AreEqual(TimeSpan.FromSeconds(1.5), options.Retry.BaseDelay);
        Assert.AreEqual(TimeSpan.FromSeconds(20), options.Retry.MaxDelay);
        Assert.IsTrue(options.Retry.RetryUnsafeMethods);
        Assert.AreEqual(3, options.Retry.Budget);
        Assert.AreEqual(2.5, ((ApiRateLimiter)options.RateLimiter!).PermitsPerSecond);
    }

    [TestMethod]
    public void A_list_may_be_one_text_as_an_environment_variable_has_it()
        => CollectionAssert.AreEqual(
            new[] { "inventory", "*.internal" },
            Bind(("Opsgenie:ApiKey", Given.Key), ("Opsgenie:InsecureHosts", "inventory, *.internal")).Options.InsecureHosts.ToArray());

    [TestMethod]
    public void What_is_not_set_keeps_its_default_and_code_has_the_last_word()
    {
        ApiClientConfiguration configuration = Bind(
            configuration => configuration.Options.Retry.MaxRetries = 1,
            ("Opsgenie:ApiKey", Given.Key),
            ("Opsgenie:Retry:MaxRetries", "9"));

        var defaults = new ApiClientOptions();
        Assert.IsNull(configuration.BaseAddress);
        Assert.AreEqual(defaults.Timeout, configuration.Options.Timeout);
        Assert.AreEqual(defaults.AttemptTimeout, configuration.Options.AttemptTimeout);
        Assert.IsNull(configuration.Options.RateLimiter);
        Assert.AreEqual(1, configuration.Options.Retry.MaxRetries);
    }

    [TestMethod]
    [DataRow("ApiKey", null, "Opsgenie:ApiKey: This client needs a credential")]
    [DataRow("ApiKey", "", "Opsgenie:ApiKey: The secret is missing or empty.")]
    [DataRow("ApiKey", "CANARY\n", "Opsgenie:ApiKey: The secret holds a character")]
    [DataRow("Server", "CANARY", "Opsgenie:Server: It is none of Us, Eu.")]
    [DataRow("BaseAddress", "CANARY", "Opsgenie:BaseAddress: It is no absolute URL.")]
    [DataRow("BaseAddress", "http://CANARY.example", "Opsgenie:BaseAddress: A base address is https")]
    [DataRow("BaseAddress", "https://user:CANARY@host.example", "Opsgenie:BaseAddress: A base address holds no user name")]
    [DataRow("Timeout", "30", "Opsgenie:Timeout: It is no time such as 00:00:30")]
    [DataRow("Timeout", "-00:00:30", "Opsgenie:Timeout: A timeout is positive")]
    [DataRow("AttemptTimeout", "CANARY", "Opsgenie:AttemptTimeout: It is no time")]
    [DataRow("InsecureHosts", "http://inventory", "Opsgenie:InsecureHosts: ")]
    [DataRow("MaxResponseBytes", "0", "Opsgenie:MaxResponseBytes: ")]
    [DataRow("MaxResponseBytes", "1.5", "Opsgenie:MaxResponseBytes: It is no whole number.")]
    [DataRow("UserAgent", "CANARY\n", "Opsgenie:UserAgent: ")]
    [DataRow("Retry:Enabled", "yes", "Opsgenie:Retry:Enabled: It is neither true nor false.")]
    [DataRow("Retry:MaxRetries", "-1", "Opsgenie:Retry:MaxRetries: ")]
    [DataRow("Retry:MaxDelay", "2.00:00:00", "Opsgenie:Retry:MaxDelay: ")]
    [DataRow("Retry:Budget", "many", "Opsgenie:Retry:Budget: It is no whole number.")]
    public void A_wrong_value_is_reported_by_its_key(string key, string? value, string message)
    {
        List<(string, string?)> values = [("Opsgenie:ApiKey", Given.Key)];
        values.RemoveAll(v => v.Item1 == "Opsgenie:" + key);
        values.Add(("Opsgenie:" + key, value));

        OptionsValidationException e = Assert.ThrowsExactly<OptionsValidationException>(() => Bind([.. values]));

        Assert.HasCount(1, e.Failures, string.Join('\n', e.Failures));
        StringAssert.StartsWith(e.Failures.Single(), message);
        Assert.DoesNotContain("CANARY", e.ToString());
    }

    [TestMethod]
    public void All_faults_are_reported_at_once()
    {
        OptionsValidationException e = Assert.ThrowsExactly<OptionsValidationException>(() => Bind(
            ("Opsgenie:ApiKey", " "),
            ("Opsgenie:Server", "Eu"),
            ("Opsgenie:BaseAddress", "https://x.example"),
            ("Opsgenie:Timeout", "soon"),
            ("Opsgenie:RateLimit:Enabled", "true"),
            ("Opsgenie:RateLimit:PermitsPerSecond", "0")));

        CollectionAssert.AreEqual(
            new[] { "Opsgenie:ApiKey", "Opsgenie:BaseAddress", "Opsgenie:Timeout", "Opsgenie:RateLimit:PermitsPerSecond" },
            e.Failures.Select(static f => f[..f.IndexOf(": ", StringComparison.Ordinal)]).ToArray());
    }

    [TestMethod]
    public async Task The_host_does_not_start_with_settings_that_are_not_valid()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Opsgenie:Server", "Us")]);
        builder.Services.AddApiClient<OpsgenieClient>(builder.Configuration.GetSection("Opsgenie"));
        using IHost host = builder.Build();

        OptionsValidationException e = await Assert.ThrowsExactlyAsync<OptionsValidationException>(() => host.StartAsync());
        StringAssert.StartsWith(e.Message, "Opsgenie:ApiKey: ");
    }

    [TestMethod]
    public async Task Settings_in_code_are_checked_too()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddKeyedApiClient<OpsgenieClient>("eu", configuration => configuration.Options.Timeout = TimeSpan.Zero);
        using IHost host = builder.Build();

        OptionsValidationException e = await Assert.ThrowsExactlyAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.AreEqual("Opsgenie.OpsgenieClient:eu", e.OptionsName);
        StringAssert.StartsWith(e.Message, "OpsgenieClient, ApiKey: This client needs a credential");
    }

    private static ApiClientConfiguration Bind(params (string Key, string? Value)[] values) => Bind(null, values);

    private static ApiClientConfiguration Bind(Action<ApiClientConfiguration>? configure, params (string Key, string? Value)[] values)
    {
        ServiceCollection services = Given.Services();
        ApiClientBuilder builder = services.AddApiClient<OpsgenieClient>(Given.Configuration(values).GetSection("Opsgenie"), configure);
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ApiClientConfiguration>>().Get(builder.Name);
    }
}
