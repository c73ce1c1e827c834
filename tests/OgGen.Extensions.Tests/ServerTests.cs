using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OgGen.Extensions.Tests;

/// <summary>The key <c>Server</c> names a server of any document.</summary>
[TestClass]
public class ServerTests
{
    [TestMethod]
    [DataRow("Production", "https://shop.example/v1")]
    [DataRow("sandbox", "https://sandbox.shop.example/v1")]
    public void The_name_of_a_server_is_that_of_its_generated_member(string name, string address)
        => Assert.AreEqual(address, Bind<ShopClient>(("Shop:Server", name)).Server!.BaseAddress.AbsoluteUri);

    [TestMethod]
    public void Another_name_is_reported_with_those_that_there_are()
        => Assert.AreEqual(
            "Shop:Server: It is none of Production, Sandbox.",
            Assert.ThrowsExactly<OptionsValidationException>(() => Bind<ShopClient>(("Shop:Server", "Staging"))).Message);

    [TestMethod]
    public void A_client_without_named_servers_takes_an_address()
        => Assert.AreEqual(
            "Shop:Server: PlainClient has no named servers; set BaseAddress.",
            Assert.ThrowsExactly<OptionsValidationException>(() => Bind<PlainClient>(("Shop:Server", "Production"))).Message);

    [TestMethod]
    public void A_server_and_an_address_exclude_each_other()
        => Assert.AreEqual(
            "Shop:BaseAddress: Set it or Server, not both.",
            Assert.ThrowsExactly<OptionsValidationException>(
                () => Bind<ShopClient>(("Shop:Server", "Production"), ("Shop:BaseAddress", "https://other.example"))).Message);

    private static ApiClientConfiguration Bind<TClient>(params (string Key, string? Value)[] values)
        where TClient : ApiClient, IApiClient<TClient>
    {
        ServiceCollection services = Given.Services();
        ApiClientBuilder builder = services.AddApiClient<TClient>(Given.Configuration(values).GetSection("Shop"));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ApiClientConfiguration>>().Get(builder.Name);
    }

    private sealed class ShopServer(string url) : ApiServer(url)
    {
        public static ShopServer Production { get; } = new("https://shop.example/v1");

        public static ShopServer Sandbox { get; } = new("https://sandbox.shop.example/v1");
    }

    private sealed class ShopClient(ApiClientConfiguration configuration)
        : ApiClient(
            new("shop", "1"),
            configuration.Server ?? ShopServer.Production,
            configuration.Credential,
            configuration.Options), IApiClient<ShopClient>
    {
        public static IReadOnlyList<string> ServerNames => ["Production", "Sandbox"];

        public static ShopClient Create(ApiClientConfiguration configuration) => new(configuration);

        public static ApiServer? FindServer(string name)
            => name.Equals("Production", StringComparison.OrdinalIgnoreCase) ? ShopServer.Production
            : name.Equals("Sandbox", StringComparison.OrdinalIgnoreCase) ? ShopServer.Sandbox
            : null;
    }

    private sealed class PlainClient(ApiClientConfiguration configuration)
        : ApiClient(
            new("plain", "1"), configuration.RequireBaseAddress(), configuration.Credential, configuration.Options), IApiClient<PlainClient>
    {
        public static PlainClient Create(ApiClientConfiguration configuration) => new(configuration);
    }
}
