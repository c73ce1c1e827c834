using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace OgGen.Extensions.Tests;

[TestClass]
public class RegistrationTests
{
    [TestMethod]
    public async Task The_client_is_a_singleton_that_the_container_disposes()
    {
        await using var server = new RawServer(Given.Policy);
        OpsgenieClient client;
        await using (ServiceProvider provider = Services(server)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }))
        {
            client = provider.GetRequiredService<OpsgenieClient>();
            using IServiceScope scope = provider.CreateScope();
            Assert.AreSame(client, scope.ServiceProvider.GetRequiredService<OpsgenieClient>());
            await client.Policies.GetAsync("1");
        }

        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => client.Policies.GetAsync("1"));
        Assert.AreEqual("GenieKey " + Given.Key, server.Requests.Single().Header("Authorization"));
    }

    [TestMethod]
    public async Task Two_accounts_are_two_keyed_services()
    {
        await using var one = new RawServer(Given.Policy);
        await using var two = new RawServer(Given.Policy);
        ServiceCollection services = Given.Services();
        services.AddKeyedApiClient<OpsgenieClient>("one", configuration => configuration.At(one.Address, "key-1"));
        services.AddKeyedApiClient<OpsgenieClient>(
            "two", Given.Configuration(("ApiKey", "key-2"), ("BaseAddress", two.Address.ToString())));
        await using ServiceProvider provider = services.BuildServiceProvider();

        OpsgenieClient first = provider.GetRequiredKeyedService<OpsgenieClient>("one");
        OpsgenieClient second = provider.GetRequiredKeyedService<OpsgenieClient>("two");

        Assert.AreNotSame(first, second);
        Assert.IsNull(provider.GetService<OpsgenieClient>(), "A keyed client is not the default one.");
        await first.Policies.GetAsync("1");
        await second.Policies.GetAsync("1");
        await second.Policies.GetAsync("2");
        CollectionAssert.AreEqual(new[] { "GenieKey key-1" }, one.Requests.Select(static r => r.Header("Authorization")).ToArray());
        CollectionAssert.AreEqual(
            new[] { "GenieKey key-2", "GenieKey key-2" }, two.Requests.Select(static r => r.Header("Authorization")).ToArray());
        Assert.AreSame(first, provider.GetRequiredService<IApiClientFactory<OpsgenieClient>>().GetClient("one"));
    }

    [TestMethod]
    public async Task A_named_client_comes_from_the_factory()
    {
        ServiceCollection services = Given.Services();
        services.AddApiClient<OpsgenieClient>("eu", configuration => configuration.At(new Uri("https://localhost")));
        OpsgenieClient client;
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            var factory = provider.GetRequiredService<IApiClientFactory<OpsgenieClient>>();
            client = factory.GetClient("eu");

            Assert.AreSame(client, factory.GetClient("eu"));
            Assert.IsNull(provider.GetKeyedService<OpsgenieClient>("eu"));
            StringAssert.Contains(Assert.ThrowsExactly<InvalidOperationException>(() => factory.GetClient("us")).Message, "'us'");
        }

        // It says of itself that it is disposed; what it sends through is not enough.
        ObjectDisposedException e = await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => client.Policies.GetAsync("1"));
        Assert.AreEqual(nameof(OpsgenieClient), e.ObjectName);
    }

    [TestMethod]
    public async Task A_handler_of_the_users_sees_every_attempt_and_the_HttpClient_stays_as_it_was()
    {
        await using var server = new RawServer(Given.Failure(503), Given.Policy);
        var handler = new CountingHandler();
        HttpClient? configured = null;
        ServiceCollection services = Given.Services();
        services.AddApiClient<OpsgenieClient>(configuration =>
        {
            configuration.At(server.Address).Options.Retry.BaseDelay = TimeSpan.Zero;
        }).HttpClient
            .AddHttpMessageHandler(() => handler)
            .ConfigureHttpClient(client =>
            {
                client.DefaultRequestHeaders.Add("X-Mine", "yes");
                client.BaseAddress = new Uri("https://elsewhere.example");
                configured = client;
            });
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<OpsgenieClient>().Policies.GetAsync("1");

        ApiClientOptions configuration = provider.GetRequiredService<IOptionsMonitor<ApiClientConfiguration>>()
            .Get(typeof(OpsgenieClient).FullName).Options;
        Assert.IsNull(configuration.HttpClient, "The configuration is everybody's, and stays as it was.");
        Assert.IsEmpty(configuration.Observers);
        Assert.AreEqual(2, handler.Count);
        Assert.AreEqual("yes", server.Requests[0].Header("X-Mine"));
        Assert.AreEqual("https://elsewhere.example/", configured!.BaseAddress!.ToString());
        Assert.AreEqual("X-Mine", configured.DefaultRequestHeaders.Single().Key);
        Assert.IsNull(configured.DefaultRequestHeaders.Authorization);
    }

    [TestMethod]
    public async Task A_transport_of_the_settings_wins_over_the_factory()
    {
        await using var server = new RawServer(Given.Policy);
        using var mine = new HttpClient();
        mine.DefaultRequestHeaders.Add("X-Mine", "yes");
        ServiceCollection services = Given.Services();
        services.AddApiClient<OpsgenieClient>(configuration => configuration.At(server.Address).Options.HttpClient = mine);
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<OpsgenieClient>().Policies.GetAsync("1");
        }

        Assert.AreEqual("yes", server.Requests.Single().Header("X-Mine"));
        Assert.AreEqual("X-Mine", mine.DefaultRequestHeaders.Single().Key);
        using HttpResponseMessage response = await mine.GetAsync(server.Address);
        Assert.IsTrue(response.IsSuccessStatusCode, "It is not disposed with the client.");
    }

    [TestMethod]
    public async Task The_handler_follows_no_redirect_and_keeps_no_cookies()
    {
        await using var other = new RawServer(Given.Policy);
        await using var server = new RawServer(
            RawServer.Answer(302, "", $"Set-Cookie: a=b\r\nLocation: {other.Address}v1/policies/1\r\n"), Given.Policy);
        await using ServiceProvider provider = Services(server).BuildServiceProvider();
        OpsgenieClient client = provider.GetRequiredService<OpsgenieClient>();

        ApiException e = await Assert.ThrowsExactlyAsync<ApiException>(() => client.Policies.GetAsync("1"));
        await client.Policies.GetAsync("1");

        Assert.AreEqual((int)HttpStatusCode.Found, e.Status);
        Assert.IsEmpty(other.Requests);
        Assert.IsNull(server.Requests[1].Header("Cookie"));
    }

    [TestMethod]
    public async Task The_transport_is_made_for_a_client_that_lives_as_long_as_the_program()
    {
        SocketsHttpHandler? handler = null;
        HttpClient? http = null;
        ServiceCollection services = Given.Services();
        ApiClientBuilder builder = services.AddApiClient<OpsgenieClient>(configuration => configuration.At(new Uri("https://localhost")));
        builder.HttpClient
            .ConfigurePrimaryHttpMessageHandler((primary, _) => handler = (SocketsHttpHandler)primary)
            .ConfigureHttpClient(client => http = client);
        await using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<OpsgenieClient>();

        Assert.AreEqual(Timeout.InfiniteTimeSpan, http!.Timeout, "The runtime's own limit covers the body.");
        Assert.AreEqual(
            Timeout.InfiniteTimeSpan,
            provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(builder.Name).HandlerLifetime);
        Assert.AreEqual(TimeSpan.FromMinutes(2), handler!.PooledConnectionLifetime, "Changes of DNS are seen.");
        Assert.AreEqual(TimeSpan.FromSeconds(15), handler.ConnectTimeout);
        Assert.IsTrue(handler.UseProxy);
        Assert.IsInstanceOfType<ApiProxy>(handler.Proxy, "Plain HTTP stays on this machine.");
    }

    [TestMethod]
    public async Task A_proxy_for_a_transport_that_a_registered_client_does_not_have_is_refused_at_start()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddApiClient<OpsgenieClient>(
            static configuration => configuration.At(new Uri("https://localhost")).Options.UseProxy = false);
        using IHost host = builder.Build();

        OptionsValidationException e = await Assert.ThrowsExactlyAsync<OptionsValidationException>(() => host.StartAsync());
        StringAssert.StartsWith(e.Message, "OpsgenieClient: Proxy and UseProxy configure the client's own transport");
    }

    [TestMethod]
    public async Task An_address_of_service_discovery_is_taken_with_a_handler_of_the_registration()
    {
        await using var server = new RawServer(Given.Policy);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services
            .AddApiClient<OpsgenieClient>(
                static configuration => configuration.At(new Uri("https+http://inventory")).Options.InsecureHosts = ["inventory"])
            .HttpClient.AddHttpMessageHandler(() => new Discovery(server.Address));
        using IHost host = builder.Build();
        await host.StartAsync();

        await host.Services.GetRequiredService<OpsgenieClient>().Policies.GetAsync("1");

        Assert.HasCount(1, server.Requests);
        await host.StopAsync();
    }

    [TestMethod]
    public void No_transport_is_made_to_check_settings()
    {
        int made = 0;
        ServiceCollection services = Given.Services();
        ApiClientBuilder builder = services.AddApiClient<OpsgenieClient>(
            static configuration => configuration.At(new Uri("https://localhost")));
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler((_, _) => made++);
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredService<IStartupValidator>().Validate();
        Assert.AreEqual(0, made);

        provider.GetRequiredService<OpsgenieClient>();
        Assert.AreEqual(1, made);
    }

    [TestMethod]
    public async Task A_second_registration_refines_the_first()
    {
        await using var server = new RawServer(Given.Policy);
        ServiceCollection services = Given.Services();
        services.AddApiClient<OpsgenieClient>(configuration => configuration.At(server.Address));
        services.AddApiClient<OpsgenieClient>(configuration => configuration.Options.UserAgent = "Mine/1");
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.HasCount(1, provider.GetServices<OpsgenieClient>());
        Assert.HasCount(1, provider.GetServices<IValidateOptions<ApiClientConfiguration>>());
        await provider.GetRequiredService<OpsgenieClient>().Policies.GetAsync("1");
        StringAssert.EndsWith(server.Requests.Single().Header("User-Agent"), " Mine/1");
    }

    [TestMethod]
    public async Task Nothing_is_sent_unless_asked()
    {
        await using var server = new RawServer(Given.Policy);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddApiClient<OpsgenieClient>(configuration => configuration.At(server.Address));
        using IHost host = builder.Build();

        await host.StartAsync();
        OpsgenieClient client = host.Services.GetRequiredService<OpsgenieClient>();
        Assert.AreEqual(0, server.ConnectionCount);

        await client.Policies.GetAsync("1");
        Assert.HasCount(1, server.Requests);
        await host.StopAsync();
    }

    private static ServiceCollection Services(RawServer server)
    {
        ServiceCollection services = Given.Services();
        services.AddApiClient<OpsgenieClient>(configuration => configuration.At(server.Address));
        return services;
    }

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Finds the service for the time of a request, as the handler of service discovery does.</summary>
    private sealed class Discovery(Uri service) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri asked = request.RequestUri!;
            request.RequestUri = new Uri(service, asked.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                request.RequestUri = asked;
            }
        }
    }
}
